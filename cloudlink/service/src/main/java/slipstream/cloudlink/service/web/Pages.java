package slipstream.cloudlink.service.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.claim.Voucher;
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
            case Standing.Open open -> offer(open.link(), words, refused);
            case Standing.Claimed claimed -> voucher(claimed.voucher(), words);
            case Standing.Used used -> notice(refused ? 409 : 410, "used", words);
            case Standing.Expired expired -> notice(410, "expired", words);
            case Standing.Unknown unknown -> notice(404, "unknown", words);
        };
    }

    /// A page that only says something; its texts are `<kind>Title` and `<kind>Text`.
    Reply notice(int status, String kind, Words words) {
        var values = values(words, words.get(kind + "Title"));
        values.put("notice", Map.of("heading", words.get(kind + "Title"), "text", words.get(kind + "Text")));
        return reply(status, values);
    }

    private Reply offer(ClaimLink link, Words words, boolean refused) {
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
        return reply(refused ? 400 : 200, values);
    }

    private static Map<String, Object> item(VirtualItem item, Words words, boolean first) {
        return Map.of(
                "id", item.id(),
                "merchant", item.merchantName().in(words.language()),
                "title", item.title().in(words.language()),
                "terms", item.terms(),
                "valid", words.get("validDays", item.validDays()),
                "first", first);
    }

    private Reply voucher(Voucher voucher, Words words) {
        var values = values(words, words.get("voucherTitle"));
        values.put(
                "voucher",
                Map.of(
                        "merchant", voucher.item().merchantName().in(words.language()),
                        "title", voucher.item().title().in(words.language()),
                        "terms", voucher.item().terms(),
                        "code", voucher.code().grouped(),
                        "symbol", Symbols.qr(voucher.code().value(), words.get("qrLabel")),
                        "until", words.get("validUntil", date(voucher.expiresAt(), words))));
        return reply(200, values);
    }

    private Map<String, Object> values(Words words, String title) {
        var values = new HashMap<String, Object>(words.all());
        values.put("lang", words.language().getLanguage());
        values.put("style", templates.style());
        values.put("title", title);
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
