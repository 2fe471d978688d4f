package slipstream.cloudlink.service.identify;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.claim.ClaimLink;

/// Where decisions are kept, one for each payment, for ever.
public interface DecisionStore {
    /// Begins the decision about a payment that is remembered, final and of this total, and holds it against
    /// everybody else until the transaction ends. Of any number of simultaneous calls for one payment, one returns
    /// the payment as it is held and must [#conclude] in the same transaction; the others wait for that and return
    /// nothing.
    ///
    /// @param total as [KnownPayment#agreesWith] takes it
    Optional<KnownPayment> begin(String key, Optional<Money> total, Instant at);

    /// Ends what [#begin] began without a decision, in the same transaction: it may be begun again.
    void leaveOpen(KnownPayment payment);

    /// @param reward the link another payer got because of this payment, if any
    void conclude(KnownPayment payment, Decision decision, Optional<ClaimLink> reward);

    /// A payment by one of its names.
    Optional<Standing> named(String name);

    /// A payment by its key.
    Optional<Standing> of(String key);

    /// Takes back what a decision gave: open links, and vouchers not redeemed yet. Those that were redeemed are
    /// marked. Does nothing where nothing was given, or all was taken back before.
    ///
    /// @return whether anything was taken back or marked
    boolean takeBack(KnownPayment payment, Instant at);

    /// A payment and what was decided about it, if it was.
    record Standing(KnownPayment payment, Optional<Decision> decision) {}
}
