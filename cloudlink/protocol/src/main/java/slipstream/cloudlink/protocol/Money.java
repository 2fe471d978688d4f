package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// An amount of money.
///
/// @param minorUnits the amount in the currency's smallest unit: fen for CNY, cents for EUR
/// @param currency the ISO 4217 code, three capital letters
@Json
public record Money(long minorUnits, String currency) {}
