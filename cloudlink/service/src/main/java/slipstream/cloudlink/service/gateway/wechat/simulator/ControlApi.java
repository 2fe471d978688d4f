package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.simulator.Control;
import slipstream.cloudlink.service.gateway.simulator.Delivery;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// Tells the simulator what to do. JSON over plain HTTP, for demonstrations and tests; the requests stand in
/// the module's README.
final class ControlApi {
    private final Vertx vertx;
    private final SimulatedPlatform platform;
    private final PlatformSeal seal;
    private final Wallet wallet;
    private final JsapiPay jsapi;
    private final MessageApi messages;
    private final Clock clock;
    private final Delivery delivery;

    ControlApi(
            Vertx vertx,
            SimulatedPlatform platform,
            PlatformSeal seal,
            Wallet wallet,
            JsapiPay jsapi,
            MessageApi messages,
            Clock clock) {
        this.platform = platform;
        this.seal = seal;
        this.wallet = wallet;
        this.jsapi = jsapi;
        this.messages = messages;
        this.clock = clock;
        this.delivery = new Delivery(vertx);
        this.vertx = vertx;
    }

    Router router() {
        var control = new Control(vertx, platform);
        control.put("/orders", this::putOrder);
        control.put("/sub-merchants", this::putSubMerchant);
        control.put("/phone", this::hold);
        control.tell("/rotation", this::rotate);
        control.post("/notices", this::notice);
        control.post("/refunds", this::refund);
        control.post("/jsapi", jsapi::call);
        control.put("/followers", this::follow);
        control.tell("/spoil-tokens", json -> {
            messages.spoilTokens();
            return Optional.empty();
        });
        control.router().get("/messages").handler(ctx -> ctx.json(new JsonArray(messages.sent())));
        return control.router();
    }

    private Optional<String> putOrder(JsonObject json) {
        var payee = platform.payee(json.getString("mchid", ""));
        if (payee.isEmpty()) {
            return Optional.of("mchid '" + json.getString("mchid") + "' is unknown, expected one of "
                    + platform.merchants().keySet() + " or a sub-merchant");
        }
        var state = json.getString("trade_state", "SUCCESS");
        if (!Order.STATES.contains(state)) {
            return Optional.of("trade_state '" + state + "', expected one of " + Order.STATES);
        }
        if (json.getString("out_trade_no", "").isEmpty()) {
            return Optional.of("out_trade_no is missing");
        }
        platform.put(new Order(
                payee.get(),
                json.getString("transaction_id", ""),
                json.getString("out_trade_no"),
                json.getString("openid", ""),
                json.getLong("total", 100L),
                state,
                json.getString("trade_type", "MICROPAY")));
        return Optional.empty();
    }

    private Optional<String> putSubMerchant(JsonObject json) {
        var provider = platform.merchants().get(json.getString("sp_mchid", ""));
        var mchid = json.getString("sub_mchid", "");
        if (provider == null || mchid.isEmpty()) {
            return Optional.of("sp_mchid '" + json.getString("sp_mchid") + "' is unknown, or sub_mchid is missing");
        }
        platform.putSubMerchant(provider, mchid, json.getString("sub_appid", ""));
        return Optional.empty();
    }

    private Optional<String> hold(JsonObject json) {
        var openid = json.getString("openid", "");
        wallet.hold(new Wallet.Person(openid, json.getBoolean("snapshot", false)));
        return openid.isEmpty() ? Optional.of("openid is missing") : Optional.empty();
    }

    private Optional<String> follow(JsonObject json) {
        var openid = json.getString("openid", "");
        messages.follow(openid, json.getBoolean("follows", true));
        return openid.isEmpty() ? Optional.of("openid is missing") : Optional.empty();
    }

    private Optional<String> rotate(JsonObject json) {
        try {
            var step = Rotation.valueOf(json.getString("step", "").toUpperCase(Locale.ROOT));
            seal.rotate(step, json.getBoolean("sm", false) ? Trust.SM : Trust.CERTIFICATES);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("step '" + json.getString("step") + "', expected begin, switch or end");
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
            Control.wrong(ctx, "there is no such order");
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
            Control.wrong(ctx, "there is no such order");
            return;
        }
        var number = json.getString("out_refund_no", "R-" + PlatformSeal.word(12));
        var amount = json.getLong("refund", order.get().total());
        var refund = platform.refund(order.get(), number, amount, clock.instant());
        if (refund.isEmpty()) {
            Control.wrong(ctx, "there is less left to give back than " + amount);
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
