package slipstream.cloudlink.service.claim;

import java.time.Instant;
import java.util.List;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.mark.PayerKey;

/// A single-use link through which one payer receives one virtual item.
///
/// @param token the secret in its address
/// @param merchantId where the receipt was printed
/// @param payer for whom
/// @param items what may be chosen, at least one
/// @param expiresAt after this it gives nothing
public record ClaimLink(
        ClaimToken token, String merchantId, PayerKey payer, List<VirtualItem> items, Instant expiresAt) {
    public ClaimLink {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a claim link offers nothing, at least one item was expected");
        }
    }
}
