package slipstream.cloudlink.service.web.claim;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.copy.Copies;
import slipstream.cloudlink.service.figures.Looks;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.pool.AtScan;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.SameOrigin;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.login.Logins;
import slipstream.cloudlink.service.web.login.Visitors;

/// `GET` and `POST /C/{token}`. Looking never claims: link previews and scanners look.
///
/// A link that is its payer's alone has the wallet say whose phone it is; any other asks nobody anything.
public final class ClaimRoutes implements Section {
    private static final int MOST_FORM_BYTES = 4096;

    private final Claims claims;
    private final Looks looks;
    private final Function<String, Optional<Merchant>> merchants;
    private final Visitors visitors;
    private final Logins logins;
    private final Guesses guesses;
    private final Pages pages;
    private final ScanPages scans;
    private final ClaimUrls urls;
    private final SameOrigin sameOrigin;
    private final Work work;

    /// @param zone in which days end
    public ClaimRoutes(
            Claims claims,
            Looks looks,
            AtScan atScan,
            Copies copies,
            Function<String, Optional<Merchant>> merchants,
            Visitors visitors,
            Logins logins,
            Guesses guesses,
            ZoneId zone,
            ClaimUrls urls,
            Work work) {
        this.claims = claims;
        this.looks = looks;
        this.merchants = merchants;
        this.visitors = visitors;
        this.logins = logins;
        this.guesses = guesses;
        this.pages = new Pages(zone, copies::offered);
        this.urls = urls;
        this.scans = new ScanPages(atScan, copies, merchants, visitors, logins, pages, urls);
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
        return answer(ctx, token -> looked(token, ctx), false, token -> scans.look(ctx, token));
    }

    private Standing looked(ClaimToken token, RoutingContext ctx) {
        var standing = claims.look(token, visitors.of(ctx));
        if (!(standing instanceof Standing.Unknown)) {
            looks.looked(token);
        }
        return standing;
    }

    private Reply claim(RoutingContext ctx) {
        if (!sameOrigin.holds(ctx)) {
            return pages.notice(403, "foreign", pages.words(ctx));
        }
        var visitor = visitors.of(ctx);
        var claimant = visitor.claimant();
        var item = Optional.ofNullable(ctx.request().getFormAttribute("item")).orElse("");
        var reply = answer(
                ctx,
                token -> claims.claim(token, item, visitor, claimant),
                true,
                token -> scans.resolve(ctx, token, claimant));
        return reply.status() == 200 && !visitor.isKnown()
                ? reply.with("Set-Cookie", visitors.remember(claimant))
                : reply;
    }

    /// @param claiming whether somebody has just tried to claim it
    /// @param scanning what is answered where it is no link, but perhaps a box's token
    private Reply answer(
            RoutingContext ctx,
            Function<ClaimToken, Standing> asking,
            boolean claiming,
            Function<ClaimToken, Optional<Reply>> scanning) {
        if (guesses.exhausted(ctx.request())) {
            return pages.notice(429, "tooMany", pages.words(ctx)).with("Retry-After", "60");
        }
        var token = ClaimToken.read(ctx.pathParam("token"));
        var standing = token.map(asking).orElse(new Standing.Unknown());
        if (standing instanceof Standing.Unknown) {
            return token.flatMap(scanning).orElseGet(() -> {
                guesses.wrong(ctx.request());
                return pages.notice(404, "unknown", pages.words(ctx));
            });
        }
        return standing instanceof Standing.WhoIsThere || standing instanceof Standing.OfAnother
                ? ask(ctx, token.get(), standing)
                : pages.standing(token.get(), standing, pages.words(ctx), claiming);
    }

    /// Has the wallet say whose phone it is, unless it has just done so.
    private Reply ask(RoutingContext ctx, ClaimToken token, Standing standing) {
        var merchantId = claims.link(token).orElseThrow().merchantId();
        boolean said = standing instanceof Standing.OfAnother && visitors.isKnownAt(ctx, merchantId);
        var asking = said ? Optional.<Reply>empty() : logins.begin(ctx, merchantId, "/C/" + token.value());
        if (asking.isPresent()) {
            return asking.get();
        }
        var wallets = merchants.apply(merchantId).map(logins::at).orElse(List.<Platform>of());
        return said
                ? pages.standing(token, standing, pages.words(ctx), false)
                : pages.whoIsThere(wallets, urls.of(token), token, pages.words(ctx));
    }
}
