package slipstream.device.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Whether the threads of one print path get on.
///
/// A thread that waits for others (the POS, the printer, its turn, an answer) gets on as far as we are concerned; one
/// that has been in our own code for longer than it can need does not, nor does one that has ended though it is needed.
/// Entering and leaving cost a volatile write each and wait for nothing.
public final class Progress {
    private static final long OUTSIDE = 0;

    private final Set<Stretch> stretches = ConcurrentHashMap.newKeySet();
    private final Set<Thread> needed = ConcurrentHashMap.newKeySet();
    private final LongSupplier clock;

    /// Nothing is watched yet.
    public Progress() {
        this(System::nanoTime);
    }

    /// @param clock the time, in nanoseconds from anywhere
    Progress(LongSupplier clock) {
        this.clock = clock;
    }

    /// From now on `thread` must live.
    public void need(Thread thread) {
        needed.add(thread);
    }

    /// From now on `thread` may end.
    public void release(Thread thread) {
        needed.remove(thread);
    }

    /// Begins to watch the code of one session.
    ///
    /// @param name as a log shows it
    public Stretch begin(String name) {
        var stretch = new Stretch(name);
        stretches.add(stretch);
        return stretch;
    }

    /// What has not got on for longer than `limit`, as a log says it; nothing when all is well. By any thread.
    public Optional<String> stuck(Duration limit) {
        for (Thread thread : needed) {
            if (!thread.isAlive()) {
                return Optional.of("thread \"" + thread.getName() + "\" has ended");
            }
        }
        long now = clock.getAsLong();
        for (Stretch stretch : stretches) {
            long since = stretch.since;
            if (since != OUTSIDE && now - since > limit.toNanos()) {
                return Optional.of(stretch.name + " is stuck in the box");
            }
        }
        return Optional.empty();
    }

    /// The code of one session. Its verbs are called by whoever holds the session's lock.
    public final class Stretch implements AutoCloseable {
        private final String name;
        private volatile long since = OUTSIDE;

        private Stretch(String name) {
            this.name = name;
        }

        /// Our own code begins.
        public void enter() {
            long now = clock.getAsLong();
            since = now == OUTSIDE ? 1 : now;
        }

        /// Our own code ends, or waits for somebody else.
        public void leave() {
            since = OUTSIDE;
        }

        /// The session is over.
        @Override
        public void close() {
            stretches.remove(this);
        }
    }
}
