package slipstream.cloudlink.service.gateway.alipay.simulator;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.service.gateway.simulator.Wallet;

/// Alipay's web authorisation for the phone: `GET /oauth2/publicAppAuthorize.htm`. On the platform this is
/// another host.
final class OAuthPage {
    private static final Set<String> SCOPES = Set.of("auth_base", "auth_user");

    private final SimulatedAlipay alipay;
    private final Wallet wallet;
    private final Set<String> domains;

    /// @param domains hosts that are registered for redirection
    OAuthPage(SimulatedAlipay alipay, Wallet wallet, Set<String> domains) {
        this.alipay = alipay;
        this.wallet = wallet;
        this.domains = domains;
    }

    void mount(Router router) {
        router.get("/oauth2/publicAppAuthorize.htm").handler(this::authorise);
    }

    private void authorise(RoutingContext ctx) {
        var query = ctx.request();
        var agent = Optional.ofNullable(query.getHeader("User-Agent")).orElse("");
        var appId = Optional.ofNullable(query.getParam("app_id")).orElse("");
        var redirect = Optional.ofNullable(query.getParam("redirect_uri")).flatMap(OAuthPage::uri);
        if (!agent.contains("AlipayClient")) {
            page(ctx, "请使用支付宝扫码打开");
        } else if (alipay.app(appId).isEmpty()) {
            page(ctx, "应用不存在 invalid-app-id");
        } else if (!SCOPES.contains(String.valueOf(query.getParam("scope")))) {
            page(ctx, "授权范围不正确 invalid-scope");
        } else if (redirect.isEmpty() || !domains.contains(redirect.get().getHost())) {
            page(ctx, "回调地址与应用配置不一致 redirect-uri-not-match");
        } else {
            var to = redirect.get().toString();
            ctx.redirect(to + (to.contains("?") ? "&" : "?") + "app_id=" + appId + "&source=alipay_wallet&scope="
                    + query.getParam("scope") + "&state=" + encoded(query.getParam("state")) + "&auth_code="
                    + wallet.authorise(appId, agent));
        }
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text)).filter(uri -> uri.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String state) {
        return state == null ? "" : URLEncoder.encode(state, StandardCharsets.UTF_8);
    }

    private static void page(RoutingContext ctx, String sentence) {
        ctx.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .end("<!DOCTYPE html><html lang=\"zh\"><title>支付宝</title><h1>" + sentence + "</h1></html>");
    }
}
