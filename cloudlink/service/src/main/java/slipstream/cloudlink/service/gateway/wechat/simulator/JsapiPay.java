package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import slipstream.cloudlink.service.gateway.simulator.Wallet;
import slipstream.cloudlink.service.gateway.wechat.simulator.Order.Payee;

/// Paying within WeChat: an order is placed for one payer by a signed question, the page's call opens the payment
/// window if its own signature holds, a tap there pays.
///
/// What is refused is refused with the platform's codes; those of the number 0 are not known to us.
final class JsapiPay {
    private static final Duration PREPAY_LIFE = Duration.ofHours(2);
    private static final String WORD = "get_brand_wcpay_request:";

    private final SimulatedPlatform platform;
    private final Payments payments;
    private final Wallet wallet;
    private final Clock clock;
    private final Map<String, Prepaid> prepaid = new ConcurrentHashMap<>();

    JsapiPay(SimulatedPlatform platform, Payments payments, Wallet wallet, Clock clock) {
        this.platform = platform;
        this.payments = payments;
        this.wallet = wallet;
        this.clock = clock;
    }

    /// Places an order.
    ///
    /// @param partner whether the question came by the service providers' address
    Outcome place(RoutingContext ctx, SimulatedMerchant merchant, boolean partner) {
        try {
            var json = ctx.body().asJsonObject();
            var refusal = partner ? partnerRefusal(json, merchant) : directRefusal(json, merchant);
            if (refusal.isPresent()) {
                return new Outcome.No(refusal.get());
            }
            var payee = platform.payee(json.getString(partner ? "sub_mchid" : "mchid"));
            var openid = json.getJsonObject("payer").getString(partner ? "sp_openid" : "openid");
            if (payee.isEmpty() || !payee.get().belongsTo(merchant)) {
                return new Outcome.No(Refusal.noRelation());
            }
            if (!wallet.hasVouched(merchant.appid(), openid)) {
                return new Outcome.No(Refusal.parameter("appid和openid不匹配"));
            }
            return place(json, merchant, payee.get(), openid);
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            return new Outcome.No(Refusal.parameter("请求体不是合法的下单请求"));
        }
    }

    private static Optional<Refusal> directRefusal(JsonObject json, SimulatedMerchant merchant) {
        if (!merchant.mchid().equals(json.getString("mchid"))) {
            return Optional.of(Refusal.parameter("参数mchid与签名的商户号不一致"));
        }
        return merchant.appid().equals(json.getString("appid"))
                ? Optional.empty()
                : Optional.of(Refusal.applicationUnbound());
    }

    private Optional<Refusal> partnerRefusal(JsonObject json, SimulatedMerchant merchant) {
        if (!merchant.mchid().equals(json.getString("sp_mchid"))) {
            return Optional.of(Refusal.parameter("参数sp_mchid与签名的商户号不一致"));
        }
        var subAppid = platform.payee(json.getString("sub_mchid")).map(Payee::appid);
        return merchant.appid().equals(json.getString("sp_appid"))
                        && (!json.containsKey("sub_appid")
                                || subAppid.filter(json.getString("sub_appid")::equals)
                                        .isPresent())
                ? Optional.empty()
                : Optional.of(Refusal.applicationUnbound());
    }

    private Outcome place(JsonObject json, SimulatedMerchant merchant, Payee payee, String openid) {
        var wrong = Payments.complaint(json);
        if (wrong.isPresent()) {
            return new Outcome.No(Refusal.parameter(wrong.get()));
        }
        var number = json.getString("out_trade_no");
        if (platform.byOutTradeNo(payee.mchid(), number).isPresent()) {
            return new Outcome.No(Refusal.numberUsed());
        }
        var total = json.getJsonObject("amount").getLong("total");
        platform.put(new Order(payee, "", number, "", total, "NOTPAY", "JSAPI"));
        var id = "wx" + PlatformSeal.word(34);
        var until = clock.instant().plus(PREPAY_LIFE);
        prepaid.put(id, new Prepaid(merchant, payee, number, openid, json.getString("notify_url"), until));
        return new Outcome.Fine(new JsonObject().put("prepay_id", id));
    }

    /// What `getBrandWCPayRequest` is answered on the phone of a payer: `openid`, `cancel` when the window is closed
    /// without paying, and the call's six parameters.
    void call(RoutingContext ctx, JsonObject json) {
        var order = prepaid.get(json.getString("package", "").replaceFirst("^prepay_id=", ""));
        var objection = objection(json, order);
        if (objection.isPresent()) {
            ctx.json(new JsonObject().put("err_msg", WORD + "fail").put("err_desc", objection.get()));
        } else if (json.getBoolean("cancel", false)) {
            ctx.json(new JsonObject().put("err_msg", WORD + "cancel"));
        } else {
            prepaid.values().remove(order);
            var placed =
                    platform.byOutTradeNo(order.payee.mchid(), order.number).orElseThrow();
            payments.pay(placed, order.openid, order.notices)
                    .onComplete(told -> ctx.json(new JsonObject().put("err_msg", WORD + "ok")));
        }
    }

    private Optional<String> objection(JsonObject json, Prepaid order) {
        if (order == null || clock.instant().isAfter(order.until)) {
            return Optional.of("支付验证签名失败: 没有此预支付单，或已过期");
        }
        if (!order.isOf(json.getString("appId")) || !"RSA".equals(json.getString("signType"))) {
            return Optional.of("支付验证签名失败: appId 或 signType 不符");
        }
        var signed = json.getString("appId") + "\n" + json.getString("timeStamp") + "\n" + json.getString("nonceStr")
                + "\n" + json.getString("package") + "\n";
        if (!json.getString("timeStamp", "").matches("[0-9]{10}")
                || !Crypto.verifies(Trust.PUBLIC_KEY, order.merchant.key(), signed, json.getString("paySign", ""))) {
            return Optional.of("支付验证签名失败");
        }
        return order.openid.equals(json.getString("openid")) ? Optional.empty() : Optional.of("当前微信用户不是下单的用户");
    }

    private record Prepaid(
            SimulatedMerchant merchant, Payee payee, String number, String openid, String notices, Instant until) {
        boolean isOf(String appid) {
            return merchant.appid().equals(appid) || payee.appid().equals(appid);
        }
    }
}
