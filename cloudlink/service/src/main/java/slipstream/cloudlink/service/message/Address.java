package slipstream.cloudlink.service.message;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.mark.PayerKey;

/// Where a payer has asked to be told of rewards.
///
/// @param merchantId on whose page, whose application's messages they are
/// @param sealed the payer's id at the platform, as [Addresses] seals it
/// @param unreachableAt when a message was last refused on the payer's account, if none has arrived since
public record Address(
        PayerKey payer, String merchantId, String sealed, Instant agreedAt, Optional<Instant> unreachableAt) {
    /// Names nobody.
    @Override
    public String toString() {
        return "Address at " + merchantId;
    }
}
