package slipstream.cloudlink.service.town;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The system's clock, moved ahead at will.
public final class MovableClock extends Clock {
    private final Clock base;
    private volatile Duration ahead = Duration.ZERO;

    /// Runs with the system's clock.
    public MovableClock() {
        this(Clock.systemUTC());
    }

    /// Runs as `base` does, but for what it is moved ahead.
    public MovableClock(Clock base) {
        this.base = base;
    }

    /// Stands at the present moment.
    public static MovableClock standing() {
        return new MovableClock(Clock.fixed(Instant.now(), ZoneOffset.UTC));
    }

    public void moveAhead(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody needs this clock in a zone");
    }
}
