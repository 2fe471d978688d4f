package slipstream.cloudlink.service.mark;

/// A payer's id, keyed and hashed: HMAC-SHA-256 over platform, appid and openid.
///
/// @param version which key made it
/// @param hash 64 hexadecimal digits
public record PayerKey(int version, String hash) {}
