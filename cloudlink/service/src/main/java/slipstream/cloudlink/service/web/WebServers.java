package slipstream.cloudlink.service.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.gateway.Notices;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.tls.ServerIdentity;
import slipstream.cloudlink.service.vertx.LeanVertx;
import slipstream.cloudlink.service.web.api.ApiServer;
import slipstream.cloudlink.service.web.api.IdentifyRoute;
import slipstream.cloudlink.service.web.claim.ClaimRoutes;
import slipstream.cloudlink.service.web.claim.ClaimUrls;
import slipstream.cloudlink.service.web.console.AdminApi;
import slipstream.cloudlink.service.web.console.ConsoleRoutes;
import slipstream.cloudlink.service.web.console.Desk;
import slipstream.cloudlink.service.web.http.Health;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.notice.NoticeRoute;

/// The two listeners together.
public final class WebServers implements AutoCloseable {
    private final Vertx vertx;
    private final Work work = new Work();
    private URI api;
    private URI open;

    private WebServers() {
        this.vertx = LeanVertx.create();
    }

    /// Starts both.
    public static WebServers start(Configuration configuration, Tls tls, Doors doors) throws IOException {
        var servers = new WebServers();
        try {
            servers.listen(configuration, tls, doors);
            return servers;
        } catch (IOException | RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    private void listen(Configuration configuration, Tls tls, Doors doors) throws IOException {
        var router = Router.router(vertx);
        var publicServer = PublicServer.listen(vertx, configuration.open(), router);
        open = URI.create("http://" + configuration.open().withPort(publicServer.actualPort()));
        var urls = new ClaimUrls(configuration.publicUrl().orElse(open).toString());
        for (var section : List.<Section>of(
                new ClaimRoutes(doors.claims, doors.desk.figures(), configuration.zone(), urls, work),
                new ConsoleRoutes(doors.desk, urls.publicUrl(), work),
                new AdminApi(doors.desk, urls.publicUrl(), work),
                new NoticeRoute(doors.merchants, doors.notices, doors.identification, work),
                new Health(doors.health, work))) {
            section.open(router);
        }
        var identify = new IdentifyRoute(
                id -> doors.devices
                        .apply(id)
                        .flatMap(device -> doors.merchants
                                .apply(device.merchantId())
                                .map(merchant -> new IdentifyRoute.Box(device, merchant))),
                doors.identification,
                urls);
        var apiServer = ApiServer.listen(vertx, configuration.api(), tls.identity, tls.authority, work, identify);
        api = URI.create("https://" + configuration.api().withPort(apiServer.actualPort()));
    }

    /// Where boxes call.
    public URI api() {
        return api;
    }

    /// Where phones and platforms call.
    public URI open() {
        return open;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        work.close();
    }

    /// The service's certificate, and the authority whose boxes it believes.
    ///
    /// @param authority a certificate file, PEM
    public record Tls(ServerIdentity identity, Path authority) {}

    /// What the listeners lead to.
    ///
    /// @param notices by the platform that sends them, as in addresses
    /// @param health whether the database answers
    public record Doors(
            Identification identification,
            Claims claims,
            Map<String, Notices> notices,
            Function<String, Optional<Merchant>> merchants,
            Function<String, Optional<Device>> devices,
            Desk desk,
            BooleanSupplier health) {}
}
