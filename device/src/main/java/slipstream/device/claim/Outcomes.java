package slipstream.device.claim;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.tinylog.Logger;

/// Counts what became of receipts, over all sessions. Safe for any thread.
public final class Outcomes {
    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);
    private final Reasons reasons = new Reasons();

    /// All zero.
    public Outcomes() {
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, new LongAdder());
        }
    }

    /// How many receipts became that.
    public long count(Outcome outcome) {
        return counts.get(outcome).sum();
    }

    void add(Outcome outcome) {
        counts.get(outcome).increment();
    }

    /// Notes a receipt that did not get its link, and logs why: each reason the first time, then when it has come
    /// ten times, a hundred times, and so on.
    void noPlace(String why) {
        long count = reasons.count(why);
        if (Reasons.worthTelling(count)) {
            Logger.warn(
                    "A receipt was printed without its link: {}{}", why, count == 1 ? "" : " So far " + count + ".");
        }
    }
}
