package slipstream.cloudlink.service.identify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where payments are kept, and the references by which receipts call them.
public interface PaymentStore {
    /// Keeps a payment as it is now, under these names (hashes of references), and holds it against everybody
    /// else until the transaction ends. What was given back stays given back.
    void remember(KnownPayment payment, List<String> names, Instant at);

    /// Calls a pending payment successful; false when it is not pending. Of any number of simultaneous calls one
    /// returns true, and holds it against everybody else until the transaction ends.
    boolean settle(String key);

    Optional<KnownPayment> named(String name);

    Optional<KnownPayment> find(String key);

    /// Notes a platform's notice; false when it came before.
    boolean note(String notice, Instant at);
}
