package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import slipstream.cloudlink.service.gateway.simulator.Delivery;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// Tells the simulator what to do. JSON over plain HTTP, for demonstrations and tests; the requests stand in
/// the module's README.
final class ControlApi {
    private final SimulatedPlatform platform;
    private final PlatformSeal seal;
    private final Wallet wallet;
    private final Clock clock;
    private final Delivery delivery;
    private final Router router;

    ControlApi(Vertx vertx, SimulatedPlatform platform, PlatformSeal seal, Wallet wallet, Clock clock) {
        this.platform = platform;
        this.seal = seal;
        this.wallet = wallet;
        this.clock = clock;
        this.delivery = new Delivery(vertx);
        this.router = Router.router(vertx);
    }

    Router router() {
        router.route().handler(BodyHandler.create(false).setBodyLimit(65_536));
        router.put("/orders").handler(ctx -> told(ctx, this::putOrder));
        router.put("/sub-merchants").handler(ctx -> told(ctx, this::putSubMerchant));
        router.put("/behaviour").handler(ctx -> told(ctx, this::behave));
        router.put("/phone").handler(ctx -> told(ctx, this::hold));
        router.post("/rotation").handler(ctx -> told(ctx, this::rotate));
        router.post("/notices").handler(ctx -> attempted(ctx, this::notice));
        router.post("/refunds").handler(ctx -> attempted(ctx, this::refund));
        router.get("/state")
                .handler(ctx -> ctx.json(new JsonObject()
                        .put("queries", platform.queries())
                        .put("behaviour", platform.behaviour().kind().name().toLowerCase(Locale.ROOT))));
        return router;
    }

    private static void told(RoutingContext ctx, Function<JsonObject, String> work) {
        attempted(ctx, (same, json) -> {
            var complaint = work.apply(json);
            if (complaint == null) {
                ctx.response().setStatusCode(204).end();
            } else {
                wrong(ctx, complaint);
            }
        });
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

    private String putOrder(JsonObject json) {
        var payee = platform.payee(json.getString("mchid", ""));
        if (payee.isEmpty()) {
            return "mchid '" + json.getString("mchid") + "' is unknown, expected one of "
                    + platform.merchants().keySet() + " or a sub-merchant";
        }
        var state = json.getString("trade_state", "SUCCESS");
        if (!Order.STATES.contains(state)) {
            return "trade_state '" + state + "', expected one of " + Order.STATES;
        }
        if (json.getString("out_trade_no", "").isEmpty()) {
            return "out_trade_no is missing";
        }
        platform.put(new Order(
                payee.get(),
                json.getString("transaction_id", ""),
                json.getString("out_trade_no"),
                json.getString("openid", ""),
                json.getLong("total", 100L),
                state,
                json.getString("trade_type", "MICROPAY")));
        return null;
    }

    private String putSubMerchant(JsonObject json) {
        var provider = platform.merchants().get(json.getString("sp_mchid", ""));
        var mchid = json.getString("sub_mchid", "");
        if (provider == null || mchid.isEmpty()) {
            return "sp_mchid '" + json.getString("sp_mchid") + "' is unknown, or sub_mchid is missing";
        }
        platform.putSubMerchant(provider, mchid, json.getString("sub_appid", ""));
        return null;
    }

    private String behave(JsonObject json) {
        var next = Behaviour.read(json.getString("behaviour", ""), json.getLong("milliseconds", 0L));
        next.ifPresent(platform::behave);
        return next.isPresent() ? null : "behaviour '" + json.getString("behaviour") + "' is unknown";
    }

    private String hold(JsonObject json) {
        var openid = json.getString("openid", "");
        wallet.hold(new Wallet.Person(openid, json.getBoolean("snapshot", false)));
        return openid.isEmpty() ? "openid is missing" : null;
    }

    private String rotate(JsonObject json) {
        try {
            var step = Rotation.valueOf(json.getString("step", "").toUpperCase(Locale.ROOT));
            seal.rotate(step, json.getBoolean("sm", false) ? Trust.SM : Trust.CERTIFICATES);
            return null;
        } catch (IllegalArgumentException e) {
            return "step '" + json.getString("step") + "', expected begin, switch or end";
        }
    }

    private void notice(RoutingContext ctx, JsonObject json) {
        var url = json.getString("url", "");
        if (json.containsKey("notice")) {
            deliver(ctx, url, json.getString("notice"), json.getJsonObject("headers"));
            return;
        }
        var order = platform.byOutTradeNo(json.getString("mchid", ""), json.getString("out_trade_no", ""));
        if (order.isEmpty()) {
            wrong(ctx, "there is no such order");
            return;
        }
        var merchant = platform.told(order.get().payee());
        var body = seal.notice("TRANSACTION.SUCCESS", "transaction", order.get().json(clock.instant()), merchant)
                .encode();
        deliver(ctx, url, body, headers(body, merchant, json.getBoolean("probe", false)));
    }

    private void refund(RoutingContext ctx, JsonObject json) {
        var order = platform.byOutTradeNo(json.getString("mchid", ""), json.getString("out_trade_no", ""));
        if (order.isEmpty()) {
            wrong(ctx, "there is no such order");
            return;
        }
        var number = json.getString("out_refund_no", "R-" + PlatformSeal.word(12));
        var amount = json.getLong("refund", order.get().total());
        var refund = platform.refund(order.get(), number, amount, clock.instant());
        if (refund.isEmpty()) {
            wrong(ctx, "there is less left to give back than " + amount);
        } else if (json.containsKey("url")) {
            var merchant = platform.told(order.get().payee());
            var body = seal.notice("REFUND.SUCCESS", "refund", refund.get().notice(), merchant)
                    .encode();
            deliver(ctx, json.getString("url"), body, headers(body, merchant, false));
        } else {
            ctx.json(refund.get().json());
        }
    }

    /// @param probe signed as the platform's probe traffic is: not at all
    private JsonObject headers(String body, SimulatedMerchant merchant, boolean probe) {
        var headers = new JsonObject();
        seal.headers(body, merchant).forEach(headers::put);
        return probe ? headers.put("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + PlatformSeal.word(300)) : headers;
    }

    private void deliver(RoutingContext ctx, String url, String body, JsonObject headers) {
        delivery.send(ctx, url, "application/json", body, headers);
    }
}
