package slipstream.cloudlink.service.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
        return look(token, Visitor.of(claimant));
    }

    /// How the link stands for this visitor. Changes nothing.
    public Standing look(ClaimToken token, Visitor visitor) {
        return ledger.read(claims -> claims.find(token))
                .map(kept -> standing(kept, visitor))
                .orElse(new Standing.Unknown());
    }

    /// A link as it was made, whoever asks.
    public Optional<ClaimLink> link(ClaimToken token) {
        return ledger.read(claims -> claims.find(token)).map(Kept::link);
    }

    /// Everything this visitor has been given: links to claim, vouchers, and what became of them.
    public List<Held> held(Visitor visitor) {
        return ledger
                .read(claims -> visitor.keys().stream()
                        .flatMap(key -> claims.of(key).stream())
                        .distinct()
                        .toList())
                .stream()
                .map(kept -> new Held(
                        kept.link(), standing(kept, visitor), kept.voucher().flatMap(ClaimStore.Issued::redeemedAt)))
                .toList();
    }

    /// Claims one of the offered items. The browser that was first, asking again, gets its voucher again.
    ///
    /// @param itemId the chosen item; may be empty when only one is offered
    public Standing claim(ClaimToken token, String itemId, Claimant claimant) {
        return claim(token, itemId, Visitor.of(Optional.of(claimant)), claimant);
    }

    /// Claims one of the offered items for this visitor, as [#claim(ClaimToken, String, Claimant)] does.
    ///
    /// @param claimant as whom: [Visitor#claimant]
    public Standing claim(ClaimToken token, String itemId, Visitor visitor, Claimant claimant) {
        var standing = attempt(token, itemId, visitor, claimant);
        watch.accept(standing);
        return standing;
    }

    private Standing attempt(ClaimToken token, String itemId, Visitor visitor, Claimant claimant) {
        var before = look(token, visitor);
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
        return look(token, visitor);
    }

    private static Optional<VirtualItem> chosen(ClaimLink link, String itemId) {
        if (itemId.isEmpty() && link.items().size() == 1) {
            return Optional.of(link.items().getFirst());
        }
        return link.items().stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    private Standing standing(Kept kept, Visitor visitor) {
        if (kept.takenBackAt().isPresent()
                || kept.voucher().flatMap(ClaimStore.Issued::takenBackAt).isPresent()) {
            return new Standing.TakenBack();
        }
        if (kept.voucher().isPresent() && visitor.claimed(kept.link(), kept.claimant())) {
            return new Standing.Claimed(kept.voucher().get().voucher(), kept.beside());
        }
        if (kept.link().payerOnly() && !visitor.isPayerOf(kept.link())) {
            return visitor.isKnown() ? new Standing.OfAnother() : new Standing.WhoIsThere();
        }
        if (kept.voucher().isPresent()) {
            return new Standing.Used();
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

    /// Something that a visitor was given.
    ///
    /// @param redeemedAt when the voucher was used up, if it was
    public record Held(ClaimLink link, Standing standing, Optional<Instant> redeemedAt) {}

    /// How a link stands for one visitor.
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

        /// Only its payer may claim it, and nobody has vouched for this visitor yet.
        record WhoIsThere() implements Standing {}

        /// Only its payer may claim it, and that is somebody else.
        record OfAnother() implements Standing {}

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
