package slipstream.device.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.device.port.Port;
import slipstream.device.reference.Mask;
import slipstream.device.watch.Progress;
import slipstream.escpos.inject.Claims;

/// One connection of a POS.
///
/// Its thread reads from the POS, decodes in passing and writes to the printer; [Answers] copies the way back.
/// The printer is connected with the first byte that comes: a till that only looks whether the port is open does
/// not take the printer's one place from another. It is given up again when the POS is done, or when it is quiet
/// between two receipts and another POS waits.
final class Session implements Runnable {
    /// How often a quiet session looks whether another one waits.
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// A session that has been quiet for this long lets another one have the printer.
    private static final Duration QUIET = Duration.ofSeconds(2);

    /// A command that its sender breaks off for this long goes on as far as it came.
    private static final Duration SILENCE = Duration.ofMillis(100);

    /// More than this behind a hold, and the POS waits for it.
    private static final int MOST_HELD = 256 * 1024;

    /// In mm a second. Most printers are slower; where a profile says less, it may know the model only roughly.
    private static final int FAST_PAPER = 300;

    private static final double MM_PER_INCH = 25.4;

    private final Port pos;
    private final PrinterLine line;
    private final BridgeOptions options;
    private final Executor workers;
    private final Progress.Stretch ours;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition decided = lock.newCondition();
    private final Guard guard;
    private final Deadlines deadlines;

    private volatile Port printer;
    private Answers answers;
    private long lastByte = System.nanoTime();
    private boolean quietTold = true;

    /// @param claims makes who decides for this session's receipts; decisions that come later are to be run by
    ///     the executor that it is given
    /// @param workers runs decisions, one thread each
    /// @param ours told when our own code has the session
    Session(
            Port pos,
            PrinterLine line,
            BridgeOptions options,
            Stage.Maker stages,
            Function<Decisions, Claims> claims,
            Executor workers,
            Progress.Stretch ours) {
        this.pos = pos;
        this.line = line;
        this.options = options;
        this.workers = workers;
        this.ours = ours;
        deadlines = new Deadlines(options.budget(), options.paper());
        guard = new Guard(stages, this::toPrinter, claims.apply(new Later()), deadlines::asked, this::faulty);
    }

    @Override
    public void run() {
        try {
            forward();
            parting();
        } catch (PrinterGone e) {
            Logger.warn(
                    "POS {}: the printer is gone ({}).",
                    pos.name(),
                    e.getCause().getMessage());
        } catch (IOException e) {
            Logger.warn("POS {}: {}.", pos.name(), e.getMessage());
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        } finally {
            pos.close();
            giveBack();
            ours.close();
        }
    }

    /// Ends the session as if the POS had: what it sent goes out.
    void stop() {
        pos.close();
    }

    private void forward() throws IOException, InterruptedException {
        byte[] buffer = new byte[16 * 1024];
        int length = read(buffer);
        while (length != Port.END) {
            long now = System.nanoTime();
            if (length > 0) {
                reconnect();
                lastByte = now;
                quietTold = false;
            } else if (printer != null && mayPart(now)) {
                letGo();
            }
            take(buffer, length, now);
            Arrays.fill(buffer, 0, Math.max(0, length), (byte) 0);
            length = read(buffer);
        }
    }

    /// A POS that breaks off is done like any other: what it sent goes out.
    private int read(byte[] buffer) {
        try {
            return pos.read(buffer, untilNext());
        } catch (IOException ignored) {
            return Port.END;
        }
    }

    private void take(byte[] buffer, int length, long now) throws InterruptedException {
        lockOurs();
        try {
            if (length > 0) {
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
        } finally {
            unlockOurs();
        }
    }

    /// Sets the deadline of a hold behind which bytes begin to wait, or whose receipt is over.
    private void watch(long now, boolean ended) {
        if (ended || guard.waiting() > 0) {
            deadlines.add(guard.newestHold(), now);
        }
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
    }

    private void awaitDecision() throws InterruptedException {
        long left = deadlines.first() - System.nanoTime();
        if (left > 0) {
            ours.leave();
            decided.awaitNanos(left);
            ours.enter();
        }
        expire();
    }

    private Duration untilNext() {
        lockOurs();
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
            if (printer != null) {
                wait = Math.min(wait, LOOK.toNanos());
            }
            return wait == Long.MAX_VALUE ? Duration.ZERO : Duration.ofNanos(Math.max(wait, 1_000_000));
        } finally {
            unlockOurs();
        }
    }

    /// Whether the printer may go to another session, or has itself gone to sleep, without the POS noticing.
    private boolean mayPart(long now) {
        boolean quiet = now - Math.max(lastByte, answers.lastAnswer()) >= QUIET.toNanos();
        return quiet && line.wanted() && guard.waiting() == 0 && deadlines.isEmpty();
    }

    private void reconnect() throws IOException, InterruptedException {
        if (printer == null) {
            try {
                printer = line.borrow();
            } catch (IOException e) {
                throw new IOException("the printer cannot be reached (" + e.getMessage() + "), the POS is let go", e);
            }
            answers = Answers.begin(printer, pos);
        }
    }

    /// Everything has been read: the last receipt ends, waits for its decision, goes out.
    private void parting() throws IOException, InterruptedException {
        lockOurs();
        try {
            guard.close();
            watch(System.nanoTime(), true);
            while (!deadlines.isEmpty()) {
                awaitDecision();
            }
            guard.release(Long.MAX_VALUE);
            guard.flush();
        } finally {
            unlockOurs();
        }
        if (printer != null) {
            endPrinter();
        }
    }

    /// Says that no more comes, and waits until the printer has taken everything and falls silent: closing before
    /// that would lose what a printer without paper has not taken yet.
    private void endPrinter() throws IOException, InterruptedException {
        printer.endOutput();
        do {
            answers.await(options.drain());
        } while (!answers.over() && printer.unsent() > 0);
    }

    private void letGo() throws IOException, InterruptedException {
        answers.part();
        endPrinter();
        giveBack();
    }

    private void giveBack() {
        if (printer != null) {
            line.giveBack(printer);
            printer = null;
        }
    }

    private void lockOurs() {
        lock.lock();
        ours.enter();
    }

    private void unlockOurs() {
        ours.leave();
        lock.unlock();
    }

    private void faulty(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        Logger.error(
                "POS {}: a fault of ours, its bytes are copied from here on ({} at {}).",
                pos.name(),
                Mask.digits(cause.toString()),
                trace.length == 0 ? "an unknown place" : trace[0]);
    }

    private void toPrinter(byte[] bytes, int from, int to) {
        ours.leave();
        try {
            printer.write(bytes, from, to);
        } catch (IOException e) {
            throw new PrinterGone(e);
        } finally {
            ours.enter();
        }
    }

    /// For those who decide.
    private final class Later implements Decisions {
        @Override
        public void execute(Runnable decision) {
            workers.execute(() -> decide(decision));
        }

        @Override
        public void pictured(long since, long rows) {
            int speed = Math.max(FAST_PAPER, options.profile().printSpeedMmPerS());
            double seconds = rows * MM_PER_INCH / options.profile().dpi() / speed;
            long there = since + (long) (seconds * 1e9);
            deadlines.paper(guard.newestHold(), there, System.nanoTime());
        }
    }

    /// Runs a decision that came from elsewhere.
    private void decide(Runnable decision) {
        lockOurs();
        try {
            guard.run(decision);
            expire();
            decided.signalAll();
        } catch (PrinterGone ignored) {
            pos.close();
        } finally {
            unlockOurs();
        }
    }
}
