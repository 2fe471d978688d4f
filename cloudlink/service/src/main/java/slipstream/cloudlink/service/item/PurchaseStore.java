package slipstream.cloudlink.service.item;

import java.time.Instant;
import slipstream.cloudlink.service.mark.PayerKey;

/// How many virtual items of a merchant a payer has bought (rule 6).
public interface PurchaseStore {
    int bought(PayerKey payer, String merchantId);

    /// Counts items that were bought; a negative number takes back.
    void add(PayerKey payer, String merchantId, int items, Instant at);
}
