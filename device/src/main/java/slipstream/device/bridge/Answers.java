package slipstream.device.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import slipstream.device.port.Port;

/// The way back, for one connection to the printer: what it answers goes to the POS as it comes.
final class Answers {
    private final Port printer;
    private final Port pos;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile long lastAnswer = System.nanoTime();
    private volatile boolean parting;

    private Answers(Port printer, Port pos) {
        this.printer = printer;
        this.pos = pos;
    }

    /// Begins to copy, on a thread of its own.
    static Answers begin(Port printer, Port pos) {
        var answers = new Answers(printer, pos);
        Thread.ofPlatform().name("answers to " + pos.name()).daemon().start(answers::copy);
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

    /// A POS that has gone does not end the copying: answers that nobody has read would make closing a reset,
    /// and printers drop what they have not printed yet.
    private void copy() {
        byte[] buffer = new byte[4096];
        boolean posGone = false;
        try {
            int length = printer.read(buffer, Duration.ZERO);
            while (length != Port.END) {
                lastAnswer = System.nanoTime();
                if (!posGone) {
                    posGone = !passOn(buffer, length);
                }
                length = printer.read(buffer, Duration.ZERO);
            }
            if (!parting) {
                pos.endOutput();
            }
        } catch (IOException ignored) {
            // The connection is closed, by the printer or by the session.
        } finally {
            over.countDown();
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
