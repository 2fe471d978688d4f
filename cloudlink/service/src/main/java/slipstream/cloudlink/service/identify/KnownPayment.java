package slipstream.cloudlink.service.identify;

import java.util.Optional;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.mark.PayerKey;

/// What is kept of a payment: hashes, and its state.
///
/// @param key the hash of the platform and its own number of the payment
/// @param merchantId whose payment it is
/// @param payer who paid; absent as long as nobody has
public record KnownPayment(String key, String merchantId, PaymentState state, Optional<PayerKey> payer) {}
