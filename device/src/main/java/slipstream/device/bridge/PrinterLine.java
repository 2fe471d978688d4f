package slipstream.device.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.tinylog.Logger;
import slipstream.device.port.Port;
import slipstream.device.port.PrinterConnector;

/// The one connection that the printer gives us, lent to one session at a time, first come first served.
final class PrinterLine {
    /// A patience that never ends.
    static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE / 4);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final PrinterConnector printer;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Reach reach;

    PrinterLine(PrinterConnector printer) {
        this.printer = printer;
    }

    /// The printer.
    PrinterConnector printer() {
        return printer;
    }

    /// Waits for the turn, then connects, trying again until the patience ends.
    ///
    /// @param patience how long to try to connect
    /// @param givenUp whether nobody wants to connect here any more
    /// @return the connection; to be given back with [#giveBack]
    /// @throws IOException when the printer cannot be reached
    Port borrow(Duration patience, BooleanSupplier givenUp) throws IOException, InterruptedException {
        turn.acquire();
        try {
            return connect(System.nanoTime() + patience.toNanos(), givenUp);
        } catch (IOException | InterruptedException | RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    /// Ends the connection and lets the next session have its turn.
    void giveBack(Port port) {
        port.close();
        turn.release();
    }

    /// Whether another session waits for its turn.
    boolean wanted() {
        return turn.hasQueuedThreads();
    }

    /// Whether it could be reached; empty when no receipt has wanted it yet.
    Optional<Reach> reach() {
        return Optional.ofNullable(reach);
    }

    private Port connect(long until, BooleanSupplier givenUp) throws IOException, InterruptedException {
        boolean told = false;
        long pause = FIRST_PAUSE.toNanos();
        while (true) {
            try {
                Port port = printer.connect(CONNECT);
                reach = Reach.after(reach, true, "");
                if (told) {
                    Logger.info("The printer at {} answers again.", printer.name());
                }
                return port;
            } catch (IOException e) {
                reach = Reach.after(reach, false, String.valueOf(e.getMessage()));
                if (System.nanoTime() - until >= 0 || givenUp.getAsBoolean()) {
                    throw e;
                }
                if (!told) {
                    told = true;
                    Logger.warn(
                            "The printer at {} cannot be reached ({}); trying again and again, the POS waits.",
                            printer.name(),
                            e.getMessage());
                }
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(pause, Math.max(1, until - System.nanoTime())));
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }
}
