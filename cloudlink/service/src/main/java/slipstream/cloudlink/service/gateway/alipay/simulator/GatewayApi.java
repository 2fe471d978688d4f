package slipstream.cloudlink.service.gateway.alipay.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import slipstream.cloudlink.service.gateway.simulator.Wallet;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;

/// `POST /gateway.do`: parameters checked in the platform's order and refused with its codes, answers signed
/// over the bytes of their node.
final class GatewayApi {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration MOST_OFF = Duration.ofMinutes(15);

    private final Vertx vertx;
    private final SimulatedAlipay alipay;
    private final Wallet wallet;
    private final Clock clock;
    private final WapPay wapPay;

    GatewayApi(Vertx vertx, SimulatedAlipay alipay, Wallet wallet, Clock clock) {
        this.vertx = vertx;
        this.alipay = alipay;
        this.wallet = wallet;
        this.clock = clock;
        this.wapPay = new WapPay(vertx, alipay, wallet, clock);
    }

    void mount(Router router) {
        router.post("/gateway.do")
                .handler(BodyHandler.create(false).setBodyLimit(65_536).setMergeFormAttributes(true))
                .handler(this::behave);
        router.get("/gateway.do").handler(this::page);
        wapPay.mount(router);
    }

    /// A page for a phone: refused in plain words, for people.
    private void page(RoutingContext ctx) {
        var parameters = new TreeMap<String, String>();
        ctx.request().params().forEach(one -> parameters.put(one.getKey(), one.getValue()));
        var app = alipay.app(parameters.getOrDefault("app_id", ""));
        var objection = app.map(one -> objection(one, parameters))
                .orElse(Optional.of(Answers.invalid("isv.invalid-app-id", "无效的AppID参数")));
        try {
            if (objection.isPresent() || !"alipay.trade.wap.pay".equals(parameters.get("method"))) {
                var code = objection.map(json -> json.getString("sub_code")).orElse("isv.invalid-method");
                ctx.response().setStatusCode(400).end(code);
                return;
            }
            wapPay.open(ctx, app.get(), parameters, content(app.get(), parameters));
        } catch (GeneralSecurityException
                | DecodeException
                | ClassCastException
                | NullPointerException
                | ArithmeticException
                | NumberFormatException e) {
            ctx.response().setStatusCode(400).end("INVALID_PARAMETER");
        }
    }

    private void behave(RoutingContext ctx) {
        alipay.countQuery();
        var behaviour = alipay.behaviour();
        switch (behaviour.kind()) {
            case SLOW -> vertx.setTimer(Math.max(1, behaviour.milliseconds()), timer -> answer(ctx));
            case GARBAGE ->
                ctx.response().putHeader("Content-Type", "text/html").end("<html>502 Bad Gateway");
            case DOWN -> ctx.request().connection().close();
            case FAILING -> ctx.response().setStatusCode(503).end();
            case STALLED -> {
                // The question stays open until the other side gives up.
            }
            case NORMAL, TAMPERED, PROBE, THROTTLED -> answer(ctx);
        }
    }

    private void answer(RoutingContext ctx) {
        var parameters = new TreeMap<String, String>();
        ctx.request().params().forEach(one -> parameters.put(one.getKey(), one.getValue()));
        var app = alipay.app(parameters.getOrDefault("app_id", ""));
        var refusal = app.isEmpty()
                ? Optional.of(Answers.invalid("isv.invalid-app-id", "无效的AppID参数"))
                : objection(app.get(), parameters);
        var node = parameters.getOrDefault("method", "unknown").replace('.', '_') + "_response";
        var json = refusal.orElseGet(() -> asked(app.orElseThrow(), parameters));
        if (alipay.behaviour().kind() == Behaviour.Kind.THROTTLED) {
            json = Answers.of("40005", "Call Limited", "isv.app-call-limited", "应用调用次数超限");
        }
        boolean understood = json.getString("code").equals("10000");
        var text = app.isPresent() && app.get().encrypts() && understood
                ? "\"" + Crypto.encrypt(app.get().contentKey(), json.encode()) + "\""
                : json.encode();
        ctx.response().putHeader("Content-Type", "text/html;charset=utf-8").end(sealed(app, node, text));
    }

    /// Whom the platform does not recognise gets no signature.
    private String sealed(Optional<SimulatedApp> app, String node, String text) {
        if (app.isEmpty()) {
            return "{\"" + node + "\":" + text + "}";
        }
        var kind = alipay.behaviour().kind();
        var signature = kind == Behaviour.Kind.PROBE ? "SIGNTEST" : Crypto.sign(alipay.key(), text);
        var number = app.get().certified() ? "\"alipay_cert_sn\":\"" + alipay.certificateNumber() + "\"," : "";
        var shown = kind == Behaviour.Kind.TAMPERED ? text.replaceFirst("[0-9](?=[^0-9]*$)", "x") : text;
        return "{\"" + node + "\":" + shown + "," + number + "\"sign\":\"" + signature + "\"}";
    }

    private Optional<JsonObject> objection(SimulatedApp app, Map<String, String> parameters) {
        for (var needed : new String[] {"method", "timestamp", "sign", "sign_type", "version", "charset"}) {
            if (parameters.getOrDefault(needed, "").isEmpty()) {
                return Optional.of(Answers.of(
                        "40001",
                        "Missing Required Arguments",
                        "isv.missing-" + needed.replace('_', '-'),
                        "缺少" + needed));
            }
        }
        if (!parameters.get("sign_type").equals("RSA2")) {
            return Optional.of(Answers.invalid("isv.invalid-signature-type", "无效签名类型"));
        }
        if (!isFresh(parameters.get("timestamp"))) {
            return Optional.of(Answers.invalid("isv.invalid-timestamp", "非法的时间戳参数"));
        }
        if (app.certified()
                && (!app.certificateNumber().equals(parameters.get("app_cert_sn"))
                        || !alipay.rootNumber().equals(parameters.get("alipay_root_cert_sn")))) {
            return Optional.of(Answers.invalid("isv.invalid-cert-sn", "证书序列号与应用不匹配"));
        }
        var content = Crypto.content(parameters, Set.of("sign"));
        return Crypto.verifies(app.key(), content, parameters.get("sign"))
                ? Optional.empty()
                : Optional.of(Answers.invalid("isv.invalid-signature", "验签出错，待验签内容为" + content));
    }

    private boolean isFresh(String timestamp) {
        try {
            var sent = LocalDateTime.parse(timestamp, TIME).toInstant(ZoneOffset.ofHours(8));
            return Duration.between(sent, clock.instant()).abs().compareTo(MOST_OFF) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private JsonObject asked(SimulatedApp app, Map<String, String> parameters) {
        try {
            return switch (parameters.get("method")) {
                case "alipay.trade.query" -> query(app, content(app, parameters));
                case "alipay.trade.refund" -> refund(app, content(app, parameters));
                case "alipay.system.oauth.token" -> token(app, parameters);
                default -> Answers.invalid("isv.invalid-method", "不存在的方法名");
            };
        } catch (GeneralSecurityException e) {
            return Answers.invalid("isv.invalid-encrypt", "解密异常");
        } catch (DecodeException
                | ClassCastException
                | NullPointerException
                | ArithmeticException
                | NumberFormatException e) {
            return Answers.failed("ACQ.INVALID_PARAMETER", "参数无效");
        }
    }

    private static JsonObject content(SimulatedApp app, Map<String, String> parameters)
            throws GeneralSecurityException {
        var content = parameters.getOrDefault("biz_content", "");
        if (app.encrypts() != "AES".equals(parameters.get("encrypt_type"))) {
            throw new GeneralSecurityException("encrypted where it should not be, or the other way round");
        }
        return new JsonObject(app.encrypts() ? Crypto.decrypt(app.contentKey(), content) : content);
    }

    private Optional<Trade> trade(SimulatedApp app, JsonObject content) {
        return alipay.trade(app.appId(), content.getString("trade_no", ""), content.getString("out_trade_no", ""));
    }

    private JsonObject query(SimulatedApp app, JsonObject content) {
        return trade(app, content).map(Trade::json).orElseGet(() -> Answers.failed("ACQ.TRADE_NOT_EXIST", "交易不存在"));
    }

    private JsonObject refund(SimulatedApp app, JsonObject content) {
        var trade = trade(app, content);
        if (trade.isEmpty()) {
            return Answers.failed("ACQ.TRADE_NOT_EXIST", "交易不存在");
        }
        long fen = new BigDecimal(content.getString("refund_amount"))
                .movePointRight(2)
                .longValueExact();
        return alipay.refund(trade.get(), content.getString("out_request_no", ""), fen)
                .map(given -> new JsonObject()
                        .put("code", "10000")
                        .put("msg", "Success")
                        .put("trade_no", given.tradeNo())
                        .put("out_trade_no", given.outTradeNo())
                        .put("fund_change", "Y")
                        .put("refund_fee", Trade.yuan(given.refunded())))
                .orElseGet(() -> Answers.failed("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限"));
    }

    private JsonObject token(SimulatedApp app, Map<String, String> parameters) {
        if (!"authorization_code".equals(parameters.get("grant_type"))) {
            return Answers.invalid("isv.grant-type-invalid", "无效的授权类型");
        }
        var grant = wallet.redeem(parameters.get("code"))
                .filter(one -> one.application().equals(app.appId()) && !one.used());
        return grant.map(one -> new JsonObject()
                        .put("code", "10000")
                        .put("access_token", "authbseB" + Crypto.word())
                        .put("open_id", one.person().openid())
                        .put("user_id", Person.userId(one.person().openid()))
                        .put("expires_in", 300)
                        .put("auth_start", Trade.beijing(clock.instant())))
                .orElseGet(() -> Answers.invalid("isv.code-invalid", "授权码code无效"));
    }
}
