package slipstream.cloudlink.service.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.mark.PayerKey;

/// Where addresses are kept, each with its payer.
public interface AddressStore {
    /// Keeps an address in place of the payer's former one.
    ///
    /// @param consent the version of the text that was agreed to
    void put(Address address, int consent);

    Optional<Address> of(PayerKey payer);

    void remove(PayerKey payer);

    /// A message has arrived there.
    void reached(PayerKey payer, Instant at);

    /// A message was refused on the payer's account.
    void unreachable(PayerKey payer, Instant at);

    /// Addresses in the order of their payers' hashes, those after `hash`; for sealing them anew.
    List<Address> after(String hash, int most);

    /// Changes nothing but the seal, and that only where it is still `former`.
    void reseal(Address former, String sealed);
}
