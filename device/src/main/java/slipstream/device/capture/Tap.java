package slipstream.device.capture;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.tinylog.Logger;
import slipstream.device.bridge.Onlooker;
import slipstream.escpos.profile.PrinterProfile;

/// Takes what passes off the print path, and gives it to viewers on a thread of its own.
///
/// The print path never waits: bytes are copied into a queue of at most 8 MiB; a connection whose bytes find no place
/// there is shown no more up to its next receipt, and counted. While there is no viewer, nothing is copied at all.
public final class Tap implements AutoCloseable {
    private static final long MOST_WAITING = 8L << 20;
    private static final long TICK_MS = 200;
    private static final long CLOSING_MS = 2_000;

    /// One that wants to see what passes. Called on the tap's thread only.
    public interface Viewer {
        /// A connection begins, or a receipt on one does; null when it is not wanted.
        View begin(Connection connection);

        /// Time goes on; several times a second.
        default void tick() {}

        /// It is removed.
        default void removed() {}
    }

    /// What one viewer makes of one connection. Called on the tap's thread only.
    public interface View {
        /// These bytes passed.
        ///
        /// @param micros since the connection was first shown
        void passed(Onlooker.Passage where, byte[] bytes, long micros);

        /// No more is shown of it.
        ///
        /// @param whole whether it was shown up to its end
        void over(boolean whole);
    }

    /// A connection that is shown.
    ///
    /// @param line the printer's line
    /// @param pos who is connected
    /// @param fresh whether it is shown from its first byte on
    public record Connection(String line, String pos, boolean fresh, PrinterProfile profile) {}

    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final long most;
    private volatile int generation;
    private Thread thread;

    /// On the tap's thread only, as the next.
    private boolean ended;

    /// The connections that are shown.
    private final Set<Shown> shown = new HashSet<>();

    /// Nobody looks yet.
    public Tap() {
        this(MOST_WAITING);
    }

    Tap(long most) {
        this.most = most;
    }

    /// What looks on at a line.
    ///
    /// @param profile its printer's at the time
    public Onlooker of(String line, Supplier<PrinterProfile> profile) {
        return new Onlooker() {
            @Override
            public boolean looks() {
                return !viewers.isEmpty();
            }

            @Override
            public Passing begin(String pos, boolean fresh) {
                return new Shown(new Connection(line, pos, fresh, profile.get()));
            }
        };
    }

    /// Shows what passes from here on: connections from their next receipt on.
    public synchronized void add(Viewer viewer) {
        viewers.add(viewer);
        generation++;
        if (thread == null) {
            thread = Thread.ofPlatform().name("tap").daemon().start(this::run);
        }
    }

    /// Shows it nothing more. What it was shown of connections is over, and then it is told.
    public void remove(Viewer viewer) {
        if (viewers.remove(viewer)) {
            work.add(() -> {
                shown.forEach(one -> one.leave(viewer));
                viewer.removed();
            });
        }
    }

    /// How many connections were broken off because their bytes found no place.
    public long dropped() {
        return dropped.get();
    }

    @Override
    public synchronized void close() {
        viewers.clear();
        work.add(() -> ended = true);
        if (thread != null && thread != Thread.currentThread()) {
            try {
                thread.join(CLOSING_MS);
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!ended) {
                Runnable next = work.poll(TICK_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    safely(next);
                }
                viewers.forEach(viewer -> safely(viewer::tick));
            }
        } catch (InterruptedException ignored) {
            Logger.debug("What passes is looked at no more.");
        }
        shown.forEach(Shown::end);
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Logger.error("A fault of ours while what passes was looked at ({}).", e.toString());
        }
    }

    /// One connection.
    private final class Shown implements Onlooker.Passing {
        private final int since = generation;
        private final long begin = System.nanoTime();
        private final Map<Viewer, View> views = new LinkedHashMap<>();
        private volatile boolean broken;

        Shown(Connection connection) {
            work.add(() -> {
                shown.add(this);
                for (Viewer viewer : viewers) {
                    View view = viewer.begin(connection);
                    if (view != null) {
                        views.put(viewer, view);
                    }
                }
            });
        }

        @Override
        public boolean passes(Onlooker.Passage where, byte[] bytes, int from, int to) {
            if (broken) {
                return false;
            }
            if (since != generation || viewers.isEmpty()) {
                breakOff();
                return false;
            }
            int length = to - from;
            if (waiting.addAndGet(length) > most) {
                waiting.addAndGet(-length);
                dropped.incrementAndGet();
                breakOff();
                return false;
            }
            byte[] copy = Arrays.copyOfRange(bytes, from, to);
            long micros = (System.nanoTime() - begin) / 1_000;
            work.add(() -> {
                waiting.addAndGet(-length);
                show(where, copy, micros);
                Arrays.fill(copy, (byte) 0);
            });
            return true;
        }

        @Override
        public void over() {
            work.add(() -> leaveAll(true));
        }

        /// A view that cannot take it is shown no more.
        private void show(Onlooker.Passage where, byte[] bytes, long micros) {
            for (Map.Entry<Viewer, View> one : List.copyOf(views.entrySet())) {
                try {
                    one.getValue().passed(where, bytes, micros);
                } catch (RuntimeException e) {
                    Logger.error("A fault of ours while what passes was looked at ({}).", e.toString());
                    leave(one.getKey());
                }
            }
        }

        private void breakOff() {
            broken = true;
            work.add(() -> leaveAll(false));
        }

        private void end() {
            views.values().forEach(view -> safely(() -> view.over(false)));
        }

        private void leaveAll(boolean whole) {
            shown.remove(this);
            views.values().forEach(view -> safely(() -> view.over(whole)));
            views.clear();
        }

        private void leave(Viewer viewer) {
            View view = views.remove(viewer);
            if (view != null) {
                safely(() -> view.over(false));
            }
        }
    }
}
