package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// The service accounts' messages: `POST /cgi-bin/stable_token`, `POST /cgi-bin/message/template/send`. On the platform
/// this is another host. Every account has one template; everybody whom WeChat has vouched for follows it, until told
/// otherwise.
///
/// Refusals come with status 200 and the platform's own `errcode`.
final class MessageApi {
    /// The id of the template, whose fields are [#FIELDS].
    static final String TEMPLATE = "simulated-thank-you-message-template-000000";

    private static final Map<String, Pattern> FIELDS = Map.of(
            "thing1", Pattern.compile("[^\\p{Cntrl}]{1,20}"),
            "thing2", Pattern.compile("[^\\p{Cntrl}]{1,20}"),
            "time3", Pattern.compile("20[0-9]{2}年1?[0-9]月[1-3]?[0-9]日 [0-2][0-9]:[0-5][0-9]"));
    private static final Duration TOKEN_LIFE = Duration.ofHours(2);
    private static final Duration RENEWED_EARLY = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int LONGEST_CLIENT_ID = 64;

    private final SimulatedPlatform platform;
    private final Wallet wallet;
    private final Clock clock;
    private final Map<String, Token> present = new ConcurrentHashMap<>();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();
    private final Map<List<String>, Instant> known = new ConcurrentHashMap<>();
    private final List<JsonObject> sent = new CopyOnWriteArrayList<>();
    private final BlockingQueue<JsonObject> arriving = new LinkedBlockingQueue<>();
    private final AtomicLong ids = new AtomicLong(3_000_000_000_000_000_000L);

    MessageApi(SimulatedPlatform platform, Wallet wallet, Clock clock) {
        this.platform = platform;
        this.wallet = wallet;
        this.clock = clock;
    }

    void mount(Router router) {
        post(router, "/cgi-bin/stable_token", this::token);
        post(router, "/cgi-bin/message/template/send", this::send);
    }

    private void post(Router router, String path, Answering answering) {
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(65_536))
                .handler(ctx -> {
                    switch (platform.behaviour().kind()) {
                        case DOWN -> ctx.request().connection().close();
                        case FAILING -> wrong(ctx, -1, "system error");
                        case THROTTLED -> wrong(ctx, 45009, "reach max api daily quota limit");
                        case GARBAGE -> ctx.response().end("<html>502 Bad Gateway");
                        case STALLED -> {
                            // It is taken, and the other side does not hear of it.
                            attempt(ctx, answering, false);
                        }
                        case NORMAL, SLOW, TAMPERED, PROBE -> attempt(ctx, answering, true);
                    }
                });
    }

    private static void attempt(RoutingContext ctx, Answering answering, boolean heard) {
        JsonObject answer;
        try {
            answer = answering.answer(ctx, ctx.body().asJsonObject());
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            answer = error(47001, "data format error");
        }
        if (heard) {
            ctx.json(answer);
        }
    }

    private JsonObject token(RoutingContext ctx, JsonObject json) {
        var appid = json.getString("appid", "");
        var accounts = platform.merchants().values().stream()
                .filter(merchant -> merchant.appid().equals(appid))
                .toList();
        if (accounts.isEmpty()) {
            return error(40013, "invalid appid");
        }
        if (accounts.stream().noneMatch(one -> one.appSecret().equals(json.getString("secret")))) {
            return error(40125, "invalid appsecret");
        }
        if (!"client_credential".equals(json.getString("grant_type"))) {
            return error(40002, "invalid grant_type");
        }
        var now = clock.instant();
        boolean force = json.getBoolean("force_refresh", false);
        var token = present.compute(
                appid,
                (id, held) -> held == null || force || now.isAfter(held.until.minus(RENEWED_EARLY))
                        ? fresh(id, now, force ? held : null)
                        : held);
        return new JsonObject()
                .put("access_token", token.text)
                .put("expires_in", Duration.between(now, token.until).toSeconds());
    }

    /// @param former is worth nothing from now on; null where it ends by itself
    private Token fresh(String appid, Instant now, Token former) {
        if (former != null) {
            tokens.remove(former.text);
        }
        var token = new Token(PlatformSeal.word(136), appid, now.plus(TOKEN_LIFE));
        tokens.put(token.text, token);
        return token;
    }

    private JsonObject send(RoutingContext ctx, JsonObject json) {
        var text = ctx.request().getParam("access_token");
        if (text == null || text.isEmpty()) {
            return error(41001, "access_token missing");
        }
        var token = tokens.get(text);
        if (token == null) {
            return error(40001, "invalid credential, access_token is invalid or not latest");
        }
        if (clock.instant().isAfter(token.until)) {
            return error(42001, "access_token expired");
        }
        return complaint(json, token.appid).orElseGet(() -> deliver(json));
    }

    private Optional<JsonObject> complaint(JsonObject json, String appid) {
        var openid = json.getString("touser", "");
        if (!wallet.hasVouched(appid, openid)) {
            return Optional.of(error(40003, "invalid openid"));
        }
        if (!TEMPLATE.equals(json.getString("template_id"))) {
            return Optional.of(error(40037, "invalid template_id"));
        }
        if (json.getString("client_msg_id", "").length() > LONGEST_CLIENT_ID) {
            return Optional.of(error(47003, "argument invalid! client_msg_id invalid"));
        }
        var data = json.getJsonObject("data");
        if (!data.fieldNames().equals(FIELDS.keySet())) {
            return Optional.of(error(47003, "argument invalid! data fields are not those of the template"));
        }
        for (var field : FIELDS.entrySet()) {
            var value = data.getJsonObject(field.getKey()).getString("value");
            if (!field.getValue().matcher(value).matches()) {
                return Optional.of(error(47003, "argument invalid! data." + field.getKey() + ".value invalid"));
            }
        }
        return strangers.contains(openid) ? Optional.of(error(43004, "require subscribe")) : Optional.empty();
    }

    private JsonObject deliver(JsonObject json) {
        var now = clock.instant();
        var id = List.of(json.getString("touser"), json.getString("client_msg_id", PlatformSeal.word(32)));
        var former = known.get(id);
        if (former == null || former.plus(REMEMBERED).isBefore(now)) {
            known.put(id, now);
            sent.add(json);
            arriving.add(json);
        }
        return new JsonObject().put("errcode", 0).put("errmsg", "ok").put("msgid", ids.incrementAndGet());
    }

    /// Somebody follows the account from now on, or not.
    void follow(String openid, boolean follows) {
        if (follows) {
            strangers.remove(openid);
        } else {
            strangers.add(openid);
        }
    }

    /// Every token there is is worth nothing from now on, and WeChat does not know it: it goes on giving it.
    void spoilTokens() {
        tokens.clear();
    }

    /// What has arrived on phones.
    List<JsonObject> sent() {
        return List.copyOf(sent);
    }

    /// What arrives next, each once, in order.
    BlockingQueue<JsonObject> arriving() {
        return arriving;
    }

    private static void wrong(RoutingContext ctx, int code, String message) {
        ctx.json(error(code, message));
    }

    private static JsonObject error(int code, String message) {
        return new JsonObject().put("errcode", code).put("errmsg", message + " rid: " + PlatformSeal.word(16));
    }

    private record Token(String text, String appid, Instant until) {}

    @FunctionalInterface
    private interface Answering {
        JsonObject answer(RoutingContext ctx, JsonObject json);
    }
}
