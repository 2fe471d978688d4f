package slipstream.device.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What passes at a bridge, for whoever looks now and then. Telling costs a volatile write, and nobody waits.
final class Traffic {
    private volatile long last = System.nanoTime() - Duration.ofDays(1).toNanos();
    private volatile Instant fault;

    /// Bytes of a POS have come.
    ///
    /// @param now as [System#nanoTime] counts
    void passes(long now) {
        last = now;
    }

    /// A fault of ours has ended the reading of a session.
    void faulty() {
        fault = Instant.now();
    }

    /// Whether bytes have come within the last `span`.
    boolean within(Duration span) {
        return System.nanoTime() - last < span.toNanos();
    }

    /// When the last fault of ours was; empty when none was yet.
    Optional<Instant> fault() {
        return Optional.ofNullable(fault);
    }
}
