package slipstream.cloudlink.service.sale;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.mark.PayerKey;

/// An order for one item.
///
/// @param key the keyed hash of the order's number, by which it is found
/// @param token of the link under which its voucher will be found
/// @param claimant who will find it there: a hash of [slipstream.cloudlink.service.claim.Claimant]
/// @param holder under which key it will be listed
/// @param paidAt when it was settled, if it was
public record Sale(
        String key,
        String merchantId,
        String itemId,
        ClaimToken token,
        String claimant,
        PayerKey holder,
        Money price,
        Optional<Instant> paidAt) {}
