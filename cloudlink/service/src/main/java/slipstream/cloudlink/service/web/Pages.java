package slipstream.cloudlink.service.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.item.VirtualItem;

/// What a phone shows: one page for each way a link may stand, and for when things go wrong.
final class Pages {
    private final Templates templates = new Templates();
    private final ZoneId zone;

    /// @param zone in which days end
    Pages(ZoneId zone) {
        this.zone = zone;
    }

    /// The page of a link.
    ///
    /// @param refused whether somebody has just tried to claim it
    Reply standing(Standing standing, Words words, boolean refused) {
        return switch (standing) {
            case Standing.Open open -> offer(open, words, refused);
            case Standing.Claimed claimed -> voucher(claimed, words);
            case Standing.Used used -> notice(refused ? 409 : 410, "used", words);
            case Standing.Expired expired -> notice(410, "expired", words);
            case Standing.TakenBack back -> notice(410, "takenBack", words);
            case Standing.SoldOut gone -> notice(410, "soldOut", words);
            case Standing.Unknown unknown -> notice(404, "unknown", words);
        };
    }

    /// A page that only says something; its texts are `<kind>Title` and `<kind>Text`.
    Reply notice(int status, String kind, Words words) {
        var values = values(words, words.get(kind + "Title"));
        values.put("notice", Map.of("heading", words.get(kind + "Title"), "text", words.get(kind + "Text")));
        return reply(status, values);
    }

    private Reply offer(Standing.Open open, Words words, boolean refused) {
        var link = open.link();
        var items = new ArrayList<Map<String, Object>>();
        for (var item : link.items()) {
            items.add(item(item, words, items.isEmpty()));
        }
        boolean several = items.size() > 1;
        var values = values(words, words.get(several ? "offerTitleSeveral" : "offerTitle"));
        var offer = new HashMap<String, Object>();
        offer.put("several", several);
        offer.put("items", items);
        offer.put("until", words.get("claimUntil", date(link.expiresAt(), words)));
        values.put("offer", offer);
        values.put("beside", beside(open.beside()));
        return reply(refused ? 400 : 200, values);
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
                "title", item.title().in(words.language()),
                "terms", terms(item, words),
                "valid", words.get("validDays", item.validDays()),
                "first", first);
    }

    private static String terms(VirtualItem item, Words words) {
        return item.terms().map(terms -> terms.in(words.language())).orElse("");
    }

    private Reply voucher(Standing.Claimed claimed, Words words) {
        var voucher = claimed.voucher();
        var values = values(words, words.get("voucherTitle"));
        values.put(
                "voucher",
                Map.of(
                        "merchant", voucher.item().merchantName().in(words.language()),
                        "title", voucher.item().title().in(words.language()),
                        "terms", terms(voucher.item(), words),
                        "code", voucher.code().grouped(),
                        "symbol", Symbols.qr(voucher.code().value(), words.get("qrLabel")),
                        "until", words.get("validUntil", date(voucher.expiresAt(), words))));
        values.put("beside", beside(claimed.beside()));
        return reply(200, values);
    }

    private Map<String, Object> values(Words words, String title) {
        var values = new HashMap<String, Object>(words.all());
        values.put("lang", words.language().getLanguage());
        values.put("style", templates.style());
        values.put("title", title);
        values.put("beside", false);
        return values;
    }

    private Reply reply(int status, Map<String, Object> values) {
        return new Reply(
                status,
                "text/html; charset=utf-8",
                templates.render(values),
                Map.of(
                        "Content-Security-Policy", templates.contentSecurityPolicy(),
                        "Referrer-Policy", "same-origin",
                        "X-Frame-Options", "DENY",
                        "Vary", "Accept-Language, Cookie"));
    }

    private String date(Instant at, Words words) {
        return DateTimeFormatter.ofPattern(words.get("datePattern"), words.language())
                .format(at.atZone(zone));
    }
}
