package slipstream.cloudlink.service.identify;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimLink;

/// Where decisions are kept, one for each payment, for ever.
public interface DecisionStore {
    /// Begins the decision about a payment that is remembered, and holds it against everybody else until the
    /// transaction ends. Of any number of simultaneous calls for one payment, one returns the payment as it is held
    /// and must [#conclude] in the same transaction; the others wait for that and return nothing.
    Optional<KnownPayment> begin(KnownPayment payment, Instant at);

    /// @param reward the link another payer got because of this payment, if any
    void conclude(KnownPayment payment, Decision decision, Optional<ClaimLink> reward);

    Optional<Decision> about(KnownPayment payment);

    /// Takes back what a decision gave: open links, and vouchers not redeemed yet. Those that were redeemed are
    /// marked. Does nothing where nothing was given, or all was taken back before.
    ///
    /// @return whether anything was taken back or marked
    boolean takeBack(KnownPayment payment, Instant at);
}
