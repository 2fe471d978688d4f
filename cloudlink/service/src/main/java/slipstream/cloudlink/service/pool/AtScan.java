package slipstream.cloudlink.service.pool;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.identify.ScanIdentification;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;

/// What the page behind a pool's token asks: who scans it is the payer, and the rules are applied now. Safe for any
/// number of threads.
public final class AtScan {
    private final Ledger<? extends PoolStore> ledger;
    private final ScanIdentification identification;
    private final Function<String, Optional<Merchant>> merchants;
    private final Clock clock;

    public AtScan(
            Ledger<? extends PoolStore> ledger,
            ScanIdentification identification,
            Function<String, Optional<Merchant>> merchants,
            Clock clock) {
        this.ledger = ledger;
        this.identification = identification;
        this.merchants = merchants;
        this.clock = clock;
    }

    /// How a token stands, before anybody is identified. Changes nothing: link previews look too.
    public Scan look(ClaimToken token) {
        return ledger.read(store -> store.find(token))
                .<Scan>map(kept -> {
                    if (kept.use().isEmpty()) {
                        return new Scan.NotUsed();
                    }
                    return clock.instant().isBefore(kept.expiresAt())
                            ? new Scan.Open(kept.merchantId(), kept.use().get().paidBy())
                            : new Scan.Expired();
                })
                .orElseGet(Scan.Unknown::new);
    }

    /// Where a token was printed, also when its time is over, and whose receipt it is once somebody has scanned it.
    public Optional<Printed> printed(ClaimToken token) {
        return ledger.read(store -> store.find(token))
                .flatMap(kept ->
                        kept.use().map(use -> new Printed(kept.merchantId(), identification.payer(use.name()))));
    }

    /// Applies the rules to the payment on whose receipt the token was printed, the payer being who scans it; once
    /// for the payment, for ever. The first to scan is the payer: the receipt is in their hands.
    ///
    /// @param payer for whom a wallet has vouched, under the present key first, then under those that came before;
    ///     or, with cash and cards outside a wallet, the browser itself
    public Scan resolve(ClaimToken token, List<PayerKey> payer) {
        var standing = look(token);
        if (!(standing instanceof Scan.Open open)) {
            return standing;
        }
        var kept = ledger.read(store -> store.find(token)).orElseThrow();
        var merchant = merchants.apply(open.merchantId());
        if (merchant.isEmpty()) {
            return new Scan.Unknown();
        }
        var scanned =
                identification.scanned(merchant.get(), kept.use().orElseThrow().name(), payer, kept.campaignId());
        return switch (scanned.decision()) {
            case Decision.Link made -> new Scan.Link(made.reason(), made.link());
            case Decision.Plain plain ->
                scanned.payer().filter(first -> !payer.contains(first)).isPresent()
                        ? new Scan.OfAnother()
                        : new Scan.Plain(plain.reason());
        };
    }

    /// A receipt with a token.
    ///
    /// @param payer who paid, if that is known yet
    public record Printed(String merchantId, Optional<PayerKey> payer) {}

    /// How a token stands, or what came of scanning it.
    public sealed interface Scan {
        /// No box's token: perhaps a claim link's.
        record Unknown() implements Scan {}

        /// The box has not told yet that it was printed: perhaps in a moment. Until then it gives nothing.
        record NotUsed() implements Scan {}

        /// It was printed too long ago.
        record Expired() implements Scan {}

        /// To be resolved, once it is known who scans.
        ///
        /// @param paidBy `cash`, or the scheme of the payment's reference: `wechat`, `alipay`, `card`, …
        record Open(String merchantId, String paidBy) implements Scan {}

        /// The payment has earned this link, or had earned it before. Whether who scans may claim it is for
        /// [slipstream.cloudlink.service.claim.Claims] to say.
        record Link(Reason reason, ClaimLink link) implements Scan {}

        /// The payment has earned no link, for this reason: [Reason#FIRST_PAYMENT] marked the payer.
        record Plain(Reason reason) implements Scan {}

        /// Somebody else has scanned it first, and it earned no link.
        record OfAnother() implements Scan {}
    }
}
