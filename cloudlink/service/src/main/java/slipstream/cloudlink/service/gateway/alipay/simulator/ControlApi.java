package slipstream.cloudlink.service.gateway.alipay.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.simulator.Control;
import slipstream.cloudlink.service.gateway.simulator.Delivery;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// Tells the simulator what to do. JSON over plain HTTP, for demonstrations and tests; the requests stand in
/// the module's README.
final class ControlApi {
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
            delivery.send(ctx, url, TradeNotices.FORM, json.getString("notice"), new JsonObject());
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
        delivery.send(
                ctx, url, TradeNotices.FORM, new TradeNotices(alipay, clock).body(trade, probe), new JsonObject());
    }
}
