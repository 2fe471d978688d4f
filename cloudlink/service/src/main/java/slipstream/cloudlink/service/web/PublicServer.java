package slipstream.cloudlink.service.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.web.http.Listening;

/// The side that phones, browsers and platforms reach. Plain HTTP, behind a proxy that does TLS.
final class PublicServer {
    private static final int IDLE_SECONDS = 60;

    private PublicServer() {}

    /// A server that answers 404 until its router has sections: the addresses of links depend on its port.
    static Listening listen(Vertx vertx, Listen at, Router router) throws IOException {
        var options = new HttpServerOptions().setIdleTimeout(IDLE_SECONDS);
        return Listening.start(vertx, options, at, router);
    }
}
