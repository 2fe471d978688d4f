package slipstream.cloudlink.service.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.tinylog.Logger;
import slipstream.cloudlink.service.config.Listen;

/// An open port.
public final class Listening {
    private final Listen at;
    private final Traffic traffic;
    private final HttpServer server;

    private Listening(Listen at, Traffic traffic, HttpServer server) {
        this.at = at.withPort(server.actualPort());
        this.traffic = traffic;
        this.server = server;
    }

    /// Opens a port.
    ///
    /// @throws IOException in one sentence, when it cannot be opened
    public static Listening start(Vertx vertx, HttpServerOptions options, Listen at, Router router) throws IOException {
        return start(vertx, options, at, router, Patience.USUAL);
    }

    static Listening start(Vertx vertx, HttpServerOptions options, Listen at, Router router, Patience patience)
            throws IOException {
        // HTTP/2 without TLS has no user here, and its detection waits before a connection is told of.
        var server = vertx.createHttpServer(options.setHttp2ClearTextEnabled(false));
        var traffic = new Traffic(vertx, patience);
        traffic.of(server, router);
        try {
            server.listen(at.port(), at.host())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return new Listening(at, traffic, server);
        } catch (CompletionException e) {
            throw new IOException("cannot listen at " + at + ": " + e.getCause().getMessage(), e);
        }
    }

    /// Where it is, with the port that was found free.
    public Listen at() {
        return at;
    }

    /// Takes on nothing more, waits for what runs, but not for ever, and closes the port.
    public void leave(Duration atMost) {
        if (!traffic.leave(atMost)) {
            Logger.warn("{}: not everything was answered within {} s, and is given up", at, atMost.toSeconds());
        }
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
