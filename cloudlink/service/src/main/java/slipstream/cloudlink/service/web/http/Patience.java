package slipstream.cloudlink.service.web.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long a caller may take over what it sends. An idle timeout does not do: a byte now and then keeps a
/// connection alive for ever, and many such connections are an attack.
///
/// @param head from connecting, or from the last answer, until the next request's head is whole; without TLS
///     only, where anybody may call: boxes are known by their certificates, and wait for receipts
/// @param body from a request's head until its body is whole
public record Patience(Duration head, Duration body) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(15));

    /// Has a server, before it listens, treat its callers so.
    void with(Vertx vertx, HttpServer server, Router router) {
        Map<HttpConnection, Long> timers = new ConcurrentHashMap<>();
        server.connectionHandler(connection -> {
            if (!connection.isSsl()) {
                await(vertx, connection, timers);
                connection.closeHandler(none -> cancel(vertx, connection, timers));
            }
        });
        server.requestHandler(router);
        router.route().order(Integer.MIN_VALUE).handler(ctx -> {
            var connection = ctx.request().connection();
            cancel(vertx, connection, timers);
            if (!connection.isSsl()) {
                ctx.addEndHandler(none -> await(vertx, connection, timers));
            }
            limit(vertx, ctx.request());
            ctx.next();
        });
    }

    private void await(Vertx vertx, HttpConnection connection, Map<HttpConnection, Long> timers) {
        cancel(vertx, connection, timers);
        timers.put(connection, vertx.setTimer(head.toMillis(), timer -> {
            timers.remove(connection);
            connection.close();
        }));
    }

    private static void cancel(Vertx vertx, HttpConnection connection, Map<HttpConnection, Long> timers) {
        var timer = timers.remove(connection);
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    private void limit(Vertx vertx, HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long timer = vertx.setTimer(body.toMillis(), late -> request.response().reset());
        request.end().onComplete(whole -> vertx.cancelTimer(timer));
    }
}
