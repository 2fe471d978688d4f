package slipstream.cloudlink.service.claim;

import java.time.Instant;
import java.util.Optional;

/// Where claim links and vouchers are kept.
public interface ClaimStore {
    void open(ClaimLink link, Instant at);

    Optional<Kept> find(ClaimToken token);

    /// Turns a link into `voucher`. Of any number of simultaneous calls for one link, one returns true;
    /// the others change nothing. An expired link is never claimed.
    boolean claim(ClaimToken token, Voucher voucher, Claimant claimant);

    /// A link as it stands.
    ///
    /// @param voucher what it turned into, once claimed
    /// @param claimant who claimed it: a hash of [Claimant]
    record Kept(ClaimLink link, Optional<Voucher> voucher, Optional<String> claimant) {}
}
