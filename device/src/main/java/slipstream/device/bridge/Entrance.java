package slipstream.device.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import slipstream.device.port.Port;
import slipstream.device.port.PosListener;
import slipstream.device.watch.Progress;

/// Lets POS in, on a thread of its own, as long as there are places.
///
/// When none can be had again and again it pauses, longer each time, and logs each new reason once.
final class Entrance {
    /// Takes a POS in.
    interface Within {
        /// A place is taken for it, and its to give back.
        void begin(Port pos, boolean endless);
    }

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final PosListener listener;
    private final Semaphore places;
    private final Within within;
    private final Progress progress;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private String trouble = "";

    /// Begins.
    ///
    /// @param places how many may be in
    /// @param progress told that its thread is needed
    Entrance(PosListener listener, Semaphore places, Within within, Progress progress) {
        this.listener = listener;
        this.places = places;
        this.within = within;
        this.progress = progress;
        thread = Thread.ofPlatform().name("accept " + listener.name()).daemon().start(this::accept);
        progress.need(thread);
    }

    PosListener listener() {
        return listener;
    }

    /// Nobody comes in any more, and the place is free: the system keeps a socket for as long as a thread waits at it.
    void close() {
        progress.release(thread);
        closed.countDown();
        listener.close();
        thread.interrupt();
        try {
            thread.join(CLOSING);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        long pause = FIRST_PAUSE.toNanos();
        try {
            while (closed.getCount() > 0) {
                if (next()) {
                    pause = FIRST_PAUSE.toNanos();
                } else {
                    closed.await(pause, TimeUnit.NANOSECONDS);
                    pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
                }
            }
        } catch (InterruptedException ignored) {
            // Closed.
        }
    }

    private boolean next() throws InterruptedException {
        places.acquire();
        Port pos;
        try {
            pos = listener.accept();
        } catch (IOException | RuntimeException e) {
            places.release();
            tell(e);
            return false;
        }
        if (closed.getCount() == 0) {
            pos.close();
            places.release();
            return false;
        }
        trouble = "";
        within.begin(pos, listener.endless());
        return true;
    }

    private void tell(Exception e) {
        String why = String.valueOf(e.getMessage());
        if (closed.getCount() > 0 && !why.equals(trouble)) {
            trouble = why;
            Logger.warn("No POS can be let in at {} ({}); trying again every two seconds.", listener.name(), why);
        }
    }
}
