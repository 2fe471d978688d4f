package slipstream.device.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import slipstream.device.port.Port;
import slipstream.device.reference.Mask;
import slipstream.device.watch.Progress;

/// One connection of a POS.
///
/// Its thread reads from the POS and writes to the printer by its [Way]; [Answers] copies the way back.
/// The printer is connected with the first byte that comes: a till that only looks whether the port is open does
/// not take the printer's one place from another. It is given up again when the POS is done, when it is quiet
/// between two receipts and another POS waits, and when the printer itself ends the connection between two receipts;
/// the next byte connects it again. New wiring is used from the next receipt on.
final class Session implements Runnable, Way.Owner {
    /// How often a quiet session looks whether another one waits.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Port pos;
    private final boolean endless;
    private final Executor workers;
    private final Executor threads;
    private final SessionLock lock;
    private final Traffic traffic;
    private final Onlooker onlooker;

    private Wiring wiring;
    private volatile Way way;
    private volatile Wiring next;
    private volatile boolean retired;
    private volatile Port printer;
    private volatile Onlooker.Passing passing;
    private Answers answers;
    private boolean begun;

    /// The POS is done, and waits for us to end.
    private volatile boolean ending;

    /// The printer has been seen to have taken all that was written. Under the lock, but for [#mayPart].
    private volatile boolean taken;

    /// Bytes have come that have not gone on. Under the lock, as the next.
    private boolean coming;

    /// The printer has ended its side between two receipts, and the POS was not told.
    private boolean left;

    /// @param endless whether the POS is a device: it never ends, and cannot be told that its printer is away
    /// @param workers runs decisions, one thread each
    /// @param threads runs what copies answers, for as long as there is a printer
    /// @param ours told while our own code has the session
    /// @param traffic told of what passes
    /// @param onlooker may look on
    Session(
            Port pos,
            boolean endless,
            Wiring wiring,
            Executor workers,
            Executor threads,
            Progress.Stretch ours,
            Traffic traffic,
            Onlooker onlooker) {
        this.onlooker = onlooker;
        this.pos = pos;
        this.endless = endless;
        this.wiring = wiring;
        this.workers = workers;
        this.threads = threads;
        this.traffic = traffic;
        lock = new SessionLock(ours);
        way = new Way(wiring, wiring.stages(), this::toPrinter, lock, this);
    }

    @Override
    public void run() {
        boolean delivered = false;
        try {
            forward();
            way.end();
            endJob();
            pos.delivered();
            delivered = true;
        } catch (PrinterGone e) {
            Logger.warn(
                    "POS {}: the printer ended the connection in the middle of a job ({}), and the POS is let go to print"
                            + " again: look at the printer's power, cable and paper.",
                    pos.name(),
                    e.getCause().getMessage());
        } catch (IOException e) {
            Logger.warn("POS {}: {}.", pos.name(), e.getMessage());
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            faulty(e);
        } finally {
            if (delivered) {
                pos.close();
            } else {
                pos.abort();
            }
            giveBack();
            lock.end();
            Onlooker.Passing shown = passing;
            if (shown != null) {
                shown.over();
            }
        }
    }

    /// Ends the session as if the POS had: what it sent goes out.
    void stop() {
        pos.close();
    }

    /// From the next receipt on, works by other wiring.
    void rewire(Wiring other) {
        next = other;
    }

    /// Nobody comes in here any more: a POS that never ends is done when its receipt is.
    void retire() {
        retired = true;
    }

    /// Whether the end of a receipt is held. By any thread.
    boolean holds() {
        return way.holds();
    }

    private void forward() throws IOException, InterruptedException {
        byte[] buffer = new byte[16 * 1024];
        int length = read(buffer);
        while (length != Port.END) {
            long now = System.nanoTime();
            boolean away = comes(length > 0);
            if (printer != null && (away || length == 0 && mayPart(now))) {
                letGo();
            }
            if (mayChange(now)) {
                change();
            }
            if (length > 0) {
                traffic.passes(now);
                reconnect();
                if (passing == null && onlooker.looks() && (!begun || between(now))) {
                    passing = onlooker.begin(pos.name(), !begun);
                }
                passes(Onlooker.Passage.FROM_POS, buffer, 0, length);
                begun = true;
            } else if (retired && endless && between(now)) {
                return;
            } else if (printer != null) {
                look();
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
        lock.lock();
        try {
            way.take(buffer, length, now);
            coming = false;
        } finally {
            lock.unlock();
        }
    }

    private Duration untilNext() {
        long wait = way.untilNext();
        if (printer != null || endless) {
            wait = Math.min(wait, LOOK.toNanos());
        }
        return wait == Long.MAX_VALUE ? Duration.ZERO : Duration.ofNanos(Math.max(wait, 1_000_000));
    }

    /// @param bytes whether some have come
    /// @return whether the printer has left before
    private boolean comes(boolean bytes) {
        lock.lock();
        try {
            coming = bytes;
            return left;
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        lock.lock();
        try {
            taken = taken || printer.unsent() == 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean between(long now) {
        lock.lock();
        try {
            return way.betweenReceipts(now);
        } finally {
            lock.unlock();
        }
    }

    /// Whether the printer may go to another session without the POS noticing.
    private boolean mayPart(long now) {
        boolean quiet = now - Math.max(way.lastByte(), answers.lastAnswer()) >= Way.QUIET.toNanos();
        return quiet && taken && wiring.line().wanted() && between(now);
    }

    private boolean mayChange(long now) {
        return next != null && between(now);
    }

    private void change() throws InterruptedException {
        Wiring other = next;
        next = null;
        if (printer != null && other.line() != wiring.line()) {
            letGo();
        }
        lock.lock();
        try {
            wiring = other;
            way = new Way(other, begun ? other.laterStages() : other.stages(), this::toPrinter, lock, this);
        } finally {
            lock.unlock();
        }
    }

    private void reconnect() throws IOException, InterruptedException {
        while (printer == null) {
            try {
                printer = wiring.line()
                        .borrow(
                                endless
                                        ? PrinterLine.FOR_EVER
                                        : wiring.options().patience(),
                                this::elsewhere);
                answers = Answers.begin(
                        printer,
                        pos,
                        this::told,
                        (bytes, length) -> passes(Onlooker.Passage.FROM_PRINTER, bytes, 0, length),
                        threads);
            } catch (IOException e) {
                if (!elsewhere() || retired) {
                    throw new IOException(
                            "the printer cannot be reached (" + e.getMessage() + "), the POS is let go", e);
                }
                change();
            }
        }
    }

    /// Whether the printer that is tried is none of ours any more.
    private boolean elsewhere() {
        Wiring other = next;
        return retired && endless || other != null && other.line() != wiring.line();
    }

    /// Says that no more comes, and waits until the printer has taken everything and falls silent: closing before
    /// that would lose what a printer without paper has not taken yet.
    private void endPrinter() throws IOException, InterruptedException {
        printer.endOutput();
        do {
            answers.await(wiring.options().drain());
        } while (!answers.over() && printer.unsent() > 0);
    }

    private void endJob() throws InterruptedException {
        ending = true;
        try {
            if (printer != null) {
                endPrinter();
            }
        } catch (IOException e) {
            throw new PrinterGone(e);
        }
    }

    private void letGo() throws InterruptedException {
        answers.part();
        try {
            if (!answers.over()) {
                endPrinter();
            }
        } catch (IOException e) {
            Logger.debug("The printer left first ({}).", e.getMessage());
        }
        giveBack();
    }

    private void giveBack() {
        if (printer != null) {
            answers.part();
            wiring.line().giveBack(printer);
            lock.lock();
            printer = null;
            left = false;
            lock.unlock();
        }
    }

    /// The printer ends its side. Between two receipts, and when everything is certain to have arrived, the POS need
    /// not know, unless that is what it waits for. On the thread that copies the answers.
    private boolean told(boolean broken) {
        try {
            if (!lock.tryLock(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            return true;
        }
        try {
            long now = System.nanoTime();
            boolean quiet = now - way.lastByte() >= Way.QUIET.toNanos();
            left = printer != null
                    && !ending
                    && !coming
                    && way.betweenReceipts(now)
                    && (broken ? quiet && taken : quiet || printer.unsent() == 0);
            return !left;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Executor workers() {
        return workers;
    }

    @Override
    public void printerGone() {
        pos.abort();
    }

    @Override
    public void faulty(Throwable cause) {
        traffic.faulty();
        StackTraceElement[] trace = cause.getStackTrace();
        Logger.error(
                "POS {}: a fault of ours, its bytes are copied from here on ({} at {}).",
                pos.name(),
                Mask.digits(cause.toString()),
                trace.length == 0 ? "an unknown place" : trace[0]);
    }

    /// Shows what passes to whom it was begun for.
    private void passes(Onlooker.Passage where, byte[] bytes, int from, int to) {
        Onlooker.Passing shown = passing;
        if (shown != null && !shown.passes(where, bytes, from, to)) {
            passing = null;
        }
    }

    private void toPrinter(byte[] bytes, int from, int to) {
        passes(Onlooker.Passage.TO_PRINTER, bytes, from, to);
        taken = false;
        lock.waits();
        try {
            printer.write(bytes, from, to);
        } catch (IOException e) {
            throw new PrinterGone(e);
        } finally {
            lock.goesOn();
        }
    }
}
