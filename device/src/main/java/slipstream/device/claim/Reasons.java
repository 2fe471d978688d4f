package slipstream.device.claim;

import java.util.HashMap;
import java.util.Map;

/// Counts what goes wrong again and again, by its sentence. Safe for any thread.
final class Reasons {
    private static final int MOST = 64;
    private static final String OTHER = "other reasons";

    private final Map<String, Long> counts = new HashMap<>();

    /// Counts one more; reasons past the 64th count as one.
    ///
    /// @return how often it has come, this time included
    synchronized long count(String why) {
        boolean known = counts.containsKey(why) || counts.size() < MOST;
        return counts.merge(known ? why : OTHER, 1L, Long::sum);
    }

    /// Whether the count is 1, 10, 100 and so on.
    static boolean worthTelling(long count) {
        long left = count;
        while (left > 1 && left % 10 == 0) {
            left /= 10;
        }
        return left == 1;
    }
}
