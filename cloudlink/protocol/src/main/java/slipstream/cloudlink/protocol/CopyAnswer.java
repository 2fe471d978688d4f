package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;
import java.util.List;

/// Which copies are wanted now.
///
/// @param on whether the merchant has copies switched on; when not, the box forgets what it keeps, and asks again
///     in a minute at the earliest
/// @param wanted a [CopyName] each: of receipts of this merchant, perhaps printed by another of its boxes
@Json
public record CopyAnswer(boolean on, List<String> wanted) {
    /// The merchant wants no copies kept.
    public static final CopyAnswer OFF = new CopyAnswer(false, List.of());
}
