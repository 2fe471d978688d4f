package slipstream.cloudlink.service.web.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/// Slows down who tries out secrets: each address may be wrong only so often in the minute after it was wrong first.
/// Who is right is never slowed down, however many share an address. Safe for any number of threads; kept in memory,
/// on each node.
public final class Guesses {
    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final long MOST_ADDRESSES = 100_000;

    private final int most;
    private final LoadingCache<String, AtomicInteger> wrong;

    /// @param most wrong guesses of one address in a minute, at least 1
    /// @param clock by which minutes pass
    public Guesses(int most, InstantSource clock) {
        this.most = most;
        wrong = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterWrite(PERIOD)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build(address -> new AtomicInteger());
    }

    /// Whether this address has been wrong too often, and is not to be told anything for a while.
    public boolean exhausted(HttpServerRequest request) {
        var known = wrong.getIfPresent(ClientAddress.of(request));
        return known != null && known.get() >= most;
    }

    /// Counts a wrong guess.
    public void wrong(HttpServerRequest request) {
        wrong.get(ClientAddress.of(request)).incrementAndGet();
    }
}
