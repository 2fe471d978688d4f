package slipstream.cloudlink.service.web.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The connections of a listener and what runs on them: cuts off callers who are too slow, and lets a listener be
/// left without failing anybody who was taken on. Safe for any number of threads.
final class Traffic {
    /// "The stream is closed before any processing": it may be asked again elsewhere (RFC 9113, 7).
    private static final long REFUSED_STREAM = 7;

    private static final long NONE = -1;

    private final Vertx vertx;
    private final Patience patience;
    private final Map<HttpConnection, Line> lines = new HashMap<>();
    private boolean leaving;

    Traffic(Vertx vertx, Patience patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /// Has a server, before it listens, tell of its traffic.
    void of(HttpServer server, Router router) {
        server.connectionHandler(this::opened);
        server.requestHandler(router);
        router.route().order(Integer.MIN_VALUE).handler(this::pass);
    }

    private synchronized void opened(HttpConnection connection) {
        if (leaving) {
            connection.close();
            return;
        }
        var line = new Line(connection, Vertx.currentContext());
        lines.put(connection, line);
        connection.closeHandler(none -> closed(line));
        await(line);
    }

    private synchronized void closed(Line line) {
        stop(line);
        lines.remove(line.connection);
        notifyAll();
    }

    private void pass(RoutingContext ctx) {
        var request = ctx.request();
        if (!takesOn(request)) {
            refuse(request);
            return;
        }
        ctx.addEndHandler(none -> ended(request.connection()));
        if (!request.isEnded()) {
            long timer = vertx.setTimer(
                    patience.body().toMillis(), late -> request.response().reset());
            request.end().onComplete(whole -> vertx.cancelTimer(timer));
        }
        ctx.next();
    }

    private synchronized boolean takesOn(HttpServerRequest request) {
        var line = lines.get(request.connection());
        if (leaving || line == null) {
            return false;
        }
        stop(line);
        line.running++;
        line.http2 = request.version() == HttpVersion.HTTP_2;
        return true;
    }

    private static void refuse(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(REFUSED_STREAM);
        } else {
            request.connection().close();
        }
    }

    private synchronized void ended(HttpConnection connection) {
        var line = lines.get(connection);
        if (line == null) {
            return;
        }
        line.running--;
        if (line.running > 0) {
            return;
        }
        if (leaving) {
            // After what is on its way to the caller.
            line.loop.runOnContext(none -> connection.close());
        } else {
            await(line);
        }
    }

    private void await(Line line) {
        if (!line.connection.isSsl()) {
            line.timer = vertx.setTimer(patience.head().toMillis(), late -> line.connection.close());
        }
    }

    private void stop(Line line) {
        vertx.cancelTimer(line.timer);
        line.timer = NONE;
    }

    /// Takes on nothing more, and waits until everything that was taken on is answered.
    ///
    /// @return false when that took too long, or somebody interrupted
    synchronized boolean leave(Duration atMost) {
        leaving = true;
        for (var line : List.copyOf(lines.values())) {
            if (line.running == 0) {
                line.loop.runOnContext(none -> line.connection.close());
            } else if (line.http2) {
                // On its own thread: it names the last stream, which only that thread knows for certain.
                line.loop.runOnContext(none -> line.connection.goAway(0));
            }
        }
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toNanos(); left > 0 && !lines.isEmpty(); left = end - System.nanoTime()) {
                NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lines.isEmpty();
    }

    private static final class Line {
        private final HttpConnection connection;
        private final Context loop;
        private long timer = NONE;
        private int running;
        private boolean http2;

        Line(HttpConnection connection, Context loop) {
            this.connection = connection;
            this.loop = loop;
        }
    }
}
