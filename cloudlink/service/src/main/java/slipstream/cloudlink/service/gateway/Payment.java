package slipstream.cloudlink.service.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;

/// The payment parameters, decrypted. Lives in memory only: it names the payer in clear.
///
/// @param platform who moved the money, e.g. `wechat`
/// @param id the platform's own number of this payment
/// @param names every reference by which a receipt may call it
/// @param payer who paid; absent as long as nobody has
/// @param amount what was paid, before what the platform or the merchant took off; absent when it is not said
/// @param paidAt when, if it is said
/// @param slip terminal and day, of a card payment, if they are said: its names are its own only with them
public record Payment(
        String platform,
        String id,
        List<PaymentReference> names,
        PaymentState state,
        Optional<PayerId> payer,
        Optional<Money> amount,
        Optional<Instant> paidAt,
        Optional<CardSlip> slip) {
    public Payment {
        names = List.copyOf(names);
    }

    /// A payment whose names are its own by themselves.
    public Payment(
            String platform,
            String id,
            List<PaymentReference> names,
            PaymentState state,
            Optional<PayerId> payer,
            Optional<Money> amount,
            Optional<Instant> paidAt) {
        this(platform, id, names, state, payer, amount, paidAt, Optional.empty());
    }

    /// Tells nothing about the payer and no whole number.
    @Override
    public String toString() {
        return platform + " payment " + Masked.of(id) + " " + state;
    }

    /// The platform's id of a payer; unique within the application `appid`.
    public record PayerId(String appid, String openid) {
        @Override
        public String toString() {
            return "PayerId(masked)";
        }
    }
}
