package slipstream.cloudlink.service.web;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.claim.Claims.Standing;

/// `GET` and `POST /C/{token}`. Looking never claims: link previews and scanners look.
final class ClaimRoutes {
    private static final String COOKIE = "slipstream";
    private static final Duration COOKIE_LIFE = Duration.ofDays(365);

    private final Claims claims;
    private final Pages pages;
    private final ClaimUrls urls;

    ClaimRoutes(Claims claims, Pages pages, ClaimUrls urls) {
        this.claims = claims;
        this.pages = pages;
        this.urls = urls;
    }

    Reply look(RoutingContext ctx) {
        var standing =
                token(ctx).map(token -> claims.look(token, claimant(ctx))).orElse(new Standing.Unknown());
        return pages.standing(standing, words(ctx), false);
    }

    Reply claim(RoutingContext ctx) {
        if (!comesFromOurPage(ctx)) {
            return pages.notice(403, "foreign", words(ctx));
        }
        var claimant = claimant(ctx).orElseGet(Claimant::random);
        var item = Optional.ofNullable(ctx.request().getFormAttribute("item")).orElse("");
        var standing =
                token(ctx).map(token -> claims.claim(token, item, claimant)).orElse(new Standing.Unknown());
        var reply = pages.standing(standing, words(ctx), true);
        return standing instanceof Standing.Claimed ? reply.with("Set-Cookie", cookie(claimant)) : reply;
    }

    static Words words(RoutingContext ctx) {
        return Words.of(ctx.request().getParam("lang"), ctx.request().getHeader("Accept-Language"));
    }

    private static Optional<ClaimToken> token(RoutingContext ctx) {
        return ClaimToken.read(ctx.pathParam("token"));
    }

    private static Optional<Claimant> claimant(RoutingContext ctx) {
        return Optional.ofNullable(ctx.request().getCookie(COOKIE)).flatMap(cookie -> Claimant.read(cookie.getValue()));
    }

    private String cookie(Claimant claimant) {
        return COOKIE + "=" + claimant.word() + "; Path=/; Max-Age=" + COOKIE_LIFE.toSeconds()
                + "; HttpOnly; SameSite=Lax" + (urls.isSecure() ? "; Secure" : "");
    }

    /// A browser says where a form comes from; a form of ours comes from the host it goes to.
    private boolean comesFromOurPage(RoutingContext ctx) {
        var site = ctx.request().getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        var origin = ctx.request().getHeader("Origin");
        if (origin == null) {
            return true;
        }
        var host = ctx.request().getHeader("Host");
        var lower = origin.toLowerCase(Locale.ROOT);
        return lower.equals(originOf(urls.publicUrl()))
                || (host != null && lower.replaceFirst("^https?://", "").equals(host.toLowerCase(Locale.ROOT)));
    }

    private static String originOf(String url) {
        return url.toLowerCase(Locale.ROOT).replaceFirst("^(https?://[^/]+).*", "$1");
    }
}
