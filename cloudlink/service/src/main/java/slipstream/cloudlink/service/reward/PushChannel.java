package slipstream.cloudlink.service.reward;

import slipstream.cloudlink.service.claim.ClaimLink;

/// A platform's message channel through which payers are told of rewards.
@FunctionalInterface
public interface PushChannel {
    /// No channel is configured: rewards stand on the payer's page and come with the next receipt.
    PushChannel NONE = reward -> {};

    /// Tells a reward's payer, once, after it was made for good. Must not block and must not throw: the
    /// receipt that caused it is waiting.
    void tell(ClaimLink reward);
}
