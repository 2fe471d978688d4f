package slipstream.device.claim;

import java.time.Instant;
import java.util.UUID;

/// A message that waits.
///
/// @param id its own, 1 to 64 characters
/// @param at since when, by the box's clock
public record Kept(String id, Instant at, Message message) {
    static Kept fresh(Instant at, Message message) {
        return new Kept(UUID.randomUUID().toString(), at, message);
    }
}
