package slipstream.cloudlink.service.claim;

import java.time.Instant;
import java.util.List;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.mark.PayerKey;

/// A single-use link through which one payer receives one virtual item.
///
/// @param token the secret in its address
/// @param merchantId where the receipt was printed
/// @param campaignId why
/// @param payer for whom
/// @param items what may be chosen, at least one
/// @param blockLines how many lines of text may stand beside its symbol
/// @param payerOnly whether nobody else may claim it; otherwise whoever holds the receipt
/// @param expiresAt after this it gives nothing
public record ClaimLink(
        ClaimToken token,
        String merchantId,
        String campaignId,
        PayerKey payer,
        List<VirtualItem> items,
        int blockLines,
        boolean payerOnly,
        Instant expiresAt) {
    /// What stands for the campaign where the item was bought.
    public static final String BOUGHT = "sale";

    public ClaimLink {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a claim link offers nothing, at least one item was expected");
        }
    }

    /// A link for whoever holds the receipt.
    public ClaimLink(
            ClaimToken token,
            String merchantId,
            String campaignId,
            PayerKey payer,
            List<VirtualItem> items,
            int blockLines,
            Instant expiresAt) {
        this(token, merchantId, campaignId, payer, items, blockLines, false, expiresAt);
    }

    /// Whether its payer has paid for what it gives.
    public boolean isBought() {
        return campaignId.equals(BOUGHT);
    }

    /// The same link, of the payer who goes by this key now.
    public ClaimLink of(PayerKey present) {
        return new ClaimLink(token, merchantId, campaignId, present, items, blockLines, payerOnly, expiresAt);
    }

    /// The same link, offering only these.
    ClaimLink offering(List<VirtualItem> left) {
        return new ClaimLink(token, merchantId, campaignId, payer, left, blockLines, payerOnly, expiresAt);
    }
}
