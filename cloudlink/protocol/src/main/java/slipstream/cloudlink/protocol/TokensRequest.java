package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// The box asks for tokens to keep in its pool, for receipts whose payer nobody can be asked about: paid at a
/// platform where the merchant has entrusted no credentials, by card, in cash, or while there is no network.
///
/// Sent as `POST /v1/tokens`. A token is printed instead of a claim link and is worth nothing by itself: when the
/// payer scans it, the rules are applied then. Each answer gives new tokens; one that is lost costs nothing.
///
/// @param count how many, 1 to 100
/// @param campaign the campaign that alone decides at the scan; null for whichever runs at the merchant
@Json
public record TokensRequest(int count, String campaign) {}
