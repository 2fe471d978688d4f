package slipstream.cloudlink.service.identify;

import slipstream.cloudlink.service.claim.ClaimStore;
import slipstream.cloudlink.service.item.ItemStore;
import slipstream.cloudlink.service.mark.MarkStore;

/// Everything a decision reads and writes, within one transaction.
public interface Books {
    PaymentStore payments();

    DecisionStore decisions();

    MarkStore marks();

    ItemStore items();

    ClaimStore claims();
}
