package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import slipstream.cloudlink.service.gateway.wechat.simulator.Gatekeeper.Verdict;

/// The platform's side: the two queries, refused and sealed as the platform does.
final class PlatformApi {
    private final Vertx vertx;
    private final SimulatedPlatform platform;
    private final PlatformSeal seal;
    private final Gatekeeper gatekeeper;
    private final Clock clock;

    PlatformApi(Vertx vertx, SimulatedPlatform platform, PlatformSeal seal, Clock clock) {
        this.vertx = vertx;
        this.platform = platform;
        this.seal = seal;
        this.gatekeeper = new Gatekeeper(platform.merchants(), clock);
        this.clock = clock;
    }

    Router router() {
        var router = Router.router(vertx);
        router.get("/v3/pay/transactions/id/:id").handler(ctx -> query(ctx, asked -> platform.byTransactionId(asked)));
        router.get("/v3/pay/transactions/out-trade-no/:id")
                .handler(ctx -> query(ctx, asked -> platform.byOutTradeNo(mchid(ctx), asked)));
        return router;
    }

    private static String mchid(RoutingContext ctx) {
        return String.valueOf(ctx.request().getParam("mchid"));
    }

    private void query(RoutingContext ctx, Function<String, Optional<Order>> orders) {
        platform.countQuery();
        var behaviour = platform.behaviour();
        switch (behaviour.kind()) {
            case NORMAL -> answer(ctx, orders);
            case SLOW -> vertx.setTimer(Math.max(1, behaviour.milliseconds()), timer -> answer(ctx, orders));
            case GARBAGE ->
                ctx.response().putHeader("Content-Type", "text/html").end("<html>502 Bad Gateway");
            case DOWN -> ctx.request().connection().close();
            case STALLED -> {
                // The question stays open until the other side gives up.
            }
        }
    }

    private void answer(RoutingContext ctx, Function<String, Optional<Order>> orders) {
        switch (gatekeeper.check(ctx.request())) {
            case Verdict.Refused refused -> refuse(ctx.response(), refused.refusal());
            case Verdict.Admitted admitted -> {
                var merchant = admitted.merchant();
                if (!merchant.mchid().equals(ctx.request().getParam("mchid"))) {
                    refuse(ctx.response(), Refusal.parameter("参数mchid与签名的商户号不一致"));
                    return;
                }
                var order = orders.apply(ctx.pathParam("id"));
                if (order.isEmpty()) {
                    refuse(ctx.response(), Refusal.absent());
                } else if (!order.get().mchid().equals(merchant.mchid())) {
                    refuse(ctx.response(), Refusal.otherMerchant());
                } else {
                    send(
                            ctx.response(),
                            200,
                            0,
                            order.get().json(clock.instant()).encode(),
                            true);
                }
            }
        }
    }

    /// Whom the platform does not recognise gets no seal.
    private void refuse(HttpServerResponse response, Refusal refusal) {
        send(response, refusal.status(), refusal.number(), refusal.json().encode(), refusal.status() != 401);
    }

    private void send(HttpServerResponse response, int status, long number, String body, boolean sealed) {
        if (sealed) {
            seal.headers(body).forEach(response::putHeader);
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Request-Id", "08" + PlatformSeal.word(30).toUpperCase(Locale.ROOT) + "-" + number)
                .end(body);
    }
}
