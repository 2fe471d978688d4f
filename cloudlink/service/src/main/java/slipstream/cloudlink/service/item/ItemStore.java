package slipstream.cloudlink.service.item;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.merchant.Merchant;

/// Where virtual items are kept.
public interface ItemStore {
    void add(VirtualItem item);

    Optional<VirtualItem> find(String id);

    /// What a claim link made at `merchant` may offer: its own items, then those of the merchants in its
    /// exclusion group, without those that are out of stock or withdrawn.
    List<VirtualItem> offeredBy(Merchant merchant);

    /// Changes title, terms and price; false when there is none of that id.
    boolean change(VirtualItem item);

    /// Lets no new link offer an item; false when there is none of that id that is still offered.
    boolean withdraw(String id, Instant at);

    /// All items, by merchant and in the order they were added.
    List<VirtualItem> all();
}
