package slipstream.cloudlink.service.claim;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.tinylog.Logger;
import slipstream.cloudlink.service.claim.ClaimStore.Kept;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.ledger.Ledger;

/// What happens at the far end of a claim link. Safe for any number of threads.
public final class Claims {
    private final Ledger<ClaimStore> ledger;
    private final Clock clock;

    public Claims(Ledger<ClaimStore> ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// How the link stands for this browser. Changes nothing.
    public Standing look(ClaimToken token, Optional<Claimant> claimant) {
        return ledger.read(claims -> claims.find(token))
                .map(kept -> standing(kept, claimant))
                .orElse(new Standing.Unknown());
    }

    /// Claims one of the offered items. The browser that was first, asking again, gets its voucher again.
    ///
    /// @param itemId the chosen item; may be empty when only one is offered
    public Standing claim(ClaimToken token, String itemId, Claimant claimant) {
        var before = look(token, Optional.of(claimant));
        if (!(before instanceof Standing.Open open)) {
            return before;
        }
        var item = chosen(open.link(), itemId);
        if (item.isEmpty()) {
            return before;
        }
        var now = clock.instant();
        var days = Duration.ofDays(item.get().validDays());
        var voucher = new Voucher(VoucherCode.random(), item.get(), now, now.plus(days));
        if (ledger.write(claims -> claims.claim(token, voucher, claimant))) {
            Logger.info(
                    "link {} claimed: item {} of {}",
                    token,
                    item.get().id(),
                    item.get().merchantId());
            return new Standing.Claimed(voucher);
        }
        return look(token, Optional.of(claimant));
    }

    private static Optional<VirtualItem> chosen(ClaimLink link, String itemId) {
        if (itemId.isEmpty() && link.items().size() == 1) {
            return Optional.of(link.items().getFirst());
        }
        return link.items().stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    private Standing standing(Kept kept, Optional<Claimant> claimant) {
        if (kept.voucher().isPresent()) {
            var same = claimant.map(c -> c.hash(kept.link().token())).equals(kept.claimant());
            return same ? new Standing.Claimed(kept.voucher().get()) : new Standing.Used();
        }
        return clock.instant().isBefore(kept.link().expiresAt())
                ? new Standing.Open(kept.link())
                : new Standing.Expired();
    }

    /// How a link stands for one browser.
    public sealed interface Standing {
        /// Nobody has claimed it yet.
        record Open(ClaimLink link) implements Standing {}

        /// This browser has claimed it.
        record Claimed(Voucher voucher) implements Standing {}

        /// Somebody else has claimed it.
        record Used() implements Standing {}

        /// Nobody claimed it in time.
        record Expired() implements Standing {}

        /// There is no such link.
        record Unknown() implements Standing {}
    }
}
