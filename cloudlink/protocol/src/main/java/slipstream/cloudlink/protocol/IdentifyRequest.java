package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// The box's question: who made this payment, and does the receipt earn a link?
///
/// Sent as `POST /v1/identify`. The merchant is not named: the service knows it from the certificate
/// of the box. The same reference asked again gets the same answer.
///
/// @param till the till's name within the shop, as configured on the box
/// @param reference the payment reference that was read on the receipt
/// @param total what the receipt says was paid, or null when it was not read
/// @param terminal the card terminal's number, with a card's reference; null when it was not read
/// @param day the day printed on the receipt, `yyyy-MM-dd` by the shop's clock, with a card's reference; null when it
///     was not read
/// @param late true when the receipt is out already, so that nothing can be printed on it any more; null otherwise
@Json
public record IdentifyRequest(
        String till, PaymentReference reference, Money total, String terminal, String day, Boolean late) {
    /// A question while the receipt prints.
    public IdentifyRequest(String till, PaymentReference reference, Money total, String terminal, String day) {
        this(till, reference, total, terminal, day, null);
    }

    /// A question about a reference that is one of its kind by itself.
    public static IdentifyRequest of(String till, PaymentReference reference, Money total) {
        return new IdentifyRequest(till, reference, total, null, null);
    }

    /// The same question, asked after the receipt.
    public IdentifyRequest askedLate() {
        return new IdentifyRequest(till, reference, total, terminal, day, true);
    }

    /// Whether the receipt is out already.
    public boolean isLate() {
        return Boolean.TRUE.equals(late);
    }
}
