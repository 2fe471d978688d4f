package slipstream.cloudlink.service.web.payer;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.reward.InvitationStore.Invitation;
import slipstream.cloudlink.service.reward.Invitations;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.SameOrigin;
import slipstream.cloudlink.service.web.login.Logins;
import slipstream.cloudlink.service.web.login.Visitors;

/// `GET` and `POST /I/{merchant}/{token}`: somebody follows a payer's invitation into the merchant's circle. Looking
/// joins nobody; who joins is who the wallet says. Nothing is promised for passing the link on, and nobody is asked
/// to.
record InvitationRoutes(
        Invitations invitations,
        Function<String, Optional<Merchant>> merchants,
        Visitors visitors,
        Logins logins,
        Guesses guesses,
        PayerPages pages,
        SameOrigin sameOrigin) {
    static final String PATH = "/I/:merchant/:token";

    Reply look(RoutingContext ctx) {
        return at(ctx, (merchant, token) -> pages.invited(pages.words(ctx), merchant));
    }

    Reply join(RoutingContext ctx) {
        if (!sameOrigin.holds(ctx)) {
            return pages.notice(403, "foreign", ctx);
        }
        return at(ctx, (merchant, token) -> switch (invitations.join(
                token, visitors.of(ctx).payers())) {
            case MARKED -> pages.notice(200, "joined", ctx);
            case MARKED_BEFORE -> pages.notice(200, "joinedBefore", ctx);
            case OWN_INVITATION -> pages.notice(409, "ownInvitation", ctx);
            case OPTED_OUT -> pages.notice(409, "joinOff", ctx);
            case UNKNOWN -> pages.notice(404, "nothing", ctx);
        });
    }

    private Reply at(RoutingContext ctx, Page page) {
        if (guesses.exhausted(ctx.request())) {
            return pages.notice(429, "tooMany", ctx).with("Retry-After", "60");
        }
        var merchant = merchants.apply(ctx.pathParam("merchant"));
        var token = ClaimToken.read(ctx.pathParam("token"));
        var invitation = token.flatMap(invitations::find);
        if (merchant.isEmpty()
                || invitation
                        .map(Invitation::circle)
                        .filter(merchant.get().circle()::equals)
                        .isEmpty()) {
            guesses.wrong(ctx.request());
            return pages.notice(404, "nothing", ctx);
        }
        if (!invitations.areOpen(merchant.get().circle())) {
            return pages.notice(410, "invitationsOver", ctx);
        }
        var path = "/I/" + merchant.get().id() + "/" + token.get().value();
        if (!visitors.isKnownAt(ctx, merchant.get().id())) {
            return logins.begin(ctx, merchant.get().id(), path)
                    .orElseGet(() -> pages.whoIsThere(logins.at(merchant.get()), path, pages.words(ctx)));
        }
        return page.of(merchant.get(), token.get());
    }

    @FunctionalInterface
    private interface Page {
        Reply of(Merchant merchant, ClaimToken token);
    }
}
