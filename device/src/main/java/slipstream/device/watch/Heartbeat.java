package slipstream.device.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tinylog.Logger;

/// Beats as long as the print path gets on.
///
/// With something stuck for a second the beat stops: the pulses of the bypass relay stop with it. After two the
/// service manager is asked to kill the process, so that it is gone within three seconds of the fault; should not even
/// this thread run, the manager's own watchdog does it.
public final class Heartbeat implements AutoCloseable {
    /// How often it beats.
    public static final Duration PERIOD = Duration.ofMillis(250);

    /// Longer than this in our own code, and the beat stops.
    static final Duration STUCK = Duration.ofMillis(750);

    /// Longer than this, and nobody waits for it any more.
    static final Duration HOPELESS = Duration.ofSeconds(2);

    private final List<Supplier<List<Progress>>> watched = new CopyOnWriteArrayList<>();
    private final List<Runnable> takers = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ServiceManager manager;
    private String trouble = "";
    private boolean gaveUp;

    Heartbeat(ServiceManager manager) {
        this.manager = manager;
        takers.add(manager::alive);
    }

    /// Begins to beat, on a thread of its own.
    ///
    /// @param manager who is told that the box lives
    public static Heartbeat start(ServiceManager manager) {
        var heartbeat = new Heartbeat(manager);
        Thread.ofPlatform().name("heartbeat").daemon().start(heartbeat::run);
        return heartbeat;
    }

    /// From now on it depends on these; asked for each beat.
    public void watch(Supplier<List<Progress>> paths) {
        watched.add(paths);
    }

    /// Gives the beat to `taker` as well, each [#PERIOD]; it must return at once.
    public void give(Runnable taker) {
        takers.add(taker);
    }

    @Override
    public void close() {
        ended.countDown();
    }

    private void run() {
        try {
            do {
                beat();
            } while (!ended.await(PERIOD.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    /// One beat, if there is reason for it.
    void beat() {
        Optional<String> stuck = stuck(STUCK);
        if (stuck.isEmpty()) {
            if (!trouble.isEmpty()) {
                Logger.info("The print path gets on again.");
            }
            trouble = "";
            gaveUp = false;
            takers.forEach(Runnable::run);
            return;
        }
        if (trouble.isEmpty()) {
            trouble = stuck.get();
            Logger.error("The print path does not get on: {}.", trouble);
        }
        if (!gaveUp && stuck(HOPELESS).isPresent()) {
            gaveUp = true;
            manager.status("Gave up: " + trouble);
            manager.giveUp();
        }
    }

    private Optional<String> stuck(Duration limit) {
        return watched.stream()
                .flatMap(paths -> paths.get().stream())
                .flatMap(path -> path.stuck(limit).stream())
                .findFirst();
    }
}
