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
        try {
            return vertx.createHttpServer(options)
                    .requestHandler(router)
                    .listen(at.port(), at.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new IOException("cannot listen at " + at + ": " + e.getCause().getMessage(), e);
        }
    }
}
