package slipstream.cloudlink.service.web.operations;

import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.vertx.LeanVertx;
import slipstream.cloudlink.service.web.http.Listening;
import slipstream.cloudlink.service.web.http.Work;

/// The operators' side: health, readiness and `GET /metrics` in the formats of Prometheus. It opens first and
/// closes last, on threads of its own, so that it also tells of a service that is stuck.
public final class OperationsServer implements AutoCloseable {
    private static final int IDLE_SECONDS = 60;

    private final Vertx vertx = LeanVertx.create();
    private final Work work = new Work();
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final Metrics metrics;
    private final URI at;

    private OperationsServer(Listen listen, Readiness readiness, Metrics metrics) throws IOException {
        this.metrics = metrics;
        var router = Router.router(vertx);
        new Probes(readiness, work).open(router);
        router.get("/metrics").handler(this::scrape);
        try {
            var options = new HttpServerOptions().setIdleTimeout(IDLE_SECONDS);
            this.at = URI.create(
                    "http://" + Listening.start(vertx, options, listen, router).at());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    public static OperationsServer start(Listen listen, Readiness readiness, Metrics metrics) throws IOException {
        return new OperationsServer(listen, readiness, metrics);
    }

    /// Where it listens: `http://host:port`.
    public URI at() {
        return at;
    }

    private void scrape(RoutingContext ctx) {
        var format = formats.findWriter(ctx.request().getHeader("Accept"));
        var out = new ByteArrayOutputStream();
        try {
            format.write(out, metrics.registry().scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ctx.response().putHeader("Content-Type", format.getContentType()).end(Buffer.buffer(out.toByteArray()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        work.close();
    }
}
