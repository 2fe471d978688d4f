package slipstream.cloudlink.service.web.payer;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claims.Held;
import slipstream.cloudlink.service.claim.Claims.Standing;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.web.page.Words;

/// A payer's links and vouchers, sorted by what can be done with them.
final class Shelf {
    private final Words words;
    private final ZoneId zone;
    private final Instant now;
    private final List<ClaimToken> thanks;
    private final List<Map<String, Object>> open = new ArrayList<>();
    private final List<Map<String, Object>> mine = new ArrayList<>();
    private final List<Map<String, Object>> past = new ArrayList<>();

    /// @param zone in which days end
    /// @param thanks which of the links are rewards
    Shelf(Words words, ZoneId zone, Instant now, List<ClaimToken> thanks) {
        this.words = words;
        this.zone = zone;
        this.now = now;
        this.thanks = thanks;
    }

    Shelf put(List<Held> held) {
        held.forEach(this::put);
        return this;
    }

    /// May be claimed.
    List<Map<String, Object>> open() {
        return open;
    }

    /// May be used.
    List<Map<String, Object>> mine() {
        return mine;
    }

    /// Used, expired, taken back, claimed by somebody else.
    List<Map<String, Object>> past() {
        return past;
    }

    private void put(Held held) {
        var first = held.link().items().getFirst();
        switch (held.standing()) {
            case Standing.Open left -> {
                var offered = left.link();
                var one = offered.items().getFirst();
                var what = offered.items().size() > 1
                        ? words.get("choose", offered.items().size())
                        : title(one);
                open.add(row(held, one, what, words.get("stateOpen", date(offered.expiresAt()))));
            }
            case Standing.Claimed claimed -> {
                var voucher = claimed.voucher();
                var item = voucher.item();
                if (held.redeemedAt().isPresent()) {
                    past.add(row(
                            held,
                            item,
                            title(item),
                            words.get("stateUsed", date(held.redeemedAt().get()))));
                } else if (now.isBefore(voucher.expiresAt())) {
                    mine.add(row(held, item, title(item), words.get("stateGood", date(voucher.expiresAt()))));
                } else {
                    past.add(row(held, item, title(item), words.get("stateOver", date(voucher.expiresAt()))));
                }
            }
            case Standing.Used used -> past.add(row(held, first, title(first), words.get("stateElsewhere")));
            case Standing.TakenBack back -> past.add(row(held, first, title(first), words.get("stateTakenBack")));
            case Standing.SoldOut gone -> past.add(row(held, first, title(first), words.get("stateSoldOut")));
            case Standing.Expired expired ->
                past.add(row(
                        held,
                        first,
                        title(first),
                        words.get("stateMissed", date(held.link().expiresAt()))));
            case Standing.OfAnother another -> {
                // Was claimed for somebody else with this browser, and is theirs to see.
            }
            case Standing.WhoIsThere nobody -> {
                // Likewise.
            }
            case Standing.Unknown unknown -> {
                // Was dropped meanwhile.
            }
        }
    }

    private Map<String, Object> row(Held held, VirtualItem item, String what, String state) {
        return Map.of(
                "token", held.link().token().value(),
                "merchant", item.merchantName().in(words.language()),
                "what", what,
                "state", state,
                "thanks", thanks.contains(held.link().token()));
    }

    private String title(VirtualItem item) {
        return item.title().in(words.language());
    }

    private String date(Instant at) {
        return DateTimeFormatter.ofPattern(words.get("datePattern"), words.language())
                .format(at.atZone(zone));
    }
}
