package slipstream.cloudlink.service.web.payer;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.message.Addresses;
import slipstream.cloudlink.service.payer.Payers;
import slipstream.cloudlink.service.pool.AtScan;
import slipstream.cloudlink.service.pool.AtScan.Printed;
import slipstream.cloudlink.service.reward.Invitations;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.SameOrigin;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.login.Logins;
import slipstream.cloudlink.service.web.login.Visitors;

/// The payer's own page, reached from every code: `GET /C/{token}/me`, or from a shop: `GET /me/{merchant}`.
///
/// Below each of them: `data` and `data.json` tell what is kept, `delete` asks before it deletes; by POST `off`,
/// `on`, `delete`, `invitation`, `tell` and `hush` do what they say. In a wallet the payer is who the wallet says;
/// elsewhere the
/// page shows what this browser has claimed.
public final class PayerRoutes implements Section {
    private static final int MOST_FORM_BYTES = 4096;

    private final Claims claims;
    private final AtScan atScan;
    private final Payers payers;
    private final Tellings tellings;
    private final Invitations invitations;
    private final Function<String, Optional<Merchant>> merchants;
    private final Visitors visitors;
    private final Logins logins;
    private final Guesses guesses;
    private final PayerPages pages;
    private final SameOrigin sameOrigin;
    private final InvitationRoutes invited;
    private final Work work;

    /// @param sells whether a merchant has items for sale
    /// @param zone in which days end
    /// @param publicUrl how phones reach the pages, without a slash at its end
    public PayerRoutes(
            Claims claims,
            AtScan atScan,
            Payers payers,
            Addresses addresses,
            Invitations invitations,
            Function<String, Optional<Merchant>> merchants,
            Visitors visitors,
            Logins logins,
            Guesses guesses,
            Predicate<Merchant> sells,
            ZoneId zone,
            String publicUrl,
            Clock clock,
            Work work) {
        this.claims = claims;
        this.atScan = atScan;
        this.payers = payers;
        this.tellings = new Tellings(addresses, visitors, logins);
        this.invitations = invitations;
        this.merchants = merchants;
        this.visitors = visitors;
        this.logins = logins;
        this.guesses = guesses;
        this.pages = new PayerPages(claims, payers, tellings, invitations, merchants, sells, zone, publicUrl, clock);
        this.sameOrigin = new SameOrigin(publicUrl);
        this.invited = new InvitationRoutes(invitations, merchants, visitors, logins, guesses, pages, sameOrigin);
        this.work = work;
    }

    @Override
    public void open(Router router) {
        for (var base : new String[] {"/C/:token/me", "/c/:token/me", "/me/:merchant"}) {
            get(router, base, pages::own);
            get(router, base + "/data", pages::data);
            get(router, base + "/data.json", (ctx, place) -> pages.json(place));
            get(router, base + "/delete", pages::askToDelete);
            post(router, base + "/off", this::off);
            post(router, base + "/on", this::on);
            post(router, base + "/delete", this::delete);
            post(router, base + "/invitation", this::invite);
            post(router, base + "/tell", this::tell);
            post(router, base + "/hush", this::hush);
        }
        openInvitations(router);
    }

    private void openInvitations(Router router) {
        router.get(InvitationRoutes.PATH).handler(work.handler(invited::look, pages::busy, pages::failed));
        router.post(InvitationRoutes.PATH)
                .handler(BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES))
                .handler(work.handler(invited::join, pages::busy, pages::failed));
    }

    private void get(Router router, String path, Page page) {
        router.get(path).handler(work.handler(ctx -> at(ctx, page), pages::busy, pages::failed));
    }

    private void post(Router router, String path, Page page) {
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES))
                .handler(work.handler(
                        ctx -> sameOrigin.holds(ctx) ? at(ctx, page) : pages.notice(403, "foreign", ctx),
                        pages::busy,
                        pages::failed));
    }

    /// Finds out from where the payer comes, and has the wallet say who it is.
    private Reply at(RoutingContext ctx, Page page) {
        if (guesses.exhausted(ctx.request())) {
            return pages.notice(429, "tooMany", ctx).with("Retry-After", "60");
        }
        var token = Optional.ofNullable(ctx.pathParam("token")).flatMap(ClaimToken::read);
        var receipt = token.flatMap(this::receipt);
        var merchant = receipt.map(Printed::merchantId)
                .or(() -> Optional.ofNullable(ctx.pathParam("merchant")))
                .flatMap(merchants);
        if (merchant.isEmpty()) {
            guesses.wrong(ctx.request());
            return pages.notice(404, "nothing", ctx);
        }
        var base = token.map(code -> "/C/" + code.value() + "/me")
                .orElseGet(() -> "/me/" + merchant.get().id());
        if (!visitors.isKnownAt(ctx, merchant.get().id())) {
            var asking = logins.begin(ctx, merchant.get().id(), base);
            if (asking.isPresent()) {
                return asking.get();
            }
        }
        return page.of(ctx, new Place(merchant.get(), receipt.flatMap(Printed::payer), visitors.of(ctx), base));
    }

    /// The receipt on which a link, or a token of a box's pool, was printed.
    private Optional<Printed> receipt(ClaimToken token) {
        return claims.link(token)
                .map(link -> new Printed(link.merchantId(), Optional.of(link.payer())))
                .or(() -> atScan.printed(token));
    }

    private Reply off(RoutingContext ctx, Place place) {
        if (place.wisher().isEmpty()) {
            return pages.notice(403, "who", ctx);
        }
        payers.optOut(place.wisher());
        return back(ctx, place);
    }

    private Reply on(RoutingContext ctx, Place place) {
        if (!place.visitor().isKnown()) {
            return pages.notice(403, "who", ctx);
        }
        payers.optIn(place.visitor().payers());
        return back(ctx, place);
    }

    private Reply delete(RoutingContext ctx, Place place) {
        if (ctx.request().getFormAttribute("off") != null) {
            payers.optOut(place.wisher());
        }
        payers.forget(place.visitor().keys());
        return pages.notice(200, "deleted", ctx).with("Set-Cookie", visitors.forget());
    }

    private Reply tell(RoutingContext ctx, Place place) {
        return !payers.isOptedOut(place.visitor().payers()) && tellings.agree(ctx, place)
                ? back(ctx, place)
                : pages.notice(403, "who", ctx);
    }

    private Reply hush(RoutingContext ctx, Place place) {
        tellings.stop(place);
        return back(ctx, place);
    }

    /// Shows the invitation at once: it is the same each time.
    private Reply invite(RoutingContext ctx, Place place) {
        var circle = place.merchant().circle();
        var token = invitations.areOpen(circle)
                ? place.visitor().payer().flatMap(payer -> invitations.invite(payer, circle))
                : Optional.<ClaimToken>empty();
        return token.map(made -> pages.invitation(ctx, place, made)).orElseGet(() -> back(ctx, place));
    }

    private Reply back(RoutingContext ctx, Place place) {
        return Reply.redirect(
                place.base() + "?lang=" + pages.words(ctx).language().getLanguage());
    }

    @FunctionalInterface
    private interface Page {
        Reply of(RoutingContext ctx, Place place);
    }
}
