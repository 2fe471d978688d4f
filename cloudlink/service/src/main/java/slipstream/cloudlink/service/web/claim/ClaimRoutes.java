package slipstream.cloudlink.service.web.claim;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.figures.Looks;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.SameOrigin;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;

/// `GET` and `POST /C/{token}`. Looking never claims: link previews and scanners look.
public final class ClaimRoutes implements Section {
    private static final int MOST_FORM_BYTES = 4096;
    private static final String COOKIE = "slipstream";
    private static final Duration COOKIE_LIFE = Duration.ofDays(365);

    private final Claims claims;
    private final Looks looks;
    private final Pages pages;
    private final ClaimUrls urls;
    private final SameOrigin sameOrigin;
    private final Work work;

    /// @param zone in which days end
    public ClaimRoutes(Claims claims, Looks looks, ZoneId zone, ClaimUrls urls, Work work) {
        this.claims = claims;
        this.looks = looks;
        this.pages = new Pages(zone);
        this.urls = urls;
        this.sameOrigin = new SameOrigin(urls.publicUrl());
        this.work = work;
    }

    @Override
    public void open(Router router) {
        for (var path : new String[] {"/C/:token", "/c/:token"}) {
            router.get(path).handler(work.handler(this::look, pages::busy, pages::failed));
            router.post(path)
                    .handler(BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES))
                    .handler(work.handler(this::claim, pages::busy, pages::failed));
        }
        for (int status : new int[] {400, 404, 405, 413, 500}) {
            var kind = status == 404 ? "nothing" : status == 500 ? "failed" : "foreign";
            router.errorHandler(
                    status, ctx -> pages.notice(status, kind, pages.words(ctx)).send(ctx.response()));
        }
    }

    private Reply look(RoutingContext ctx) {
        token(ctx).ifPresent(looks::looked);
        var standing =
                token(ctx).map(token -> claims.look(token, claimant(ctx))).orElse(new Standing.Unknown());
        return pages.standing(standing, pages.words(ctx), false);
    }

    private Reply claim(RoutingContext ctx) {
        if (!sameOrigin.holds(ctx)) {
            return pages.notice(403, "foreign", pages.words(ctx));
        }
        var claimant = claimant(ctx).orElseGet(Claimant::random);
        var item = Optional.ofNullable(ctx.request().getFormAttribute("item")).orElse("");
        var standing =
                token(ctx).map(token -> claims.claim(token, item, claimant)).orElse(new Standing.Unknown());
        var reply = pages.standing(standing, pages.words(ctx), true);
        return standing instanceof Standing.Claimed ? reply.with("Set-Cookie", cookie(claimant)) : reply;
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
}
