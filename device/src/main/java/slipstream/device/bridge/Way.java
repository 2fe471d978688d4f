package slipstream.device.bridge;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import slipstream.escpos.inject.Output;

/// The way from POS to printer as one [Wiring] has it: decoded in passing, with its holds and their deadlines.
///
/// The session's thread feeds it; decisions come from other threads, under the session's lock.
final class Way implements Decisions {
    /// A line that has been quiet for this long is between two receipts where receipts are not followed.
    static final Duration QUIET = Duration.ofSeconds(2);

    /// A command that its sender breaks off for this long goes on as far as it came.
    private static final Duration SILENCE = Duration.ofMillis(100);

    /// More than this behind a hold, and the POS waits for it.
    private static final int MOST_HELD = 256 * 1024;

    /// In mm a second. Most printers are slower; where a profile says less, it may know the model only roughly.
    private static final int FAST_PAPER = 300;

    private static final double MM_PER_INCH = 25.4;

    /// Whom a way tells of what happens on it.
    interface Owner {
        /// Runs decisions, one thread each.
        Executor workers();

        /// A decision found that the printer takes no more bytes.
        void printerGone();

        /// A fault of ours.
        void faulty(Throwable cause);
    }

    private final BridgeOptions options;
    private final SessionLock lock;
    private final Condition decided;
    private final Owner owner;
    private final Deadlines deadlines;
    private final Gathered gathered;
    private final Guard guard;
    private long lastByte = System.nanoTime();
    private boolean quietTold = true;
    private volatile boolean holds;

    /// A way on which nothing has gone yet.
    ///
    /// @param stages makes what stands in it
    Way(Wiring wiring, Stage.Maker stages, Output printer, SessionLock lock, Owner owner) {
        options = wiring.options();
        this.lock = lock;
        this.owner = owner;
        decided = lock.newCondition();
        deadlines = new Deadlines(options.budget(), options.paper());
        gathered = new Gathered(printer);
        guard = new Guard(stages, gathered, wiring.claims().apply(this), deadlines::asked, owner::faulty);
    }

    /// Takes what came: bytes, or nothing in time.
    void take(byte[] buffer, int length, long now) throws InterruptedException {
        lock.lock();
        try {
            if (length > 0) {
                lastByte = now;
                quietTold = false;
                guard.feed(buffer, 0, length);
            } else if (now - lastByte >= SILENCE.toNanos() && guard.headWaits()) {
                guard.releaseHead();
            } else if (!quietTold
                    && deadlines.isEmpty()
                    && now - lastByte >= options.idle().toNanos()) {
                quietTold = true;
                guard.quiet();
                watch(now, true);
            }
            watch(now, false);
            expire();
            while (guard.waiting() > MOST_HELD && !deadlines.isEmpty()) {
                awaitDecision();
            }
            gathered.flush();
        } finally {
            lock.unlock();
        }
    }

    /// Everything has been taken: the last receipt ends, waits for its decision, goes out.
    void end() throws InterruptedException {
        lock.lock();
        try {
            guard.close();
            watch(System.nanoTime(), true);
            while (!deadlines.isEmpty()) {
                awaitDecision();
            }
            guard.release(Long.MAX_VALUE);
            guard.flush();
            gathered.flush();
        } finally {
            lock.unlock();
        }
    }

    /// Whether something is held. By any thread.
    boolean holds() {
        return holds;
    }

    /// How long nothing has to be done when no byte comes, in nanoseconds; [Long#MAX_VALUE] is for ever.
    long untilNext() {
        lock.lock();
        try {
            long now = System.nanoTime();
            long wait = Long.MAX_VALUE;
            if (!deadlines.isEmpty()) {
                wait = deadlines.first() - now;
            }
            if (guard.headWaits()) {
                wait = Math.min(wait, lastByte + SILENCE.toNanos() - now);
            }
            if (!quietTold && deadlines.isEmpty()) {
                wait = Math.min(wait, lastByte + options.idle().toNanos() - now);
            }
            return wait;
        } finally {
            lock.unlock();
        }
    }

    /// When the last byte came, as [System#nanoTime] counts.
    long lastByte() {
        return lastByte;
    }

    /// Whether everything has gone out and no receipt is under way. Under the session's lock.
    boolean betweenReceipts(long now) {
        return deadlines.isEmpty() && guard.betweenReceipts(now - lastByte >= QUIET.toNanos());
    }

    /// Sets the deadline of a hold behind which bytes begin to wait, or whose receipt is over.
    private void watch(long now, boolean ended) {
        if (ended || guard.waiting() > 0) {
            deadlines.add(guard.newestHold(), now);
        }
        holds = !deadlines.isEmpty();
    }

    private void expire() {
        long expired = deadlines.expired(System.nanoTime());
        while (expired > 0) {
            guard.release(expired);
            expired = deadlines.expired(System.nanoTime());
        }
        if (guard.newestHold() == 0) {
            deadlines.clear();
        }
        holds = !deadlines.isEmpty();
    }

    private void awaitDecision() throws InterruptedException {
        gathered.flush();
        long left = deadlines.first() - System.nanoTime();
        if (left > 0) {
            lock.waits();
            decided.awaitNanos(left);
            lock.goesOn();
        }
        expire();
    }

    @Override
    public void execute(Runnable decision) {
        owner.workers().execute(() -> decide(decision));
    }

    @Override
    public void pictured(long since, long rows) {
        int speed = Math.max(FAST_PAPER, options.profile().printSpeedMmPerS());
        double seconds = rows * MM_PER_INCH / options.profile().dpi() / speed;
        long there = since + (long) (seconds * 1e9);
        deadlines.paper(guard.newestHold(), there, System.nanoTime());
    }

    /// Runs a decision that came from elsewhere.
    private void decide(Runnable decision) {
        lock.lock();
        try {
            guard.run(decision);
            expire();
            gathered.flush();
            decided.signalAll();
        } catch (PrinterGone ignored) {
            owner.printerGone();
        } finally {
            lock.unlock();
        }
    }
}
