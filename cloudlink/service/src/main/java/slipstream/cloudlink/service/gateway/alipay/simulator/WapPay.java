package slipstream.cloudlink.service.gateway.alipay.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import slipstream.cloudlink.service.gateway.simulator.Cashier;
import slipstream.cloudlink.service.gateway.simulator.Delivery;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// `alipay.trade.wap.pay`: the signed address opens a page, a tap there pays, a notice is sent, the phone goes back.
final class WapPay {
    private final SimulatedAlipay alipay;
    private final Wallet wallet;
    private final Clock clock;
    private final Delivery delivery;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    WapPay(Vertx vertx, SimulatedAlipay alipay, Wallet wallet, Clock clock) {
        this.alipay = alipay;
        this.wallet = wallet;
        this.clock = clock;
        this.delivery = new Delivery(vertx);
    }

    void mount(Router router) {
        router.post("/cashier/:id").handler(this::pay);
    }

    /// Opens the page of an order whose parameters were found good.
    void open(RoutingContext ctx, SimulatedApp app, Map<String, String> parameters, JsonObject content) {
        var back = parameters.getOrDefault("return_url", "");
        var number = content.getString("out_trade_no", "");
        if (number.isEmpty()
                || content.getString("subject", "").isEmpty()
                || !"QUICK_WAP_WAY".equals(content.getString("product_code"))
                || !Cashier.allows(back)
                || alipay.trade(app.appId(), "", number).isPresent()) {
            ctx.response().setStatusCode(400).end("INVALID_PARAMETER");
            return;
        }
        long fen = new BigDecimal(content.getString("total_amount"))
                .movePointRight(2)
                .longValueExact();
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8)).format(DateTimeFormatter.BASIC_ISO_DATE);
        var tradeNo = day + "22001" + String.format("%015d", new SecureRandom().nextLong(1_000_000_000_000_000L));
        alipay.put(new Trade(app.appId(), tradeNo, number, "", "", fen, 0, "WAIT_BUYER_PAY", null));
        pending.put(tradeNo, new Pending(app.appId(), number, back, parameters.getOrDefault("notify_url", "")));
        Cashier.show(ctx, "/cashier/" + tradeNo, "¥" + Trade.yuan(fen));
    }

    private void pay(RoutingContext ctx) {
        var order = Optional.ofNullable(pending.remove(ctx.pathParam("id")));
        var trade = order.flatMap(one -> alipay.trade(one.appId, "", one.number));
        if (trade.isEmpty()) {
            ctx.response().setStatusCode(404).end();
            return;
        }
        var agent = Optional.ofNullable(ctx.request().getHeader("User-Agent")).orElse("");
        var payer = wallet.holder(agent).openid();
        var one = trade.get();
        var paid = new Trade(
                one.appId(),
                one.tradeNo(),
                one.outTradeNo(),
                Person.userId(payer),
                payer,
                one.total(),
                0,
                "TRADE_SUCCESS",
                clock.instant());
        alipay.put(paid);
        var body = new TradeNotices(alipay, clock).body(paid, false);
        Cashier.back(
                ctx, delivery.send(order.get().notices, TradeNotices.FORM, body, new JsonObject()), order.get().back);
    }

    private record Pending(String appId, String number, String back, String notices) {}
}
