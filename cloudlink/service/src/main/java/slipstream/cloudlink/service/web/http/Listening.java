package slipstream.cloudlink.service.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import slipstream.cloudlink.service.config.Listen;

/// Opens a port, or says in one sentence why not.
public final class Listening {
    private Listening() {}

    public static HttpServer start(Vertx vertx, HttpServerOptions options, Listen at, Router router)
            throws IOException {
        return start(vertx, options, at, router, Patience.USUAL);
    }

    static HttpServer start(Vertx vertx, HttpServerOptions options, Listen at, Router router, Patience patience)
            throws IOException {
        // HTTP/2 without TLS has no user here, and its detection waits before a connection is told of.
        var server = vertx.createHttpServer(options.setHttp2ClearTextEnabled(false));
        patience.with(vertx, server, router);
        try {
            return server.listen(at.port(), at.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IOException("cannot listen at " + at + ": " + e.getCause().getMessage(), e);
        }
    }
}
