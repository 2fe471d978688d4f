package slipstream.cloudlink.service.web.claim;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.page.Symbols;
import slipstream.cloudlink.service.web.page.Templates;
import slipstream.cloudlink.service.web.page.Wordbook;
import slipstream.cloudlink.service.web.page.Words;

/// What a phone shows: one page for each way a link may stand, and for when things go wrong.
final class Pages {
    private final Wordbook wordbook = new Wordbook(Pages.class);
    private final Templates templates = new Templates(Pages.class);
    private final ZoneId zone;
    private final Predicate<ClaimToken> copies;

    /// @param zone in which days end
    /// @param copies whether who has claimed a link may ask for a copy of the receipt
    Pages(ZoneId zone, Predicate<ClaimToken> copies) {
        this.zone = zone;
        this.copies = copies;
    }

    /// The page of a link.
    ///
    /// @param refused whether somebody has just tried to claim it
    Reply standing(ClaimToken token, Standing standing, Words words, boolean refused) {
        return switch (standing) {
            case Standing.Open open -> offer(token, open, words, refused);
            case Standing.Claimed claimed -> voucher(token, claimed, words);
            case Standing.Used used -> told(refused ? 409 : 410, "used", token, words);
            case Standing.Expired expired -> told(410, "expired", token, words);
            case Standing.TakenBack back -> told(410, "takenBack", token, words);
            case Standing.SoldOut gone -> told(410, "soldOut", token, words);
            case Standing.OfAnother another -> told(403, "ofAnother", token, words);
            case Standing.WhoIsThere nobody -> told(403, "whoIsThere", token, words);
            case Standing.Unknown unknown -> notice(404, "unknown", words);
        };
    }

    /// Asks for a tap: what the payment behind a receipt has earned is found out when somebody wants to know.
    Reply scan(Optional<Merchant> merchant, ClaimToken token, Words words) {
        var name = merchant.map(one -> one.name().in(words.language())).orElse("");
        return templates.page(
                200, words.get("scanTitle"), "scan", words, Map.of("merchant", name, "token", token.value()));
    }

    /// How to open a link that is its payer's alone.
    ///
    /// @param wallets those that can say who somebody is
    /// @param url the link's address, for a phone that scans it from this screen
    Reply whoIsThere(List<Platform> wallets, String url, ClaimToken token, Words words) {
        var names = wallets.stream().map(one -> words.get(one.word())).toList();
        var values = Map.of(
                "names",
                names.isEmpty()
                        ? words.get("whoIsThereNowhere")
                        : words.get("whoIsThereHow", String.join(words.get("or"), names)),
                "symbol",
                names.isEmpty() ? "" : Symbols.qr(url, words.get("linkLabel")),
                "token",
                token.value());
        return templates.page(403, words.get("whoIsThereTitle"), "who", words, values);
    }

    /// As [#notice], with the way to what is kept about the payer.
    Reply told(int status, String kind, ClaimToken token, Words words) {
        var values =
                Map.of("heading", words.get(kind + "Title"), "text", words.get(kind + "Text"), "token", token.value());
        return templates.page(status, words.get(kind + "Title"), "told", words, values);
    }

    /// The texts in the reader's language.
    Words words(RoutingContext ctx) {
        return wordbook.of(ctx);
    }

    /// A page that only says something; its texts are `<kind>Title` and `<kind>Text`.
    Reply notice(int status, String kind, Words words) {
        return templates.notice(status, kind, words);
    }

    Reply busy(RoutingContext ctx) {
        return notice(503, "busy", words(ctx)).with("Retry-After", "5");
    }

    Reply failed(RoutingContext ctx) {
        return notice(500, "failed", words(ctx));
    }

    private Reply offer(ClaimToken token, Standing.Open open, Words words, boolean refused) {
        var link = open.link();
        var items = new ArrayList<Map<String, Object>>();
        for (var item : link.items()) {
            items.add(item(item, words, items.isEmpty()));
        }
        boolean several = items.size() > 1;
        var values = Map.of(
                "several",
                several,
                "items",
                items,
                "until",
                words.get("claimUntil", date(link.expiresAt(), words)),
                "beside",
                beside(open.beside()),
                "token",
                token.value());
        var title = words.get(several ? "offerTitleSeveral" : "offerTitle");
        return templates.page(refused ? 400 : 200, title, "offer", words, values);
    }

    /// Rewards that were printed behind the same symbol: a section of links, or nothing.
    private static Object beside(List<ClaimToken> tokens) {
        return tokens.isEmpty()
                ? false
                : Map.of("links", tokens.stream().map(ClaimToken::value).toList());
    }

    private static Map<String, Object> item(VirtualItem item, Words words, boolean first) {
        return Map.of(
                "id", item.id(),
                "merchant", item.merchantName().in(words.language()),
                "what", item.title().in(words.language()),
                "terms", terms(item, words),
                "valid", words.get("validDays", item.validDays()),
                "first", first);
    }

    private static String terms(VirtualItem item, Words words) {
        return item.terms().map(terms -> terms.in(words.language())).orElse("");
    }

    private Reply voucher(ClaimToken token, Standing.Claimed claimed, Words words) {
        var voucher = claimed.voucher();
        var values = new HashMap<String, Object>();
        values.put("merchant", voucher.item().merchantName().in(words.language()));
        values.put("what", voucher.item().title().in(words.language()));
        values.put("terms", terms(voucher.item(), words));
        values.put("code", voucher.code().grouped());
        values.put("symbol", Symbols.qr(voucher.code().value(), words.get("qrLabel")));
        values.put("bars", Symbols.code128(voucher.code().value(), words.get("barsLabel")));
        values.put("until", words.get("validUntil", date(voucher.expiresAt(), words)));
        values.put(
                "place",
                voucher.item().place().map(place -> place.in(words.language())).orElse(""));
        values.put("beside", beside(claimed.beside()));
        values.put("copy", copies.test(token));
        values.put("token", token.value());
        return templates.page(200, words.get("voucherTitle"), "voucher", words, values);
    }

    private String date(Instant at, Words words) {
        return DateTimeFormatter.ofPattern(words.get("datePattern"), words.language())
                .format(at.atZone(zone));
    }
}
