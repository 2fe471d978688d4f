package slipstream.cloudlink.service.sale;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.item.ItemStore;
import slipstream.cloudlink.service.item.PurchaseStore;

/// Where orders are kept, and what they become.
public interface SaleStore {
    ItemStore items();

    PurchaseStore purchases();

    void order(Sale sale, Instant at);

    Optional<Sale> find(String key);

    /// Notes that an order was paid; of any number of simultaneous calls one returns true.
    boolean pay(String key, Instant at);

    /// Notes that it was given back; of any number of simultaneous calls one returns true. What was never paid
    /// is not given back.
    boolean undo(String key, Instant at);

    /// Hands out what was bought, whatever the stock: it is paid for.
    void hand(Sale sale, ClaimLink link, Voucher voucher);

    /// Takes it back, if it was not used.
    void takeBack(Sale sale, Instant at);
}
