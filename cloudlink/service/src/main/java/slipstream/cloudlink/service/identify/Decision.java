package slipstream.cloudlink.service.identify;

import slipstream.cloudlink.service.claim.ClaimLink;

/// What is printed on a receipt.
public sealed interface Decision {
    Reason reason();

    /// The claim link.
    record Link(Reason reason, ClaimLink link) implements Decision {}

    /// Nothing.
    record Plain(Reason reason) implements Decision {}
}
