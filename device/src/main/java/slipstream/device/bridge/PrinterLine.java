package slipstream.device.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tinylog.Logger;
import slipstream.device.port.Address;
import slipstream.device.port.Port;
import slipstream.device.port.TcpPort;

/// The one connection that the printer gives us, lent to one session at a time, first come first served.
final class PrinterLine {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Address address;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1, true);

    PrinterLine(Address address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /// Waits for the turn, then connects, trying again until the patience ends.
    ///
    /// @return the connection; to be given back with [#giveBack]
    /// @throws IOException when the printer cannot be reached
    Port borrow() throws IOException, InterruptedException {
        turn.acquire();
        try {
            return connect();
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

    private Port connect() throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            try {
                Port port = TcpPort.connect(address, CONNECT);
                if (told) {
                    Logger.info("The printer at {} answers again.", address);
                }
                return port;
            } catch (IOException e) {
                if (System.nanoTime() - until >= 0) {
                    throw e;
                }
                if (!told) {
                    told = true;
                    Logger.warn(
                            "The printer at {} cannot be reached ({}); trying for {} s, the POS waits.",
                            address,
                            e.getMessage(),
                            patience.toSeconds());
                }
            }
            TimeUnit.NANOSECONDS.sleep(Math.min(PAUSE.toNanos(), Math.max(1, until - System.nanoTime())));
        }
    }
}
