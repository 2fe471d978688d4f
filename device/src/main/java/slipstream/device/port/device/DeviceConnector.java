package slipstream.device.port.device;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import slipstream.device.port.LineStatus;
import slipstream.device.port.Port;
import slipstream.device.port.PrinterConnector;
import slipstream.device.port.TellsStatus;

/// A printer at a device of this machine. It is opened by name each time, so that one that was unplugged is found
/// again once it is back.
///
/// @param <P> the kind of line
public final class DeviceConnector<P extends PolledPort> implements PrinterConnector, TellsStatus {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String name;
    private final int baud;
    private final Opener<P> opener;
    private final Function<Optional<P>, Optional<LineStatus>> status;
    private volatile P open;

    /// A printer that `opener` opens.
    ///
    /// @param status what is known of the printer, given its line if that is open
    public DeviceConnector(String name, Opener<P> opener, Function<Optional<P>, Optional<LineStatus>> status) {
        this(name, 0, opener, status);
    }

    /// A printer at a serial line of `baud` bits a second.
    public DeviceConnector(
            String name, int baud, Opener<P> opener, Function<Optional<P>, Optional<LineStatus>> status) {
        this.name = name;
        this.baud = baud;
        this.opener = opener;
        this.status = status;
    }

    @Override
    public Port connect(Duration wait) throws IOException {
        long until = System.nanoTime() + wait.toNanos();
        while (true) {
            try {
                P port = opener.open();
                port.whenClosed(() -> open = null);
                open = port;
                return port;
            } catch (IOException e) {
                if (System.nanoTime() - until >= 0) {
                    throw e;
                }
            }
            try {
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("opening it was broken off");
            }
        }
    }

    @Override
    public Optional<LineStatus> status() {
        return status.apply(Optional.ofNullable(open));
    }

    @Override
    public int baud() {
        return baud;
    }

    @Override
    public String name() {
        return name;
    }
}
