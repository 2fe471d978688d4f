package slipstream.cloudlink.service.web.staff;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import slipstream.cloudlink.protocol.Crockford;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.claim.Redemptions.Redemption;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.page.Templates;
import slipstream.cloudlink.service.web.page.Wordbook;
import slipstream.cloudlink.service.web.page.Words;

/// What the staff see: one page for each way a code may stand, said in one word, large.
final class StaffPages {
    private static final int PRESS_CHARACTERS = 16;

    private final Wordbook wordbook = new Wordbook(StaffPages.class);
    private final Templates templates = new Templates(StaffPages.class);
    private final String script = templates.text("camera.js");
    private final ZoneId zone;

    /// @param zone in which days end
    StaffPages(ZoneId zone) {
        this.zone = zone;
    }

    /// The way in.
    ///
    /// @param link as far as it is known
    /// @param trouble the key of what went wrong before; may be empty
    Reply door(int status, RoutingContext ctx, String link, String trouble) {
        var words = wordbook.of(ctx);
        var values = Map.of(
                "link", link, "asksLink", link.isEmpty(), "trouble", trouble.isEmpty() ? "" : words.get(trouble));
        return templates.page(status, words.get("doorTitle"), "door", words, values);
    }

    /// Where codes are typed, scanned and photographed.
    Reply desk(RoutingContext ctx, Present present) {
        return desk(200, ctx, present, "", "");
    }

    /// A photograph that shows no symbol.
    Reply nothingFound(RoutingContext ctx, Present present) {
        return desk(422, ctx, present, "", "photoEmpty");
    }

    /// What was typed or read is no voucher's code.
    ///
    /// @param typed shown again, to be mended
    /// @param link whether it is the address on a receipt
    Reply noCode(RoutingContext ctx, Present present, String typed, boolean link) {
        return desk(422, ctx, present, typed, link ? "codeIsLink" : "codeWrong");
    }

    Reply tooLateToUndo(RoutingContext ctx, Present present) {
        return desk(409, ctx, present, "", "undoTooLate");
    }

    private Reply desk(int status, RoutingContext ctx, Present present, String typed, String trouble) {
        var words = wordbook.of(ctx);
        var values = values(present, words);
        values.put("typed", typed);
        values.put("trouble", trouble.isEmpty() ? "" : words.get(trouble));
        values.put("script", script);
        var reply = templates.page(status, words.get("deskTitle"), "desk", words, values);
        return reply.with(
                        "Content-Security-Policy",
                        reply.headers().get("Content-Security-Policy") + "; script-src 'sha256-"
                                + Templates.sha256(script) + "'")
                .with("Permissions-Policy", "camera=(self)");
    }

    /// How a voucher stands.
    ///
    /// @param press with which it was redeemed, if it was just now
    Reply redemption(RoutingContext ctx, Present present, VoucherCode code, Redemption redemption, String press) {
        var words = wordbook.of(ctx);
        return switch (redemption) {
            case Redemption.Good good ->
                voucher(200, "good", good.voucher(), code, Crockford.random(PRESS_CHARACTERS), "", present, words);
            case Redemption.Redeemed redeemed -> {
                var text = words.get("redeemedText", time(redeemed.at(), words));
                yield voucher(200, "redeemed", redeemed.voucher(), code, press, text, present, words);
            }
            case Redemption.Undone undone ->
                voucher(200, "undone", undone.voucher(), code, "", words.get("undoneText"), present, words);
            case Redemption.UsedUp used -> {
                var text = words.get("usedText", time(used.at(), words));
                yield voucher(409, "used", used.voucher(), code, "", text, present, words);
            }
            case Redemption.TakenBack back -> {
                var text = words.get("backText", time(back.at(), words));
                yield voucher(409, "back", back.voucher(), code, "", text, present, words);
            }
            case Redemption.Expired expired -> {
                var text = words.get("expiredText", date(expired.at(), words));
                yield voucher(409, "expired", expired.voucher(), code, "", text, present, words);
            }
            case Redemption.Elsewhere elsewhere -> nothing(409, "elsewhere", present, words);
            case Redemption.Unknown unknown -> nothing(404, "unknown", present, words);
        };
    }

    private Reply voucher(
            int status,
            String kind,
            Voucher voucher,
            VoucherCode code,
            String press,
            String text,
            Present present,
            Words words) {
        var values = values(present, words);
        values.put("item", true);
        values.put("text", text);
        values.put("press", press);
        values.put("good", kind.equals("good"));
        values.put("bad", status != 200);
        values.put("redeemed", kind.equals("redeemed"));
        values.put("what", voucher.item().title().in(words.language()));
        values.put(
                "terms",
                voucher.item().terms().map(terms -> terms.in(words.language())).orElse(""));
        values.put("code", code.grouped());
        values.put("until", words.get("validUntil", date(voucher.expiresAt(), words)));
        return templates.page(status, words.get(kind + "Title"), "found", words, values);
    }

    /// A voucher of which nothing may be shown here.
    private Reply nothing(int status, String kind, Present present, Words words) {
        var values = values(present, words);
        values.put("text", words.get(kind + "Text"));
        values.put("bad", true);
        return templates.page(status, words.get(kind + "Title"), "found", words, values);
    }

    private static Map<String, Object> values(Present present, Words words) {
        var values = new HashMap<String, Object>();
        values.put("item", false);
        values.put("good", false);
        values.put("redeemed", false);
        values.put("bad", false);
        values.put("form", present.form());
        values.put("name", present.staff().name());
        values.put("shop", present.merchant().name().in(words.language()));
        return values;
    }

    /// Back to the desk, by a new request: what was sent is not sent again.
    Reply toDesk(RoutingContext ctx) {
        var chosen = ctx.request().getParam("lang");
        var language = chosen == null ? "" : "?lang=" + wordbook.of(ctx).language();
        return Reply.empty(303).with("Location", "/staff" + language);
    }

    Reply notice(int status, RoutingContext ctx, String kind) {
        return templates.notice(status, kind, wordbook.of(ctx));
    }

    Reply busy(RoutingContext ctx) {
        return notice(503, ctx, "busy").with("Retry-After", "5");
    }

    Reply failed(RoutingContext ctx) {
        return notice(500, ctx, "failed");
    }

    private String date(Instant at, Words words) {
        return format(at, words.get("datePattern"), words);
    }

    private String time(Instant at, Words words) {
        return format(at, words.get("timePattern"), words);
    }

    private String format(Instant at, String pattern, Words words) {
        return DateTimeFormatter.ofPattern(pattern, words.language()).format(at.atZone(zone));
    }
}
