package slipstream.cloudlink.service;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.tinylog.Logger;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.gateway.Gateways;
import slipstream.cloudlink.service.gateway.wechat.CredentialFiles;
import slipstream.cloudlink.service.gateway.wechat.WeChatNotices;
import slipstream.cloudlink.service.gateway.wechat.WeChatPayGateway;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.office.RetentionJob;
import slipstream.cloudlink.service.reward.PushChannel;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.store.Retention;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.tls.ServerIdentity;
import slipstream.cloudlink.service.web.WebServers;

/// The running service.
public final class IdentificationService implements AutoCloseable {
    private final Offices offices;
    private final WeChatPayGateway wechat;
    private final WebServers servers;
    private final RetentionJob retention;

    private IdentificationService(
            Offices offices, WeChatPayGateway wechat, WebServers servers, RetentionJob retention) {
        this.offices = offices;
        this.wechat = wechat;
        this.servers = servers;
        this.retention = retention;
    }

    /// Starts on the system's clock.
    public static IdentificationService start(Configuration configuration) throws IOException {
        return start(configuration, Clock.systemUTC());
    }

    /// Starts; returns once both listeners are open.
    ///
    /// @throws IOException in one sentence, when a file, the database or a port cannot be used
    public static IdentificationService start(Configuration configuration, Clock clock) throws IOException {
        var offices = Offices.open(configuration, clock);
        var credentials = new CredentialFiles();
        var wechat = new WeChatPayGateway(credentials, clock, configuration.gatewayTimeout());
        try {
            var identification = new Identification(
                    offices.database().ledger(SqlBooks::new),
                    new Gateways(Map.of("wechat", wechat)),
                    Keyring.open(configuration.data().resolve("keyring")),
                    configuration.linkLife(),
                    PushChannel.NONE,
                    clock);
            var administration = offices.administration();
            var doors = new WebServers.Doors(
                    identification,
                    new Claims(offices.database().ledger(handle -> new SqlBooks(handle).claims()), clock),
                    new WeChatNotices(credentials, clock),
                    administration::merchant,
                    administration::device,
                    offices.database()::answers);
            var identity = ServerIdentity.open(configuration.data(), offices.authority(), configuration.names(), clock);
            var tls = new WebServers.Tls(identity, configuration.data().resolve("ca.crt"));
            var servers = WebServers.start(configuration, tls, doors);
            var retention = RetentionJob.start(new Retention(offices.database(), configuration.retention()), clock);
            var service = new IdentificationService(offices, wechat, servers, retention);
            var merchants = administration.merchants();
            Thread.startVirtualThread(() -> readAhead(credentials, merchants));
            return service;
        } catch (IOException | RuntimeException e) {
            wechat.close();
            offices.close();
            throw e;
        }
    }

    /// Reads every merchant's credentials before the first receipt needs them, and tells which cannot be read.
    private static void readAhead(CredentialFiles credentials, List<Merchant> merchants) {
        for (var merchant : merchants) {
            try {
                if (merchant.wechat().isPresent()) {
                    credentials.of(merchant);
                }
            } catch (IOException e) {
                Logger.warn("merchant {}: its payments cannot be looked up: {}", merchant.id(), e.getMessage());
            }
        }
    }

    /// Where boxes call: `https://host:port`.
    public URI api() {
        return servers.api();
    }

    /// Where phones and platforms call: `http://host:port`.
    public URI open() {
        return servers.open();
    }

    /// Merchants, items and boxes.
    public Administration administration() {
        return offices.administration();
    }

    @Override
    public void close() {
        servers.close();
        retention.close();
        wechat.close();
        offices.close();
    }
}
