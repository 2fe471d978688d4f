package slipstream.cloudlink.service.office;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import slipstream.cloudlink.service.figures.Figures;
import slipstream.cloudlink.service.store.Retention;

/// Counts the days' figures, then drops what has been kept long enough, every hour as long as the service runs:
/// nothing goes uncounted. Several nodes may do it at the same time.
public final class RetentionJob implements AutoCloseable {
    private static final long FIRST_MINUTES = 5;
    private static final long EVERY_MINUTES = 60;

    private final ScheduledExecutorService executor;

    private RetentionJob(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /// Starts; the first round comes when a node has had time to become warm.
    public static RetentionJob start(Figures figures, Retention retention, Clock clock) {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("retention").daemon().factory());
        executor.scheduleWithFixedDelay(
                () -> round(figures, retention, clock), FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
        return new RetentionJob(executor);
    }

    private static void round(Figures figures, Retention retention, Clock clock) {
        try {
            figures.count();
            long rows = retention.enforce(clock.instant());
            if (rows > 0) {
                Logger.info("retention: {} rows dropped or emptied", rows);
            }
        } catch (RuntimeException e) {
            Logger.warn("retention failed and will be tried again: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
