package slipstream.cloudlink.service.gateway.client;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// How fast one account may ask: so many questions in a period, and none for a while after the platform
/// said that it was too fast.
///
/// Each such refusal doubles the pause and halves the rate; each good answer after the pause gives back a
/// tenth of the full rate. Safe for any number of threads.
final class Pace {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(64);

    private final int most;
    private final Clock clock;
    private final RateLimiter limiter;
    private int rate;
    private Duration pause = Duration.ZERO;
    private Instant resume = Instant.MIN;

    /// @param most questions in one `period`
    /// @param wait how long a question may wait for its turn
    Pace(String account, int most, Duration period, Duration wait, Clock clock) {
        this.most = most;
        this.rate = most;
        this.clock = clock;
        this.limiter = RateLimiter.of(
                account,
                RateLimiterConfig.custom()
                        .limitForPeriod(most)
                        .limitRefreshPeriod(period)
                        .timeoutDuration(wait)
                        .build());
    }

    /// Waits for a turn.
    ///
    /// @throws Trouble when there is none to be had in time
    void await() throws Trouble {
        var rest = rest();
        if (rest.isPositive()) {
            throw new Trouble("the platform asked for a pause, which lasts " + rest.toMillis() + " ms more");
        }
        if (!limiter.acquirePermission()) {
            throw new Trouble("more than " + limiter.getRateLimiterConfig().getLimitForPeriod()
                    + " questions at a time, the rest must wait");
        }
    }

    private synchronized Duration rest() {
        return resume.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), resume);
    }

    /// The platform says that this account is too fast.
    ///
    /// @param asked how long it asks us to wait; zero when it does not say
    synchronized void slowDown(Duration asked) {
        var next = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        resume = clock.instant().plus(asked.compareTo(pause) > 0 ? asked : pause);
        change(Math.max(1, rate / 2));
    }

    /// The platform has answered.
    synchronized void speedUp() {
        pause = Duration.ZERO;
        if (rate < most) {
            change(Math.min(most, rate + Math.max(1, most / 10)));
        }
    }

    private void change(int next) {
        rate = next;
        limiter.changeLimitForPeriod(next);
    }

    synchronized int rate() {
        return rate;
    }
}
