package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;
import java.util.List;

/// Tokens for the box's pool, for this box alone.
///
/// @param prefix what comes before a token in the address that is printed, in capitals
/// @param tokens 16 capitals and digits each; `prefix + token` has at most 120 characters
/// @param expiresAt until when they may be printed, as ISO 8601 in UTC
/// @param caption the lines to print beside the symbol, in the merchant's language
@Json
public record TokensAnswer(String prefix, List<String> tokens, String expiresAt, List<String> caption) {}
