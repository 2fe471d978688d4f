package slipstream.cloudlink.service;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import slipstream.cloudlink.service.account.Sessions;
import slipstream.cloudlink.service.account.SignIn;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.claim.Redemptions;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.figures.Figures;
import slipstream.cloudlink.service.gateway.PaymentPlatforms;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.identify.Refunds;
import slipstream.cloudlink.service.identify.ScanIdentification;
import slipstream.cloudlink.service.message.Addresses;
import slipstream.cloudlink.service.message.MessageJob;
import slipstream.cloudlink.service.message.MessageRound;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.office.RetentionJob;
import slipstream.cloudlink.service.payer.Payers;
import slipstream.cloudlink.service.pool.AtScan;
import slipstream.cloudlink.service.pool.Pool;
import slipstream.cloudlink.service.reward.Invitations;
import slipstream.cloudlink.service.sale.Sales;
import slipstream.cloudlink.service.secret.Keyring;
import slipstream.cloudlink.service.store.Retention;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.tls.ServerIdentity;
import slipstream.cloudlink.service.web.PayerSide;
import slipstream.cloudlink.service.web.WebServers;
import slipstream.cloudlink.service.web.console.Desk;

/// The running service.
public final class IdentificationService implements AutoCloseable {
    private final Offices offices;
    private final PaymentPlatforms platforms;
    private final WebServers servers;
    private final Watching watching;
    private final RetentionJob retention;
    private final MessageJob messages;

    private IdentificationService(
            Offices offices,
            PaymentPlatforms platforms,
            WebServers servers,
            Watching watching,
            RetentionJob retention,
            MessageJob messages) {
        this.offices = offices;
        this.platforms = platforms;
        this.servers = servers;
        this.watching = watching;
        this.retention = retention;
        this.messages = messages;
    }

    /// Starts on the system's clock.
    public static IdentificationService start(Configuration configuration) throws IOException {
        return start(configuration, Clock.systemUTC());
    }

    /// Starts; returns once both listeners are open.
    ///
    /// @throws IOException in one sentence, when a file, the database or a port cannot be used
    public static IdentificationService start(Configuration configuration, Clock clock) throws IOException {
        var watching = Watching.start(configuration.operations());
        try {
            return start(configuration, clock, watching);
        } catch (IOException | RuntimeException e) {
            watching.close();
            throw e;
        }
    }

    private static IdentificationService start(Configuration configuration, Clock clock, Watching watching)
            throws IOException {
        var metrics = watching.metrics();
        var offices = Offices.open(configuration, clock);
        var platforms = new PaymentPlatforms(
                offices.safe(), configuration.gatewayTimeout(), configuration.gatewayRate(), clock, metrics::asked);
        try {
            metrics.pools(offices.database()::pools);
            metrics.breakers(platforms::breakers);
            var keyring = Keyring.open(configuration.data().resolve("keyring"));
            var addresses = new Addresses(
                    offices.database().ledger(handle -> new SqlBooks(handle).addresses()),
                    offices.vault(),
                    keyring,
                    platforms.messages(),
                    clock);
            var administration = offices.administration();
            var messages = new MessageJob(new MessageRound(
                    offices.database().ledger(SqlBooks::new),
                    addresses,
                    platforms.messages(),
                    administration::merchant,
                    configuration.zone(),
                    clock,
                    metrics::messaged));
            var identification = new Identification(
                    offices.database().ledger(SqlBooks::new),
                    platforms.gateway(),
                    keyring,
                    configuration.linkLife(),
                    messages,
                    clock);
            var desk = desk(offices, configuration, clock);
            var scans =
                    new ScanIdentification(identification, offices.database().ledger(SqlBooks::new), keyring, clock);
            var claims = new Claims(
                    offices.database().ledger(handle -> new SqlBooks(handle).claims()), clock, metrics::claimed);
            var payers = new PayerSide(
                    claims,
                    desk.figures(),
                    new AtScan(
                            offices.database().ledger(handle -> new SqlBooks(handle).pool()),
                            scans,
                            administration::merchant,
                            clock),
                    new Copies(
                            offices.database().ledger(handle -> new SqlBooks(handle).copies()),
                            claims,
                            administration::merchant,
                            offices.vault(),
                            clock),
                    new Payers(offices.database().ledger(handle -> new SqlBooks(handle).payers()), clock),
                    new Invitations(offices.database().ledger(SqlBooks::new), keyring, clock),
                    new Sales(offices.database().ledger(handle -> new SqlBooks(handle).sales()), keyring, clock),
                    platforms.logins(),
                    platforms.checkouts(),
                    platforms.inWallets(),
                    addresses,
                    platforms.uncached(),
                    keyring,
                    offices.vault(),
                    clock);
            var doors = new WebServers.Doors(
                    identification,
                    payers,
                    new Redemptions(
                            offices.database().ledger(handle -> new SqlBooks(handle).claims()),
                            clock,
                            metrics::redeemed),
                    offices.staff(),
                    new Pool(
                            offices.database().ledger(handle -> new SqlBooks(handle).pool()),
                            scans,
                            configuration.linkLife(),
                            clock),
                    new Refunds(
                            identification,
                            offices.database().ledger(SqlBooks::new),
                            platforms.uncached(),
                            keyring,
                            clock),
                    administration::runs,
                    platforms.notices(),
                    administration::merchant,
                    administration::device,
                    desk,
                    watching.readiness(),
                    metrics);
            var identity = ServerIdentity.open(configuration.data(), offices.authority(), configuration.names(), clock);
            var tls = new WebServers.Tls(identity, configuration.data().resolve("ca.crt"));
            var servers = WebServers.start(configuration, tls, doors);
            messages.start(configuration.publicUrl().orElse(servers.open()).toString());
            var retention = RetentionJob.start(
                    desk.figures(), new Retention(offices.database(), configuration.retention()), clock);
            var service = new IdentificationService(offices, platforms, servers, watching, retention, messages);
            var merchants = administration.merchants();
            Thread.startVirtualThread(() -> platforms.readAhead(merchants, offices.safe()));
            watching.readiness().serving(offices.database()::answers);
            return service;
        } catch (IOException | RuntimeException e) {
            platforms.close();
            offices.close();
            throw e;
        }
    }

    private static Desk desk(Offices offices, Configuration configuration, Clock clock) {
        var books = offices.database().ledger(SqlBooks::new);
        return new Desk(
                offices.administration(),
                offices.accounts(),
                new SignIn(books, offices.vault(), clock),
                new Sessions(books, clock),
                new Figures(
                        offices.database().ledger(handle -> new SqlBooks(handle).figures()),
                        configuration.zone(),
                        clock),
                configuration.zone(),
                clock);
    }

    /// Where boxes call: `https://host:port`.
    public URI api() {
        return servers.api();
    }

    /// Where phones and platforms call: `http://host:port`.
    public URI open() {
        return servers.open();
    }

    /// Where operators look: `http://host:port`, with `/health`, `/ready` and `/metrics`.
    public URI operations() {
        return watching.at();
    }

    /// Merchants, items and boxes.
    public Administration administration() {
        return offices.administration();
    }

    /// Says that it is not ready any more, answers what has come in, and stops.
    @Override
    public void close() {
        watching.leave();
        servers.close();
        retention.close();
        messages.close();
        platforms.close();
        offices.close();
        watching.close();
    }
}
