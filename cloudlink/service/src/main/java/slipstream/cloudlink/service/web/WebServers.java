package slipstream.cloudlink.service.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.Redemptions;
import slipstream.cloudlink.service.config.Configuration;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.gateway.Notices;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.identify.Refunds;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.pool.Pool;
import slipstream.cloudlink.service.staff.StaffDoor;
import slipstream.cloudlink.service.tls.ServerIdentity;
import slipstream.cloudlink.service.vertx.LeanVertx;
import slipstream.cloudlink.service.web.api.ApiServer;
import slipstream.cloudlink.service.web.api.BoxOperations;
import slipstream.cloudlink.service.web.api.Boxes;
import slipstream.cloudlink.service.web.api.CopyRoute;
import slipstream.cloudlink.service.web.api.EnrolRoute;
import slipstream.cloudlink.service.web.api.FiguresRoute;
import slipstream.cloudlink.service.web.api.IdentifyRoute;
import slipstream.cloudlink.service.web.api.RedeemRoute;
import slipstream.cloudlink.service.web.api.RefundRoute;
import slipstream.cloudlink.service.web.api.TokenRoutes;
import slipstream.cloudlink.service.web.claim.ClaimUrls;
import slipstream.cloudlink.service.web.console.AdminApi;
import slipstream.cloudlink.service.web.console.ConsoleRoutes;
import slipstream.cloudlink.service.web.console.Desk;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Listening;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.notice.NoticeRoute;
import slipstream.cloudlink.service.web.operations.Document;
import slipstream.cloudlink.service.web.operations.Metrics;
import slipstream.cloudlink.service.web.operations.Probes;
import slipstream.cloudlink.service.web.operations.Readiness;
import slipstream.cloudlink.service.web.staff.StaffRoutes;

/// The two listeners together.
public final class WebServers implements AutoCloseable {
    private final Vertx vertx;
    private final List<Listening> listeners = new ArrayList<>();
    private final Work work;
    private final Duration drain;
    private URI api;
    private URI open;

    private WebServers(Metrics metrics, Duration drain) {
        this.vertx = LeanVertx.create();
        this.work = new Work(metrics::answered);
        this.drain = drain;
    }

    /// Starts both.
    public static WebServers start(Configuration configuration, Tls tls, Doors doors) throws IOException {
        var servers = new WebServers(doors.metrics, configuration.operations().drain());
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
        listeners.add(publicServer);
        open = URI.create("http://" + publicServer.at());
        var urls = new ClaimUrls(configuration.publicUrl().orElse(open).toString());
        var guesses = guesses(configuration, doors);
        doors.payers
                .sections(doors.merchants, guesses, configuration.loginMerchant(), configuration.zone(), urls, work)
                .forEach(section -> section.open(router));
        for (var section : List.<Section>of(
                new StaffRoutes(doors.staff, doors.redemptions, doors.merchants, configuration.zone(), urls, work),
                new ConsoleRoutes(doors.desk, urls.publicUrl(), guesses(configuration, doors), work),
                new AdminApi(doors.desk, urls.publicUrl(), guesses(configuration, doors), work),
                new EnrolRoute(doors.desk.administration(), work),
                new NoticeRoute(
                        doors.merchants,
                        doors.notices,
                        doors.identification,
                        doors.payers.sales()::told,
                        doors.metrics::told,
                        work),
                new Probes(doors.readiness, work),
                new Document())) {
            section.open(router);
        }
        var boxes = new Boxes(id -> doors.devices
                .apply(id)
                .flatMap(device ->
                        doors.merchants.apply(device.merchantId()).map(merchant -> new Boxes.Box(device, merchant))));
        var operations = new BoxOperations(
                boxes,
                new IdentifyRoute(doors.identification, urls, doors.metrics::identified),
                new RedeemRoute(doors.redemptions),
                new TokenRoutes(doors.pool, doors.campaigns, urls),
                new RefundRoute(doors.refunds),
                new FiguresRoute(doors.desk.figures()),
                new CopyRoute(doors.payers.copies()));
        var apiServer = ApiServer.listen(vertx, configuration.api(), tls.identity, tls.authority, work, operations);
        listeners.add(apiServer);
        api = URI.create("https://" + apiServer.at());
    }

    private static Guesses guesses(Configuration configuration, Doors doors) {
        return new Guesses(configuration.wrongGuesses(), doors.desk.clock());
    }

    /// Where boxes call.
    public URI api() {
        return api;
    }

    /// Where phones and platforms call.
    public URI open() {
        return open;
    }

    /// Takes no more requests, waits for those that run, but not for ever, and closes.
    @Override
    public void close() {
        try (var leaving = Executors.newVirtualThreadPerTaskExecutor()) {
            listeners.forEach(listener -> leaving.execute(() -> listener.leave(drain)));
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
        work.close();
    }

    /// The service's certificate, and the authority whose boxes it believes.
    ///
    /// @param authority a certificate file, PEM
    public record Tls(ServerIdentity identity, Path authority) {}

    /// What the listeners lead to.
    ///
    /// @param campaigns whether a campaign of this id concerns a merchant and was not stopped
    /// @param notices by the platform that sends them, as in addresses
    /// @param readiness whether a balancer should send anything here
    /// @param metrics is told what happens
    public record Doors(
            Identification identification,
            PayerSide payers,
            Redemptions redemptions,
            StaffDoor staff,
            Pool pool,
            Refunds refunds,
            BiPredicate<Merchant, String> campaigns,
            Map<String, Notices> notices,
            Function<String, Optional<Merchant>> merchants,
            Function<String, Optional<Device>> devices,
            Desk desk,
            Readiness readiness,
            Metrics metrics) {}
}
