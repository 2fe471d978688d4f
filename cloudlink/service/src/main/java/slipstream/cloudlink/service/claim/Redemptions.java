package slipstream.cloudlink.service.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.ledger.Ledger;

/// What happens when a voucher comes to the till. Safe for any number of threads.
public final class Redemptions {
    /// How long a press of the button can be undone: until the customer has left the till.
    public static final Duration UNDO = Duration.ofMinutes(5);

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

    /// What would become of a voucher at a merchant. Changes nothing.
    public Redemption look(VoucherCode code, String merchantId) {
        return judge(ledger.read(claims -> claims.voucher(code)), merchantId);
    }

    /// Uses a voucher up at a merchant. However many tills ask at once, one of them gets it; asked again on the
    /// same occasion, the answer is the same.
    ///
    /// @param merchantId where it is presented
    public Redemption redeem(VoucherCode code, String merchantId, Occasion occasion) {
        var redemption = attempt(code, merchantId, occasion);
        watch.accept(redemption);
        return redemption;
    }

    private Redemption attempt(VoucherCode code, String merchantId, Occasion occasion) {
        var before = look(code, merchantId);
        if (!(before instanceof Redemption.Good good)) {
            return same(before, occasion);
        }
        // As exactly as it is kept, so that the answer is the same when it is asked again.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (ledger.write(claims -> claims.redeem(code, merchantId, occasion, now))) {
            Logger.info("a voucher was redeemed at {}", merchantId);
            return new Redemption.Redeemed(good.voucher(), now);
        }
        var after = look(code, merchantId);
        return after instanceof Redemption.Good undone
                ? new Redemption.Undone(undone.voucher())
                : same(after, occasion);
    }

    /// Makes a voucher good again that was used up on this very occasion, at most [#UNDO] ago; false when it
    /// cannot be undone. The same occasion never uses it up again.
    public boolean undo(VoucherCode code, Occasion occasion) {
        var since = clock.instant().minus(UNDO);
        boolean undone = ledger.write(claims -> claims.undo(code, occasion, since));
        if (undone) {
            Logger.info("a redemption was undone");
        }
        return undone;
    }

    private static Redemption same(Redemption found, Occasion occasion) {
        return found instanceof Redemption.UsedUp used && used.on().equals(Optional.of(occasion))
                ? new Redemption.Redeemed(used.voucher(), used.at())
                : found;
    }

    private Redemption judge(Optional<ClaimStore.Issued> found, String merchantId) {
        if (found.isEmpty()) {
            return new Redemption.Unknown();
        }
        var issued = found.get();
        var voucher = issued.voucher();
        if (!voucher.item().merchantId().equals(merchantId)) {
            return new Redemption.Elsewhere(voucher.item().merchantId());
        }
        if (issued.redeemedAt().isPresent()) {
            return new Redemption.UsedUp(voucher, issued.redeemedAt().get(), issued.occasion());
        }
        if (issued.takenBackAt().isPresent()) {
            return new Redemption.TakenBack(voucher, issued.takenBackAt().get());
        }
        return clock.instant().isBefore(voucher.expiresAt())
                ? new Redemption.Good(voucher)
                : new Redemption.Expired(voucher, voucher.expiresAt());
    }

    /// What became of a voucher at the till.
    public sealed interface Redemption {
        /// It could be used up here and now.
        record Good(Voucher voucher) implements Redemption {}

        /// Good, and used up on this occasion.
        record Redeemed(Voucher voucher, Instant at) implements Redemption {}

        /// It was used up before.
        ///
        /// @param on on which occasion
        record UsedUp(Voucher voucher, Instant at, Optional<Occasion> on) implements Redemption {}

        /// It was used up on this occasion, and that was undone.
        record Undone(Voucher voucher) implements Redemption {}

        /// The payment behind it was given back.
        record TakenBack(Voucher voucher, Instant at) implements Redemption {}

        /// Its time is over.
        record Expired(Voucher voucher, Instant at) implements Redemption {}

        /// It belongs to another merchant.
        record Elsewhere(String merchantId) implements Redemption {}

        /// There is no such voucher.
        record Unknown() implements Redemption {}
    }
}
