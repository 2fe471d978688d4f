package slipstream.cloudlink.service.gateway.alipay.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import slipstream.cloudlink.service.gateway.simulator.Control;
import slipstream.cloudlink.service.gateway.simulator.Delivery;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// Tells the simulator what to do. JSON over plain HTTP, for demonstrations and tests; the requests stand in
/// the module's README.
final class ControlApi {
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private final Vertx vertx;
    private final SimulatedAlipay alipay;
    private final Wallet wallet;
    private final Clock clock;
    private final Delivery delivery;

    ControlApi(Vertx vertx, SimulatedAlipay alipay, Wallet wallet, Clock clock) {
        this.alipay = alipay;
        this.wallet = wallet;
        this.clock = clock;
        this.delivery = new Delivery(vertx);
        this.vertx = vertx;
    }

    Router router() {
        var control = new Control(vertx, alipay);
        control.put("/trades", this::putTrade);
        control.put("/phone", this::hold);
        control.post("/notices", this::notice);
        control.post("/refunds", this::refund);
        return control.router();
    }

    private Optional<String> putTrade(JsonObject json) {
        var appId = json.getString("app_id", "");
        var status = json.getString("trade_status", "TRADE_SUCCESS");
        if (alipay.app(appId).isEmpty()) {
            return Optional.of("app_id '" + appId + "' is unknown");
        }
        if (!Trade.STATUSES.contains(status)) {
            return Optional.of("trade_status '" + status + "', expected one of " + Trade.STATUSES);
        }
        if (json.getString("trade_no", "").isEmpty()
                || json.getString("out_trade_no", "").isEmpty()) {
            return Optional.of("trade_no or out_trade_no is missing");
        }
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
        return Optional.empty();
    }

    private Optional<String> hold(JsonObject json) {
        wallet.hold(new Wallet.Person(json.getString("open_id", "somebody"), false));
        return Optional.empty();
    }

    private void refund(RoutingContext ctx, JsonObject json) {
        var trade = alipay.trade(json.getString("app_id", ""), "", json.getString("out_trade_no", ""));
        var given = trade.flatMap(one -> alipay.refund(
                one, json.getString("out_request_no", Crypto.word()), json.getLong("refund", one.total())));
        if (given.isEmpty()) {
            Control.wrong(ctx, "there is no such trade, or less left to give back");
        } else if (json.containsKey("url")) {
            tell(ctx, json.getString("url"), given.get(), false);
        } else {
            Control.done(ctx);
        }
    }

    private void notice(RoutingContext ctx, JsonObject json) {
        var url = json.getString("url", "");
        if (json.containsKey("notice")) {
            delivery.send(ctx, url, FORM, json.getString("notice"), new JsonObject());
            return;
        }
        var trade = alipay.trade(json.getString("app_id", ""), "", json.getString("out_trade_no", ""));
        if (trade.isEmpty()) {
            Control.wrong(ctx, "there is no such trade");
        } else {
            tell(ctx, url, trade.get(), json.getBoolean("probe", false));
        }
    }

    /// @param probe with something that is no signature
    private void tell(RoutingContext ctx, String url, Trade trade, boolean probe) {
        var app = alipay.app(trade.appId()).orElseThrow();
        var fields = new TreeMap<>(trade.notice());
        fields.put("notify_id", "20261122" + Crypto.word());
        fields.put("notify_type", "trade_status_sync");
        fields.put("notify_time", Trade.beijing(clock.instant()));
        fields.put("app_id", app.appId());
        fields.put("seller_id", app.sellerId());
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        fields.put("sign_type", "RSA2");
        if (app.certified()) {
            fields.put("alipay_cert_sn", alipay.certificateNumber());
        }
        var content = Crypto.content(fields, Set.of("sign", "sign_type"));
        fields.put("sign", probe ? "SIGNTEST" : Crypto.sign(alipay.key(), content));
        var body = fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        delivery.send(ctx, url, FORM, body, new JsonObject());
    }
}
