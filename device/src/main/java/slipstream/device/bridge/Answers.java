package slipstream.device.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import slipstream.device.port.Port;

/// The way back, for one connection to the printer: what it answers goes to the POS as it comes.
final class Answers {
    /// Hears that the printer has ended its side though nobody asked it to.
    interface Ending {
        /// @param broken whether the connection broke, and nobody knows what of the last bytes arrived
        /// @return whether the POS is to be told
        boolean told(boolean broken);
    }

    /// Is shown what the printer said.
    interface Shown {
        /// The first `length` bytes of `bytes`, lent for the call only.
        void shown(byte[] bytes, int length);
    }

    private final Port printer;
    private final Port pos;
    private final Ending ending;
    private final Shown shown;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile long lastAnswer = System.nanoTime();
    private volatile boolean parting;

    private Answers(Port printer, Port pos, Ending ending, Shown shown) {
        this.shown = shown;
        this.printer = printer;
        this.pos = pos;
        this.ending = ending;
    }

    /// Begins to copy, on a thread of its own.
    static Answers begin(Port printer, Port pos, Ending ending, Shown shown, Executor threads) {
        var answers = new Answers(printer, pos, ending, shown);
        threads.execute(answers::copy);
        return answers;
    }

    /// Whether the printer has ended its side.
    boolean over() {
        return over.getCount() == 0;
    }

    /// When the printer last said something, as [System#nanoTime] counts.
    long lastAnswer() {
        return lastAnswer;
    }

    /// From now on, the printer's end is not told to the POS: it is we who part.
    void part() {
        parting = true;
    }

    /// Waits until the printer ends its side, or has been silent for `silence`.
    void await(Duration silence) throws InterruptedException {
        long from = System.nanoTime();
        while (true) {
            long silent = System.nanoTime() - Math.max(from, lastAnswer);
            if (silent >= silence.toNanos() || over.await(silence.toNanos() - silent, TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    private void copy() {
        Thread.currentThread().setName("answers to " + pos.name());
        try {
            boolean broken = !copyAll();
            if (!parting && ending.told(broken)) {
                tell(broken);
            }
        } finally {
            over.countDown();
            Thread.currentThread().setName("line");
        }
    }

    private void tell(boolean broken) {
        if (broken) {
            pos.abort();
            return;
        }
        try {
            pos.endOutput();
        } catch (IOException ignored) {
            // Gone as well.
        }
    }

    /// A POS that has gone does not end the copying: answers that nobody has read would make closing a reset,
    /// and printers drop what they have not printed yet.
    ///
    /// @return whether the printer ended its side in good order
    private boolean copyAll() {
        byte[] buffer = new byte[4096];
        boolean posGone = false;
        try {
            int length = printer.read(buffer, Duration.ZERO);
            while (length != Port.END) {
                lastAnswer = System.nanoTime();
                shown.shown(buffer, length);
                if (!posGone) {
                    posGone = !passOn(buffer, length);
                }
                length = printer.read(buffer, Duration.ZERO);
            }
            return true;
        } catch (IOException ignored) {
            return false;
        }
    }

    private boolean passOn(byte[] buffer, int length) {
        try {
            pos.write(buffer, 0, length);
            return true;
        } catch (IOException ignored) {
            return false;
        }
    }
}
