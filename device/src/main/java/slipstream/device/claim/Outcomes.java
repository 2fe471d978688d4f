package slipstream.device.claim;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts what became of receipts, over all sessions. Safe for any thread.
public final class Outcomes {
    private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

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
}
