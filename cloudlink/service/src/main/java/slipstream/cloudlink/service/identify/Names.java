package slipstream.cloudlink.service.identify;

import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.CardSlip;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Keyring;

/// The keyed hashes by which payments are found again.
///
/// A card's numbers begin anew, and are one of their kind only with terminal and day. Without both, such a
/// reference names no payment that is known already; its acquirer has to be asked each time.
record Names(Keyring keyring) {
    private static final String CARD = "card";

    /// The payment itself.
    String payment(Payment payment) {
        return keyring.name("payment", payment.platform(), payment.id());
    }

    /// The payment of this name, as long as nobody but its receipt has told of it.
    String atScan(String name) {
        return keyring.name("payment", "scan", name);
    }

    /// What a box asks about.
    Optional<String> asked(Merchant merchant, IdentifyRequest request) {
        return name(merchant, request.reference(), slip(request));
    }

    /// Terminal and day, where the receipt tells both.
    static Optional<CardSlip> slip(IdentifyRequest request) {
        return request.terminal() == null || request.day() == null
                ? Optional.empty()
                : Optional.of(new CardSlip(request.terminal(), request.day()));
    }

    /// What a platform says the payment goes by, always in the same order, so that two transactions lock them
    /// in the same order too.
    List<String> told(Merchant merchant, Payment payment) {
        return payment.names().stream()
                .flatMap(name -> name(merchant, name, payment.slip()).stream())
                .sorted()
                .toList();
    }

    private Optional<String> name(Merchant merchant, PaymentReference reference, Optional<CardSlip> slip) {
        if (reference.scheme().equals(CARD)) {
            return slip.map(card -> keyring.name(
                    "reference",
                    merchant.id(),
                    CARD,
                    reference.kind(),
                    reference.value(),
                    card.terminal(),
                    card.day()));
        }
        return Optional.of(
                keyring.name("reference", merchant.id(), reference.scheme(), reference.kind(), reference.value()));
    }
}
