package slipstream.cloudlink.service.claim;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;
import slipstream.cloudlink.service.ledger.Ledger;

/// What happens when a voucher comes to the till. Safe for any number of threads.
public final class Redemptions {
    private final Ledger<ClaimStore> ledger;
    private final Clock clock;
    private final Consumer<Redemption> watch;

    public Redemptions(Ledger<ClaimStore> ledger, Clock clock) {
        this(ledger, clock, redemption -> {});
    }

    /// @param watch is told what became of each voucher
    public Redemptions(Ledger<ClaimStore> ledger, Clock clock, Consumer<Redemption> watch) {
        this.ledger = ledger;
        this.clock = clock;
        this.watch = watch;
    }

    /// Uses a voucher up at a merchant. However many tills ask at once, one of them gets it.
    ///
    /// @param merchantId where it is presented
    public Redemption redeem(VoucherCode code, String merchantId) {
        var redemption = attempt(code, merchantId);
        watch.accept(redemption);
        return redemption;
    }

    private Redemption attempt(VoucherCode code, String merchantId) {
        var before = ledger.read(claims -> claims.voucher(code));
        var objection = objection(before, merchantId);
        if (objection.isPresent()) {
            return objection.get();
        }
        var now = clock.instant();
        if (ledger.write(claims -> claims.redeem(code, merchantId, now))) {
            Logger.info("a voucher was redeemed at {}", merchantId);
            return new Redemption.Redeemed(before.get().voucher());
        }
        return objection(ledger.read(claims -> claims.voucher(code)), merchantId)
                .orElseThrow();
    }

    private Optional<Redemption> objection(Optional<ClaimStore.Issued> found, String merchantId) {
        if (found.isEmpty()) {
            return Optional.of(new Redemption.Unknown());
        }
        var issued = found.get();
        var item = issued.voucher().item();
        if (!item.merchantId().equals(merchantId)) {
            return Optional.of(new Redemption.Elsewhere(item.merchantId()));
        }
        if (issued.redeemedAt().isPresent()) {
            return Optional.of(new Redemption.UsedUp(issued.redeemedAt().get()));
        }
        if (issued.takenBackAt().isPresent()) {
            return Optional.of(new Redemption.TakenBack(issued.takenBackAt().get()));
        }
        return clock.instant().isBefore(issued.voucher().expiresAt())
                ? Optional.empty()
                : Optional.of(new Redemption.Expired(issued.voucher().expiresAt()));
    }

    /// What became of a voucher at the till.
    public sealed interface Redemption {
        /// Good, and used up now.
        record Redeemed(Voucher voucher) implements Redemption {}

        /// It was used up before.
        record UsedUp(Instant at) implements Redemption {}

        /// The payment behind it was given back.
        record TakenBack(Instant at) implements Redemption {}

        /// Its time is over.
        record Expired(Instant at) implements Redemption {}

        /// It belongs to another merchant.
        record Elsewhere(String merchantId) implements Redemption {}

        /// There is no such voucher.
        record Unknown() implements Redemption {}
    }
}
