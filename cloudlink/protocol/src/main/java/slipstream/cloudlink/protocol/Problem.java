package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// Why a request was refused, sent with any status of 400 and above.
///
/// @param code a lower-case word for programs: `bad-request`, `unknown-device`, `busy`
/// @param message one sentence for people: what was found, what was expected, where
@Json
public record Problem(String code, String message) {}
