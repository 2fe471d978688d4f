package slipstream.cloudlink.service.web.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/// Slows down who tries out secrets: each address may be wrong only so often in a minute. Who is right is never
/// slowed down, however many share an address. Safe for any number of threads; kept in memory, on each node.
public final class Guesses {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final long MOST_ADDRESSES = 100_000;

    private final LoadingCache<String, RateLimiter> wrong;

    /// @param most wrong guesses of one address in a minute, at least 1
    public Guesses(int most) {
        var config = RateLimiterConfig.custom()
                .limitForPeriod(most)
                .limitRefreshPeriod(PERIOD)
                .timeoutDuration(Duration.ZERO)
                .build();
        wrong = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(PERIOD.multipliedBy(2))
                .build(address -> RateLimiter.of(address, config));
    }

    /// Whether this address has been wrong too often, and is not to be told anything for a while.
    public boolean exhausted(HttpServerRequest request) {
        var known = wrong.getIfPresent(ClientAddress.of(request));
        return known != null && known.getMetrics().getAvailablePermissions() <= 0;
    }

    /// Counts a wrong guess.
    public void wrong(HttpServerRequest request) {
        wrong.get(ClientAddress.of(request)).acquirePermission();
    }
}
