package slipstream.cloudlink.service.mark;

import java.util.Optional;

/// Who caused a mark.
public sealed interface MarkSource {
    /// The payer who caused it, if it was one.
    default Optional<PayerKey> payer() {
        return this instanceof ByPayer by ? Optional.of(by.inviter()) : Optional.empty();
    }

    /// The payer's first payment at a merchant (merchant mark).
    record AtMerchant(String merchantId) implements MarkSource {}

    /// Another payer's invitation (active mark).
    record ByPayer(PayerKey inviter) implements MarkSource {}
}
