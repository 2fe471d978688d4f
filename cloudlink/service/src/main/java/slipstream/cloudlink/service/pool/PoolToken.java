package slipstream.cloudlink.service.pool;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimToken;

/// A token as it stands.
///
/// @param deviceId in whose pool it is
/// @param merchantId where that box stands
/// @param campaignId the campaign that alone decides at the scan, if any
/// @param expiresAt until when it may be printed; once it is, until when it may be scanned
/// @param use on which receipt it was printed, as far as the box has told
public record PoolToken(
        ClaimToken token,
        String deviceId,
        String merchantId,
        Optional<String> campaignId,
        Instant expiresAt,
        Optional<Use> use) {

    /// @param receipt the hash of box, till and receipt
    /// @param paidBy `cash`, or the scheme of the payment's reference
    /// @param name the hash by which its payment is found
    public record Use(String receipt, String paidBy, String name) {}
}
