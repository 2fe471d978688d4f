package slipstream.cloudlink.service.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;

/// Under which conditions the receipts of some merchants carry a claim link, and what it offers.
///
/// @param id short name, as merchants have
/// @param circle in which business circle
/// @param merchants whose receipts carry it; every merchant of the circle when empty
/// @param priority campaigns with smaller numbers are tried first
/// @param window when
/// @param amounts for which amounts
/// @param payers for whom (rules 3 and 4)
/// @param lapsedAfter a payer not seen for longer has lapsed
/// @param purchaseThreshold who has bought more virtual items of the merchant than this is entitled to a
///     link (rule 6); absent: that rule is not in force
/// @param offers whose items
/// @param items which of those items, by id; all of them when empty
/// @param rewards whether an inviting payer is thanked (rule 5)
/// @param caps how many links
/// @param controlPercent how many payers in a hundred get no link, so that lift can be measured
/// @param blockLines how many lines of text may stand beside the symbol, 0 to 4
/// @param linkLife how long a link may be claimed; absent: as the service is configured
/// @param payerOnly whether only the payer may claim it, and not whoever holds the receipt
/// @param invitations whether payers find a link on their page by which others may join
public record Campaign(
        String id,
        String circle,
        Set<String> merchants,
        int priority,
        Window window,
        AmountRange amounts,
        Set<Segment> payers,
        Duration lapsedAfter,
        Optional<Integer> purchaseThreshold,
        Set<Offers> offers,
        Set<String> items,
        boolean rewards,
        Caps caps,
        int controlPercent,
        int blockLines,
        Optional<Duration> linkLife,
        boolean payerOnly,
        boolean invitations) {

    /// The id of [#standing].
    public static final String STANDING = "standing";

    /// As many lines as a block carries when nobody says otherwise.
    public static final int USUAL_BLOCK_LINES = 2;

    /// Not seen for longer than this is lapsed, when nobody says otherwise.
    public static final Duration USUAL_LAPSE = Duration.ofDays(60);

    public Campaign {
        Merchant.checkId("campaign id", id);
        Merchant.checkId("circle", circle);
        merchants = Set.copyOf(merchants);
        payers = Set.copyOf(payers);
        offers = Set.copyOf(offers);
        items = Set.copyOf(items);
    }

    /// The campaign of a merchant for whom none was ever made: rules 1 to 5 as they stand, without conditions.
    public static Campaign standing(String circle) {
        return new Campaign(
                STANDING,
                circle,
                Set.of(),
                Integer.MAX_VALUE,
                Window.always(ZoneId.of("UTC")),
                AmountRange.ANY,
                EnumSet.of(Segment.MEMBER, Segment.LAPSED),
                USUAL_LAPSE,
                Optional.empty(),
                EnumSet.allOf(Offers.class),
                Set.of(),
                true,
                Caps.NONE,
                0,
                USUAL_BLOCK_LINES,
                Optional.empty(),
                false,
                false);
    }

    /// Those of a circle's campaigns that concern a merchant, in the order in which they are tried; the
    /// standing campaign where there are none.
    public static List<Campaign> at(Merchant merchant, List<Campaign> ofCircle) {
        var here = ofCircle.stream()
                .filter(c -> c.merchants.isEmpty() || c.merchants.contains(merchant.id()))
                .toList();
        return here.isEmpty() ? List.of(standing(merchant.circle())) : here;
    }

    /// How a payer stands who was seen last at `lastSeen`, in the circle.
    public Segment segment(Optional<Instant> lastSeen, Instant now) {
        if (lastSeen.isEmpty()) {
            return Segment.NEW;
        }
        return lastSeen.get().plus(lapsedAfter).isBefore(now) ? Segment.LAPSED : Segment.MEMBER;
    }

    /// Whether this many bought items entitle to a link (rule 6).
    public boolean entitles(int bought) {
        return purchaseThreshold.isPresent() && bought > purchaseThreshold.get();
    }

    /// What of `items` a link made at `merchant` offers.
    public List<VirtualItem> offered(Merchant merchant, List<VirtualItem> all) {
        return all.stream()
                .filter(item ->
                        offers.contains(item.merchantId().equals(merchant.id()) ? Offers.OWN : Offers.EXCLUSIVE))
                .filter(item -> items.isEmpty() || items.contains(item.id()))
                .toList();
    }

    /// The same campaign, closed at `end`.
    public Campaign endedAt(Instant end) {
        return new Campaign(
                id,
                circle,
                merchants,
                priority,
                window.endedAt(end),
                amounts,
                payers,
                lapsedAfter,
                purchaseThreshold,
                offers,
                items,
                rewards,
                caps,
                controlPercent,
                blockLines,
                linkLife,
                payerOnly,
                invitations);
    }

    /// Whose items a link offers.
    public enum Offers {
        /// The merchant's own.
        OWN,
        /// Those of the merchants that are mutually exclusive with it.
        EXCLUSIVE
    }
}
