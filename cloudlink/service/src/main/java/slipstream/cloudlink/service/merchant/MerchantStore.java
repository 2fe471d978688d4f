package slipstream.cloudlink.service.merchant;

import java.util.List;
import java.util.Optional;

/// Where merchants are kept.
public interface MerchantStore {
    /// Adds a merchant; false when its id is taken.
    boolean add(Merchant merchant);

    /// Changes name, language, exclusion group, address and copies; false when there is none of that id.
    boolean change(Merchant merchant);

    /// Changes where a merchant's shop is; false when there is no such merchant.
    boolean locate(String id, Optional<Wording> address);

    Optional<Merchant> find(String id);

    /// All merchants, by id.
    List<Merchant> all();
}
