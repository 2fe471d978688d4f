package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// The box tells that a receipt gives a payment back, or undoes it.
///
/// Sent as `POST /v1/refund`. The merchant is that of the box, and only its payments are meant. The same told again
/// gets the same answer, so an outbox may tell it until it is answered.
///
/// @param till the till's name within the shop, as configured on the box
/// @param reference a payment reference that the receipt of the refund names
/// @param terminal as in [IdentifyRequest]; null when it was not read
/// @param day the day printed on the receipt of the refund, as in [IdentifyRequest]; null when it was not read
@Json
public record RefundRequest(String till, PaymentReference reference, String terminal, String day) {}
