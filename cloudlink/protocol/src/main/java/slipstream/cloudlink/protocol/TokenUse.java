package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// The box tells on which receipt it has printed a token.
///
/// Sent as `POST /v1/tokens/used`, as soon as there is a connection; until it is told, scanning the token gives
/// nothing. The same told again gets the same answer. A reprint must carry the token of its original: where it
/// carries another one nevertheless, `receipt` or `reference` shows that it is the same payment.
///
/// @param token the token, without the address before it
/// @param till the till's name within the shop, as configured on the box
/// @param receipt the box's own name for this receipt, 1 to 64 characters, as in [RedeemRequest]
/// @param paidBy how it was paid: `cash`, or a [PaymentReference]'s scheme
/// @param at when it was printed, as ISO 8601 with an offset
/// @param reference the payment reference that was read on the receipt; null when there is none, as with cash
/// @param terminal as in [IdentifyRequest]; null when it was not read
/// @param day as in [IdentifyRequest]; null when it was not read
/// @param total what the receipt says was paid; null when it was not read
@Json
public record TokenUse(
        String token,
        String till,
        String receipt,
        String paidBy,
        String at,
        PaymentReference reference,
        String terminal,
        String day,
        Money total) {
    /// A receipt that was paid in cash.
    public static TokenUse cash(String token, String till, String receipt, String at, Money total) {
        return new TokenUse(token, till, receipt, "cash", at, null, null, null, total);
    }
}
