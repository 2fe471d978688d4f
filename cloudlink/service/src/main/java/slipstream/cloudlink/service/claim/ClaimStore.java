package slipstream.cloudlink.service.claim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.mark.PayerKey;

/// Where claim links and vouchers are kept.
public interface ClaimStore {
    void open(ClaimLink link, Instant at);

    Optional<Kept> find(ClaimToken token);

    /// The links that were made for a payer, and those the payer has claimed, newest last day first.
    List<Kept> of(PayerKey payer);

    /// Turns a link into `voucher`. Of any number of simultaneous calls for one link, one claims it; the others
    /// change nothing. A link that has expired or was taken back is never claimed, nor is an item out of stock.
    Outcome claim(ClaimToken token, Voucher voucher, Claimant claimant);

    Optional<Issued> voucher(VoucherCode code);

    /// Uses a voucher up; of any number of simultaneous calls one returns true. One that has expired or was
    /// taken back is never redeemed, nor is one on an occasion that was undone.
    boolean redeem(VoucherCode code, String merchantId, Occasion occasion, Instant at);

    /// Makes a voucher good again that was used up on this occasion after `since`; false, and nothing changes,
    /// when it was not, or when the payment behind it was given back meanwhile.
    boolean undo(VoucherCode code, Occasion occasion, Instant since);

    /// What became of an attempt to claim.
    enum Outcome {
        CLAIMED,
        /// Somebody was first, or the time is over, or the payment was given back.
        TOO_LATE,
        /// The last one of this item went to somebody else.
        SOLD_OUT
    }

    /// A link as it stands.
    ///
    /// @param voucher what it turned into, once claimed
    /// @param claimant who claimed it: a hash of [Claimant]
    /// @param takenBackAt when the payment behind it was given back, if it was
    /// @param soldOut the ids of those of its items that are out of stock
    /// @param beside other links that the same symbol leads to: rewards printed on the same receipt
    record Kept(
            ClaimLink link,
            Optional<Issued> voucher,
            Optional<String> claimant,
            Optional<Instant> takenBackAt,
            Set<String> soldOut,
            List<ClaimToken> beside) {}

    /// A voucher as it stands.
    ///
    /// @param redeemedAt when it was used up, if it was
    /// @param takenBackAt when the payment behind it was given back before it was used up, if it was
    /// @param refundedAt when the payment behind it was given back after it was used up, if it was
    /// @param occasion on which it was used up last; on which that was undone, when it is not used up
    record Issued(
            Voucher voucher,
            Optional<Instant> redeemedAt,
            Optional<Instant> takenBackAt,
            Optional<Instant> refundedAt,
            Optional<Occasion> occasion) {}
}
