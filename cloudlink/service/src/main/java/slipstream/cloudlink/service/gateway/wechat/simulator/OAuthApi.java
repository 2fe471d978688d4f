package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// WeChat's web authorisation: `GET /connect/oauth2/authorize` for the phone, `GET /sns/oauth2/access_token`
/// for the service. On the platform these are other hosts.
final class OAuthApi {
    private static final Set<String> SCOPES = Set.of("snsapi_base", "snsapi_userinfo");
    private static final Pattern STATE = Pattern.compile("[0-9A-Za-z]{0,128}");
    private static final int SECONDS = 7200;

    private final SimulatedPlatform platform;
    private final Wallet wallet;
    private final Set<String> domains;

    /// @param domains hosts that are registered for redirection
    OAuthApi(SimulatedPlatform platform, Wallet wallet, Set<String> domains) {
        this.platform = platform;
        this.wallet = wallet;
        this.domains = domains;
    }

    void mount(Router router) {
        router.get("/connect/oauth2/authorize").handler(this::authorise);
        router.get("/sns/oauth2/access_token").handler(this::token);
    }

    private void authorise(RoutingContext ctx) {
        var agent = Optional.ofNullable(ctx.request().getHeader("User-Agent")).orElse("");
        if (!agent.contains("MicroMessenger")) {
            page(ctx, "请在微信客户端打开链接");
            return;
        }
        var query = ctx.request();
        var appid = Optional.ofNullable(query.getParam("appid")).orElse("");
        var state = Optional.ofNullable(query.getParam("state")).orElse("");
        var redirect = redirect(query.getParam("redirect_uri"));
        if (merchant(appid).isEmpty()) {
            page(ctx, "appid参数错误 10012");
        } else if (redirect.isEmpty() || !domains.contains(redirect.get().getHost())) {
            page(ctx, "redirect_uri域名与后台配置不一致，错误码:10003");
        } else if (!"code".equals(query.getParam("response_type"))
                || !SCOPES.contains(String.valueOf(query.getParam("scope")))
                || !STATE.matcher(state).matches()) {
            page(ctx, "Scope参数错误或没有Scope权限 10005");
        } else {
            var to = redirect.get().toString();
            ctx.redirect(to + (to.contains("?") ? "&" : "?") + "code=" + wallet.authorise(appid, agent) + "&state="
                    + URLEncoder.encode(state, StandardCharsets.UTF_8));
        }
    }

    private static Optional<URI> redirect(String text) {
        try {
            return Optional.ofNullable(text).map(URI::create).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void page(RoutingContext ctx, String sentence) {
        ctx.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end("<!DOCTYPE html><html lang=\"zh\"><title>微信</title><h1>" + sentence + "</h1></html>");
    }

    private Optional<SimulatedMerchant> merchant(String appid) {
        return platform.merchants().values().stream()
                .filter(merchant -> merchant.appid().equals(appid))
                .findFirst();
    }

    /// Refusals come with status 200, as the platform has it.
    private void token(RoutingContext ctx) {
        var query = ctx.request();
        var appid = Optional.ofNullable(query.getParam("appid")).orElse("");
        var merchant = merchant(appid);
        if (merchant.isEmpty()) {
            wrong(ctx, 40013, "invalid appid");
        } else if (platform.merchants().values().stream()
                .filter(one -> one.appid().equals(appid))
                .noneMatch(one -> one.appSecret().equals(query.getParam("secret")))) {
            wrong(ctx, 40125, "invalid appsecret");
        } else if (!"authorization_code".equals(query.getParam("grant_type"))) {
            wrong(ctx, 40002, "invalid grant_type");
        } else {
            var grant = wallet.redeem(query.getParam("code"))
                    .filter(one -> one.application().equals(appid));
            if (grant.isEmpty()) {
                wrong(ctx, 40029, "invalid code");
            } else if (grant.get().used()) {
                wrong(ctx, 40163, "code been used");
            } else {
                granted(ctx, grant.get().person());
            }
        }
    }

    private static void granted(RoutingContext ctx, Wallet.Person person) {
        var json = new JsonObject()
                .put("access_token", PlatformSeal.word(64))
                .put("expires_in", SECONDS)
                .put("refresh_token", PlatformSeal.word(64))
                .put("openid", person.openid())
                .put("scope", "snsapi_base");
        ctx.json(person.snapshot() ? json.put("is_snapshotuser", 1) : json);
    }

    private static void wrong(RoutingContext ctx, int code, String message) {
        ctx.json(new JsonObject().put("errcode", code).put("errmsg", message + ", rid: " + PlatformSeal.word(16)));
    }
}
