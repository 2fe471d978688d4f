package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import slipstream.cloudlink.service.gateway.wechat.simulator.Gatekeeper.Verdict;

/// The platform's side: queries, refunds and certificates, refused and sealed as the platform does.
final class PlatformApi {
    private final Vertx vertx;
    private final SimulatedPlatform platform;
    private final PlatformSeal seal;
    private final Gatekeeper gatekeeper;
    private final Clock clock;
    private final H5Pay h5;
    private final JsapiPay jsapi;

    PlatformApi(Vertx vertx, SimulatedPlatform platform, PlatformSeal seal, H5Pay h5, JsapiPay jsapi, Clock clock) {
        this.vertx = vertx;
        this.platform = platform;
        this.seal = seal;
        this.gatekeeper = new Gatekeeper(platform.merchants(), clock);
        this.clock = clock;
        this.h5 = h5;
        this.jsapi = jsapi;
    }

    void mount(Router router) {
        router.get("/v3/pay/transactions/id/:id")
                .handler(ctx -> order(ctx, platform.byTransactionId(ctx.pathParam("id")), "mchid"));
        router.get("/v3/pay/transactions/out-trade-no/:id")
                .handler(ctx -> order(ctx, byOutTradeNo(ctx, "mchid"), "mchid"));
        router.get("/v3/pay/partner/transactions/id/:id")
                .handler(ctx -> order(ctx, platform.byTransactionId(ctx.pathParam("id")), "sp_mchid"));
        router.get("/v3/pay/partner/transactions/out-trade-no/:id")
                .handler(ctx -> order(ctx, byOutTradeNo(ctx, "sub_mchid"), "sp_mchid"));
        router.get("/v3/certificates").handler(ctx -> asked(ctx, merchant -> certificates(ctx, merchant)));
        router.post("/v3/pay/transactions/h5")
                .handler(BodyHandler.create(false).setBodyLimit(65_536))
                .handler(ctx -> asked(
                        ctx,
                        merchant -> h5.place(ctx, merchant)
                                .<Outcome>map(Outcome.Fine::new)
                                .orElse(new Outcome.No(Refusal.parameter("请求体不是合法的下单请求")))));
        for (boolean partner : new boolean[] {false, true}) {
            router.post(partner ? "/v3/pay/partner/transactions/jsapi" : "/v3/pay/transactions/jsapi")
                    .handler(BodyHandler.create(false).setBodyLimit(65_536))
                    .handler(ctx -> asked(ctx, merchant -> jsapi.place(ctx, merchant, partner)));
        }
        router.post("/v3/refund/domestic/refunds")
                .handler(BodyHandler.create(false).setBodyLimit(65_536))
                .handler(ctx -> asked(ctx, merchant -> refund(ctx, merchant)));
        router.get("/v3/refund/domestic/refunds/:id")
                .handler(ctx -> asked(
                        ctx,
                        merchant -> platform.refund(ctx.pathParam("id"))
                                .filter(refund -> refund.order().payee().belongsTo(merchant))
                                .<Outcome>map(refund -> new Outcome.Fine(refund.json()))
                                .orElse(new Outcome.No(Refusal.absentRefund()))));
    }

    private Optional<Order> byOutTradeNo(RoutingContext ctx, String payee) {
        return platform.byOutTradeNo(String.valueOf(ctx.request().getParam(payee)), ctx.pathParam("id"));
    }

    /// @param asker the parameter that names who asks
    private void order(RoutingContext ctx, Optional<Order> order, String asker) {
        platform.countQuery();
        asked(ctx, merchant -> {
            if (!merchant.mchid().equals(ctx.request().getParam(asker))) {
                return new Outcome.No(Refusal.parameter("参数" + asker + "与签名的商户号不一致"));
            }
            if (order.isEmpty()) {
                return new Outcome.No(Refusal.absent());
            }
            var payee = order.get().payee();
            boolean partner = asker.equals("sp_mchid");
            if (!payee.belongsTo(merchant) || partner != (payee.provider() != null)) {
                return new Outcome.No(Refusal.otherMerchant());
            }
            if (partner && !payee.mchid().equals(ctx.request().getParam("sub_mchid"))) {
                return new Outcome.No(Refusal.otherSubMerchant());
            }
            return new Outcome.Fine(order.get().json(clock.instant()));
        });
    }

    private Outcome certificates(RoutingContext ctx, SimulatedMerchant merchant) {
        boolean sm = "SM2".equals(ctx.request().getParam("algorithm_type"));
        if (merchant.trust() == Trust.PUBLIC_KEY) {
            return new Outcome.No(new Refusal(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书，请使用微信支付公钥", null, 268456961L));
        }
        return sm == (merchant.trust() == Trust.SM)
                ? new Outcome.Fine(seal.certificates(merchant.trust(), merchant))
                : new Outcome.No(Refusal.parameter("algorithm_type与商户证书类型不一致"));
    }

    private Outcome refund(RoutingContext ctx, SimulatedMerchant merchant) {
        try {
            var json = ctx.body().asJsonObject();
            var mchid = json.getString("sub_mchid", merchant.mchid());
            var order = json.containsKey("transaction_id")
                    ? platform.byTransactionId(json.getString("transaction_id"))
                    : platform.byOutTradeNo(mchid, json.getString("out_trade_no", ""));
            if (order.isEmpty() || !order.get().payee().belongsTo(merchant)) {
                return new Outcome.No(Refusal.absent());
            }
            var amount = json.getJsonObject("amount").getLong("refund");
            return platform.refund(order.get(), json.getString("out_refund_no"), amount, clock.instant())
                    .<Outcome>map(refund -> new Outcome.Fine(refund.json()))
                    .orElse(new Outcome.No(new Refusal(403, "NOT_ENOUGH", "可退金额不足", null, 268512774L)));
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            return new Outcome.No(Refusal.parameter("请求体不是合法的退款请求"));
        }
    }

    private void asked(RoutingContext ctx, Question question) {
        var behaviour = platform.behaviour();
        switch (behaviour.kind()) {
            case SLOW -> vertx.setTimer(Math.max(1, behaviour.milliseconds()), timer -> answer(ctx, question));
            case GARBAGE ->
                ctx.response().putHeader("Content-Type", "text/html").end("<html>502 Bad Gateway");
            case DOWN -> ctx.request().connection().close();
            case THROTTLED -> refuse(ctx.response(), Refusal.tooFrequent(), null);
            case FAILING -> refuse(ctx.response(), Refusal.systemError(), null);
            case STALLED -> {
                // The question stays open until the other side gives up.
            }
            case NORMAL, TAMPERED, PROBE -> answer(ctx, question);
        }
    }

    private void answer(RoutingContext ctx, Question question) {
        var body = Optional.ofNullable(ctx.body().asString()).orElse("");
        switch (gatekeeper.check(ctx.request(), body)) {
            // Whom the platform does not recognise gets no seal.
            case Verdict.Refused refused -> refuse(ctx.response(), refused.refusal(), null);
            case Verdict.Admitted admitted -> {
                switch (question.ask(admitted.merchant())) {
                    case Outcome.Fine fine -> send(ctx.response(), 200, 0, fine.json(), admitted.merchant());
                    case Outcome.No no -> refuse(ctx.response(), no.refusal(), admitted.merchant());
                }
            }
        }
    }

    private void refuse(HttpServerResponse response, Refusal refusal, SimulatedMerchant merchant) {
        send(response, refusal.status(), refusal.number(), refusal.json(), merchant);
    }

    /// @param merchant to whom the answer is sealed; null for nobody
    private void send(
            HttpServerResponse response, int status, long number, JsonObject json, SimulatedMerchant merchant) {
        var body = json.encode();
        if (merchant != null) {
            seal.headers(body, merchant).forEach(response::putHeader);
        }
        if (platform.behaviour().kind() == Behaviour.Kind.PROBE) {
            response.putHeader("Wechatpay-Signature", "WECHATPAY/SIGNTEST/" + PlatformSeal.word(300));
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Request-Id", "08" + PlatformSeal.word(30).toUpperCase(Locale.ROOT) + "-" + number)
                .end(platform.behaviour().kind() == Behaviour.Kind.TAMPERED ? body + " " : body);
    }

    @FunctionalInterface
    private interface Question {
        Outcome ask(SimulatedMerchant merchant);
    }
}
