package slipstream.cloudlink.service.identify;

import java.time.Instant;
import java.util.Optional;

/// Where decisions are kept, one for each payment, for ever.
public interface DecisionStore {
    /// Begins the decision about a payment. Of any number of simultaneous calls for one payment, one
    /// returns true and must [#conclude] in the same transaction; the others wait for that and return false.
    boolean begin(KnownPayment payment, Instant at);

    void conclude(KnownPayment payment, Decision decision);

    Optional<Decision> about(KnownPayment payment);

    /// The decision about the payment that goes by this name (the hash of a reference).
    Optional<Decision> named(String name);
}
