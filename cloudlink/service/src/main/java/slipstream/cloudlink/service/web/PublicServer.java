package slipstream.cloudlink.service.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import slipstream.cloudlink.service.config.Listen;

/// The side that phones and platforms reach: claim pages, notices, health. Plain HTTP, behind a proxy that
/// does TLS.
final class PublicServer {
    private static final int MOST_FORM_BYTES = 4096;
    private static final int MOST_NOTICE_BYTES = 65_536;
    private static final int IDLE_SECONDS = 60;

    private PublicServer() {}

    /// A server that answers 404 until [#open] gives it its routes: the claim addresses depend on its port.
    static HttpServer listen(Vertx vertx, Listen at, Router router) throws IOException {
        var options = new HttpServerOptions().setIdleTimeout(IDLE_SECONDS);
        return Listening.start(vertx, options, at, router);
    }

    static void open(Router router, Work work, Pages pages, ClaimRoutes claims, NoticeRoute notices, Health health) {
        for (var path : new String[] {"/C/:token", "/c/:token"}) {
            router.get(path).handler(work.handler(claims::look, () -> busy(pages), ctx -> failed(pages, ctx)));
            router.post(path)
                    .handler(BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES))
                    .handler(work.handler(claims::claim, () -> busy(pages), ctx -> failed(pages, ctx)));
        }
        router.post("/notify/:platform/:merchant")
                .handler(BodyHandler.create(false).setBodyLimit(MOST_NOTICE_BYTES))
                .handler(work.handler(
                        notices::receive,
                        () -> Reply.problem(503, "busy", "too many requests at a time"),
                        ctx -> Reply.problem(500, "internal", "the notice could not be kept")));
        router.get("/health").handler(work.handler(ctx -> health.check(), Health::down, ctx -> Health.down()));
        for (int status : new int[] {400, 404, 405, 413, 500}) {
            var kind = status == 404 ? "nothing" : status == 500 ? "failed" : "foreign";
            router.errorHandler(
                    status,
                    ctx -> pages.notice(status, kind, ClaimRoutes.words(ctx)).send(ctx.response()));
        }
    }

    private static Reply busy(Pages pages) {
        return pages.notice(503, "busy", Words.of(null, null)).with("Retry-After", "5");
    }

    private static Reply failed(Pages pages, io.vertx.ext.web.RoutingContext ctx) {
        return pages.notice(500, "failed", ClaimRoutes.words(ctx));
    }
}
