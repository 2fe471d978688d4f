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
@Json
public record IdentifyRequest(String till, PaymentReference reference, Money total) {}
