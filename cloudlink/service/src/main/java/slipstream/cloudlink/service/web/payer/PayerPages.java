package slipstream.cloudlink.service.web.payer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.message.Address;
import slipstream.cloudlink.service.payer.Payers;
import slipstream.cloudlink.service.reward.Invitations;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.page.Symbols;
import slipstream.cloudlink.service.web.page.Templates;
import slipstream.cloudlink.service.web.page.Wordbook;
import slipstream.cloudlink.service.web.page.Words;

/// What the payer's own page shows, and the page behind an invitation.
final class PayerPages {
    private final Wordbook wordbook = new Wordbook(PayerPages.class);
    private final Templates templates = new Templates(PayerPages.class);
    private final Claims claims;
    private final Payers payers;
    private final Tellings tellings;
    private final Invitations invitations;
    private final Function<String, Optional<Merchant>> merchants;
    private final Predicate<Merchant> sells;
    private final ZoneId zone;
    private final String publicUrl;
    private final Clock clock;

    PayerPages(
            Claims claims,
            Payers payers,
            Tellings tellings,
            Invitations invitations,
            Function<String, Optional<Merchant>> merchants,
            Predicate<Merchant> sells,
            ZoneId zone,
            String publicUrl,
            Clock clock) {
        this.claims = claims;
        this.payers = payers;
        this.tellings = tellings;
        this.invitations = invitations;
        this.merchants = merchants;
        this.sells = sells;
        this.zone = zone;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    Words words(RoutingContext ctx) {
        return wordbook.of(ctx);
    }

    Reply own(RoutingContext ctx, Place place) {
        return own(ctx, place, "");
    }

    /// @param invitation the link, once it was asked for
    private Reply own(RoutingContext ctx, Place place, String invitation) {
        var words = words(ctx);
        var known = place.visitor().isKnown();
        boolean off = !place.wisher().isEmpty() && payers.isOptedOut(place.wisher());
        var shelf = new Shelf(words, zone, clock.instant(), thanks(place)).put(claims.held(place.visitor()));
        var values = new HashMap<String, Object>();
        values.put("base", place.base());
        values.put("known", known);
        values.put("open", shelf.open());
        values.put("mine", shelf.mine());
        values.put("past", shelf.past());
        values.put(
                "empty",
                shelf.open().isEmpty() && shelf.mine().isEmpty() && shelf.past().isEmpty());
        values.put("off", off);
        values.put(
                "shop",
                sells.test(place.merchant()) ? "/buy/" + place.merchant().id() : "");
        values.put("mayDecide", !place.wisher().isEmpty());
        boolean invites = known && !off && mayInvite(place);
        values.put("invites", invites);
        var told = tellings.asked(place);
        values.put("told", told.isPresent());
        values.put("unreached", told.flatMap(Address::unreachableAt).isPresent());
        values.put("mayTell", invites && told.isEmpty() && tellings.arePossible(ctx, place));
        values.put("invitation", invitation);
        return templates.page(200, words.get("ownTitle"), "own", words, values);
    }

    private List<ClaimToken> thanks(Place place) {
        return place.visitor()
                .payer()
                .map(payer -> invitations.rewards(payer).stream()
                        .map(reward -> reward.link().token())
                        .toList())
                .orElse(List.of());
    }

    /// Where no campaign says so, not a word of it.
    private boolean mayInvite(Place place) {
        var circle = place.merchant().circle();
        return invitations.areOpen(circle)
                && payers.marks(place.visitor().payers()).stream()
                        .anyMatch(mark -> mark.circle().equals(circle));
    }

    Reply invitation(RoutingContext ctx, Place place, ClaimToken token) {
        return own(ctx, place, publicUrl + "/I/" + place.merchant().id() + "/" + token.value());
    }

    Reply data(RoutingContext ctx, Place place) {
        var words = words(ctx);
        var parts = payers.dossier(place.visitor().keys()).parts().stream()
                .map(part -> new Readable(words, zone, merchants).part(part))
                .toList();
        var values = Map.of(
                "base",
                place.base(),
                "parts",
                parts,
                "empty",
                parts.isEmpty(),
                "known",
                place.visitor().isKnown());
        return templates.page(200, words.get("dataTitle"), "data", words, values);
    }

    /// The same for programs.
    Reply json(Place place) {
        var json = new JsonObject();
        for (var part : payers.dossier(place.visitor().keys()).parts()) {
            var rows = json.getJsonArray(part.table(), new JsonArray());
            part.rows().forEach(row -> rows.add(new JsonObject(Map.copyOf(row))));
            json.put(part.table(), rows);
        }
        return Reply.json(200, json.encodePrettily())
                .with("Content-Disposition", "attachment; filename=\"slipstream-data.json\"");
    }

    Reply askToDelete(RoutingContext ctx, Place place) {
        var words = words(ctx);
        var values = Map.of(
                "base",
                place.base(),
                "known",
                place.visitor().isKnown(),
                "mayDecide",
                !place.wisher().isEmpty());
        return templates.page(200, words.get("deleteTitle"), "delete", words, values);
    }

    /// The page behind an invitation.
    Reply invited(Words words, Merchant merchant) {
        var values = Map.of("text", words.get("invitedText", merchant.name().in(words.language())));
        return templates.page(200, words.get("invitedTitle"), "invited", words, values);
    }

    /// How to open a page on which it must be known who looks at it.
    Reply whoIsThere(List<Platform> wallets, String path, Words words) {
        var names = wallets.stream().map(one -> words.get(one.word())).collect(Collectors.joining(words.get("or")));
        var values = Map.of(
                "how", names.isEmpty() ? words.get("whoText") : words.get("invitedHow", names),
                "symbol", names.isEmpty() ? "" : Symbols.qr(publicUrl + path, words.get("linkLabel")));
        return templates.page(403, words.get("invitedTitle"), "where", words, values);
    }

    Reply notice(int status, String kind, RoutingContext ctx) {
        return templates.notice(status, kind, words(ctx));
    }

    Reply busy(RoutingContext ctx) {
        return notice(503, "busy", ctx).with("Retry-After", "5");
    }

    Reply failed(RoutingContext ctx) {
        return notice(500, "failed", ctx);
    }
}
