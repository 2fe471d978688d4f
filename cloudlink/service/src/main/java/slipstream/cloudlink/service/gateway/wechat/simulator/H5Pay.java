package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import slipstream.cloudlink.service.gateway.simulator.Cashier;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// Paying from a phone's own browser: an order is placed by a signed question, its page is opened, a tap there
/// pays, a sealed notice is sent, the phone goes back.
final class H5Pay {
    private final SimulatedPlatform platform;
    private final Payments payments;
    private final Wallet wallet;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    H5Pay(SimulatedPlatform platform, Payments payments, Wallet wallet) {
        this.platform = platform;
        this.payments = payments;
        this.wallet = wallet;
    }

    void mount(Router router) {
        router.get("/h5/:id").handler(this::show);
        router.post("/h5/:id").handler(this::pay);
    }

    /// Places an order; nothing where the question is not what it should be.
    Optional<JsonObject> place(RoutingContext ctx, SimulatedMerchant merchant) {
        try {
            var json = ctx.body().asJsonObject();
            var number = json.getString("out_trade_no");
            var total = json.getJsonObject("amount").getLong("total");
            var scene = json.getJsonObject("scene_info");
            var payee = platform.payee(merchant.mchid());
            if (!merchant.mchid().equals(json.getString("mchid"))
                    || !merchant.appid().equals(json.getString("appid"))
                    || Payments.complaint(json).isPresent()
                    || scene.getString("payer_client_ip").isEmpty()
                    || scene.getJsonObject("h5_info").getString("type").isEmpty()
                    || payee.isEmpty()) {
                return Optional.empty();
            }
            platform.put(new Order(payee.get(), "", number, "", total, "NOTPAY", "MWEB"));
            var id = PlatformSeal.word(24);
            pending.put(id, new Pending(merchant.mchid(), number, json.getString("notify_url")));
            return Optional.of(
                    new JsonObject().put("h5_url", "http://" + ctx.request().authority() + "/h5/" + id));
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private void show(RoutingContext ctx) {
        var id = ctx.pathParam("id");
        var back = ctx.request().getParam("redirect_url");
        var order = pending.get(id);
        var agent = agent(ctx);
        if (order == null || back == null || !Cashier.allows(back) || agent.contains("MicroMessenger")) {
            ctx.response().setStatusCode(400).end("参数格式有误，请联系商家解决");
            return;
        }
        pending.put(id, order.backTo(back));
        var fen = platform.byOutTradeNo(order.mchid, order.number).orElseThrow().total();
        Cashier.show(ctx, "/h5/" + id, "¥" + BigDecimal.valueOf(fen, 2).toPlainString());
    }

    private void pay(RoutingContext ctx) {
        var order = pending.remove(ctx.pathParam("id"));
        if (order == null || order.back == null) {
            ctx.response().setStatusCode(404).end();
            return;
        }
        var placed = platform.byOutTradeNo(order.mchid, order.number).orElseThrow();
        var payer = wallet.holder(agent(ctx)).openid();
        Cashier.back(ctx, payments.pay(placed, payer, order.notices), order.back);
    }

    private static String agent(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().getHeader("User-Agent")).orElse("");
    }

    /// @param back where the phone goes afterwards; null as long as nobody has opened the page
    private record Pending(String mchid, String number, String notices, String back) {
        Pending(String mchid, String number, String notices) {
            this(mchid, number, notices, null);
        }

        Pending backTo(String url) {
            return new Pending(mchid, number, notices, url);
        }
    }
}
