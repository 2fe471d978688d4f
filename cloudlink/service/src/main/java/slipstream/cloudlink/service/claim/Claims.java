package slipstream.cloudlink.service.claim;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.claim.ClaimStore.Kept;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.ledger.Ledger;

/// What happens at the far end of a claim link. Safe for any number of threads.
public final class Claims {
    private final Ledger<ClaimStore> ledger;
    private final Clock clock;
    private final Consumer<Standing> watch;

    public Claims(Ledger<ClaimStore> ledger, Clock clock) {
        this(ledger, clock, standing -> {});
    }

    /// @param watch is told what became of each attempt to claim
    public Claims(Ledger<ClaimStore> ledger, Clock clock, Consumer<Standing> watch) {
        this.ledger = ledger;
        this.clock = clock;
        this.watch = watch;
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
        var standing = attempt(token, itemId, claimant);
        watch.accept(standing);
        return standing;
    }

    private Standing attempt(ClaimToken token, String itemId, Claimant claimant) {
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
        var outcome = ledger.write(claims -> claims.claim(token, voucher, claimant));
        if (outcome == ClaimStore.Outcome.CLAIMED) {
            Logger.info(
                    "link {} claimed: item {} of {}",
                    token,
                    item.get().id(),
                    item.get().merchantId());
            return new Standing.Claimed(voucher, open.beside());
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
        if (kept.takenBackAt().isPresent()
                || kept.voucher().flatMap(ClaimStore.Issued::takenBackAt).isPresent()) {
            return new Standing.TakenBack();
        }
        if (kept.voucher().isPresent()) {
            var same = claimant.map(c -> c.hash(kept.link().token())).equals(kept.claimant());
            return same ? new Standing.Claimed(kept.voucher().get().voucher(), kept.beside()) : new Standing.Used();
        }
        if (!clock.instant().isBefore(kept.link().expiresAt())) {
            return new Standing.Expired();
        }
        var left = kept.link().items().stream()
                .filter(item -> !kept.soldOut().contains(item.id()))
                .toList();
        return left.isEmpty()
                ? new Standing.SoldOut()
                : new Standing.Open(kept.link().offering(left), kept.beside());
    }

    /// How a link stands for one browser.
    public sealed interface Standing {
        /// Nobody has claimed it yet.
        ///
        /// @param link with what is left of its items
        /// @param beside other links that the same symbol leads to
        record Open(ClaimLink link, List<ClaimToken> beside) implements Standing {}

        /// This browser has claimed it.
        ///
        /// @param beside other links that the same symbol leads to
        record Claimed(Voucher voucher, List<ClaimToken> beside) implements Standing {}

        /// Somebody else has claimed it.
        record Used() implements Standing {}

        /// Nobody claimed it in time.
        record Expired() implements Standing {}

        /// The payment behind it was given back.
        record TakenBack() implements Standing {}

        /// All that it offered has gone to others.
        record SoldOut() implements Standing {}

        /// There is no such link.
        record Unknown() implements Standing {}
    }
}
