package slipstream.cloudlink.service.identify;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What one campaign says about a payment.
///
/// @param reason why it gives a link, or does not
/// @param offer the campaign, when the payment earned a link or would have but for the control group
record Weighed(Reason reason, Optional<Facts.Offer> offer) {
    /// From the least telling objection to the most: the campaign that came closest explains a plain receipt.
    private static final List<Reason> OBJECTIONS = List.of(
            Reason.OUT_OF_WINDOW,
            Reason.AMOUNT_OUT_OF_RANGE,
            Reason.NOT_ADDRESSED,
            Reason.NO_OFFER,
            Reason.CAP_REACHED);

    static Weighed of(Optional<Reason> objection, Facts.Offer offer, Supplier<Reason> otherwise) {
        return objection
                .map(reason -> new Weighed(reason, Optional.empty()))
                .orElseGet(() -> new Weighed(otherwise.get(), Optional.of(offer)));
    }

    /// Any campaign that gives comes before any that objects.
    int rank() {
        return offer.isPresent() ? OBJECTIONS.size() : OBJECTIONS.indexOf(reason);
    }
}
