package slipstream.cloudlink.service.gateway;

import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.merchant.Merchant;

/// A payment platform that can be asked about the payments of a merchant (rules 1 and 2 of the domain).
@FunctionalInterface
public interface PaymentGateway {
    /// Obtains and decrypts one payment, with the merchant's own credentials. Blocks, but only for a
    /// bounded time; never throws for what the platform says or fails to say.
    ///
    /// @param slip terminal and day, with a card's reference, where the receipt tells them
    Answer find(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip);

    /// The same for a reference that is one of its kind by itself.
    default Answer find(Merchant merchant, PaymentReference reference) {
        return find(merchant, reference, Optional.empty());
    }

    /// What became of the question.
    sealed interface Answer {
        record Found(Payment payment) implements Answer {}

        /// The platform knows no such payment of this merchant; it may a moment later.
        record NotFound() implements Answer {}

        /// The platform does not handle this kind of reference.
        record Unsupported() implements Answer {}

        /// The platform could not be asked, or its answer cannot be trusted.
        ///
        /// @param why one sentence for the operator
        record Unavailable(String why) implements Answer {}
    }
}
