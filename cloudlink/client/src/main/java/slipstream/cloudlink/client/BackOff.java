package slipstream.cloudlink.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The pause before the next attempt: doubled each time up to a limit, and half of it left to chance, so that
/// many boxes do not come back in the same instant.
final class BackOff {
    private final long firstNanos;
    private final long longestNanos;
    private final RandomGenerator random;
    private long ceilingNanos;

    BackOff(Duration first, Duration longest, RandomGenerator random) {
        this.firstNanos = first.toNanos();
        this.longestNanos = longest.toNanos();
        this.random = random;
        this.ceilingNanos = firstNanos;
    }

    /// The next pause: between half of the present ceiling and the ceiling.
    Duration next() {
        var half = ceilingNanos / 2;
        var pause = half + random.nextLong(ceilingNanos - half + 1);
        ceilingNanos = Math.min(longestNanos, ceilingNanos * 2);
        return Duration.ofNanos(pause);
    }

    /// Begins again with the shortest pause.
    void reset() {
        ceilingNanos = firstNanos;
    }
}
