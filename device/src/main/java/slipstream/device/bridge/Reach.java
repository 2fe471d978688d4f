package slipstream.device.bridge;

import java.time.Instant;

/// Whether a printer could be reached when a receipt last wanted it.
///
/// @param reached whether it took the connection
/// @param since when that changed, by the box's clock
/// @param why what keeps it from us; empty when it was reached
public record Reach(boolean reached, Instant since, String why) {
    /// What an attempt says, after `before`, which may be null.
    static Reach after(Reach before, boolean reached, String why) {
        boolean same = before != null && before.reached == reached;
        return new Reach(reached, same ? before.since : Instant.now(), why);
    }
}
