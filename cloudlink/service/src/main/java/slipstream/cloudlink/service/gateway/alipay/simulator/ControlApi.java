package slipstream.cloudlink.service.gateway.alipay.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BiConsumer;
import slipstream.cloudlink.service.gateway.simulator.Delivery;
import slipstream.cloudlink.service.gateway.simulator.Wallet;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;

/// Tells the simulator what to do. JSON over plain HTTP, for demonstrations and tests; the requests stand in
/// the module's README.
final class ControlApi {
    private final SimulatedAlipay alipay;
    private final Wallet wallet;
    private final Clock clock;
    private final Delivery delivery;
    private final Router router;

    ControlApi(Vertx vertx, SimulatedAlipay alipay, Wallet wallet, Clock clock) {
        this.alipay = alipay;
        this.wallet = wallet;
        this.clock = clock;
        this.delivery = new Delivery(vertx);
        this.router = Router.router(vertx);
    }

    Router router() {
        router.route().handler(BodyHandler.create(false).setBodyLimit(65_536));
        router.put("/trades").handler(ctx -> attempted(ctx, this::putTrade));
        router.put("/behaviour").handler(ctx -> attempted(ctx, this::behave));
        router.put("/phone").handler(ctx -> attempted(ctx, this::hold));
        router.post("/notices").handler(ctx -> attempted(ctx, this::notice));
        router.post("/refunds").handler(ctx -> attempted(ctx, this::refund));
        router.get("/state")
                .handler(ctx -> ctx.json(new JsonObject()
                        .put("queries", alipay.queries())
                        .put("behaviour", alipay.behaviour().kind().name().toLowerCase(Locale.ROOT))));
        return router;
    }

    private static void attempted(RoutingContext ctx, BiConsumer<RoutingContext, JsonObject> work) {
        try {
            work.accept(ctx, ctx.body().asJsonObject());
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            wrong(ctx, "the body is not the JSON object it should be");
        }
    }

    private static void wrong(RoutingContext ctx, String complaint) {
        ctx.response().setStatusCode(400);
        ctx.json(new JsonObject().put("code", "bad-request").put("message", complaint));
    }

    private static void done(RoutingContext ctx) {
        ctx.response().setStatusCode(204).end();
    }

    private void putTrade(RoutingContext ctx, JsonObject json) {
        var appId = json.getString("app_id", "");
        var status = json.getString("trade_status", "TRADE_SUCCESS");
        if (alipay.app(appId).isEmpty()) {
            wrong(ctx, "app_id '" + appId + "' is unknown");
        } else if (!Trade.STATUSES.contains(status)) {
            wrong(ctx, "trade_status '" + status + "', expected one of " + Trade.STATUSES);
        } else if (json.getString("trade_no", "").isEmpty()
                || json.getString("out_trade_no", "").isEmpty()) {
            wrong(ctx, "trade_no or out_trade_no is missing");
        } else {
            var openId = json.getString("open_id", "");
            alipay.put(new Trade(
                    appId,
                    json.getString("trade_no"),
                    json.getString("out_trade_no"),
                    json.getString("user_id", openId.isEmpty() ? Person.userId("somebody") : ""),
                    openId,
                    json.getLong("total", 100L),
                    0,
                    status,
                    status.equals("WAIT_BUYER_PAY") ? null : clock.instant()));
            done(ctx);
        }
    }

    private void behave(RoutingContext ctx, JsonObject json) {
        var next = Behaviour.read(json.getString("behaviour", ""), json.getLong("milliseconds", 0L));
        if (next.isEmpty()) {
            wrong(ctx, "behaviour '" + json.getString("behaviour") + "' is unknown");
            return;
        }
        alipay.behave(next.get());
        done(ctx);
    }

    private void hold(RoutingContext ctx, JsonObject json) {
        wallet.hold(new Wallet.Person(json.getString("open_id", "somebody"), false));
        done(ctx);
    }

    private void refund(RoutingContext ctx, JsonObject json) {
        var trade = alipay.trade(json.getString("app_id", ""), "", json.getString("out_trade_no", ""));
        var given = trade.flatMap(one -> alipay.refund(
                one, json.getString("out_request_no", Crypto.word()), json.getLong("refund", one.total())));
        if (given.isEmpty()) {
            wrong(ctx, "there is no such trade, or less left to give back");
        } else if (json.containsKey("url")) {
            tell(ctx, json.getString("url"), given.get(), false);
        } else {
            done(ctx);
        }
    }

    private void notice(RoutingContext ctx, JsonObject json) {
        var url = json.getString("url", "");
        if (json.containsKey("notice")) {
            delivery.send(ctx, url, TradeNotices.FORM, json.getString("notice"), new JsonObject());
            return;
        }
        var trade = alipay.trade(json.getString("app_id", ""), "", json.getString("out_trade_no", ""));
        if (trade.isEmpty()) {
            wrong(ctx, "there is no such trade");
        } else {
            tell(ctx, url, trade.get(), json.getBoolean("probe", false));
        }
    }

    /// @param probe with something that is no signature
    private void tell(RoutingContext ctx, String url, Trade trade, boolean probe) {
        delivery.send(
                ctx, url, TradeNotices.FORM, new TradeNotices(alipay, clock).body(trade, probe), new JsonObject());
    }
}
