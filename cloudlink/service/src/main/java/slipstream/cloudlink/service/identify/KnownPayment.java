package slipstream.cloudlink.service.identify;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.mark.PayerKey;

/// What is kept of a payment: hashes, its state, how much and when.
///
/// @param key the hash of the platform and its own number of the payment
/// @param merchantId whose payment it is
/// @param payer who paid; absent as long as nobody has
/// @param amount what the platform says was paid, when it says so
/// @param paidAt when it was paid, when the platform says so
public record KnownPayment(
        String key,
        String merchantId,
        PaymentState state,
        Optional<PayerKey> payer,
        Optional<Money> amount,
        Optional<Instant> paidAt) {

    /// The same, wholly or partly given back.
    KnownPayment givenBack() {
        return new KnownPayment(key, merchantId, PaymentState.REFUNDED, payer, amount, paidAt);
    }

    /// Whether a receipt of this total can be the receipt of this payment. One side that is silent objects to
    /// nothing.
    boolean agreesWith(Optional<Money> total) {
        return total.isEmpty() || amount.isEmpty() || amount.equals(total);
    }
}
