package slipstream.device.claim;

import java.time.Instant;

/// A token that the service gave in advance.
///
/// @param value without the address before it
/// @param link what is printed
/// @param expiresAt until when it may be printed
public record Token(String value, Link link, Instant expiresAt) {}
