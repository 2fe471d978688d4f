package slipstream.device.claim;

import java.util.Optional;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;

/// What may be told of one receipt, and no more.
///
/// @param till the till's name
/// @param receipt our name for it; null when nobody asked for it
/// @param total what was paid; null when it was not read
/// @param terminal the card terminal's number; null when it was not read
/// @param day the day printed; null when it was not read
/// @param copy whether it says that it is one of an earlier receipt
record Facts(String till, String receipt, Money total, String terminal, String day, boolean copy) {
    /// The question about `reference`. Terminal and day go with a card's number only, which is not one of its kind
    /// without them.
    IdentifyRequest question(PaymentReference reference) {
        return card(reference)
                ? new IdentifyRequest(till, reference, total, terminal, day)
                : IdentifyRequest.of(till, reference, total);
    }

    /// That `token` was printed on it, for the payment that `reference` names or in cash.
    TokenUse use(String token, Optional<PaymentReference> reference, String at) {
        if (reference.isEmpty()) {
            return TokenUse.cash(token, till, receipt, at, total);
        }
        PaymentReference paid = reference.get();
        boolean card = card(paid);
        return new TokenUse(
                token, till, receipt, paid.scheme(), at, paid, card ? terminal : null, card ? day : null, total);
    }

    /// That the payment which `reference` names was given back.
    RefundRequest refund(PaymentReference reference) {
        boolean card = card(reference);
        return new RefundRequest(till, reference, card ? terminal : null, card ? day : null);
    }

    /// What tells the payment from others: its reference, or in cash the receipt.
    String payment(Optional<PaymentReference> reference) {
        return reference
                .map(paid -> String.join("|", paid.scheme(), paid.kind(), paid.value())
                        + (card(paid) ? "|" + terminal + "|" + day : ""))
                .orElse("cash|" + receipt);
    }

    /// Whether terminal and day belong to its name.
    static boolean card(PaymentReference reference) {
        return reference.scheme().equals("card");
    }
}
