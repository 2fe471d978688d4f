package slipstream.cloudlink.service.gateway.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletionException;
import slipstream.cloudlink.service.config.Listen;

/// Where a simulator answers: plain HTTP.
public final class Port {
    private Port() {}

    /// Opens it; its address, with the port that it got.
    ///
    /// @throws IOException in one sentence, when the port cannot be had
    public static URI open(Vertx vertx, Listen at, Router router) throws IOException {
        try {
            var server = vertx.createHttpServer(new HttpServerOptions())
                    .requestHandler(router)
                    .listen(at.port(), at.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return URI.create("http://" + at.withPort(server.actualPort()));
        } catch (CompletionException e) {
            throw new IOException("cannot listen at " + at + ": " + e.getCause().getMessage(), e);
        }
    }
}
