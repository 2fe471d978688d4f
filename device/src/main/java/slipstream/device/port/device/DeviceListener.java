package slipstream.device.port.device;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tinylog.Logger;
import slipstream.device.port.Port;
import slipstream.device.port.PosListener;
import slipstream.device.port.ShowsStatus;
import slipstream.device.port.TellsStatus;
import slipstream.device.port.system.DeviceClosedException;

/// A device at whose other end there is always the one POS. While it cannot be opened it is tried again, more and more
/// slowly up to every two seconds; the log has one line for each reason.
public final class DeviceListener implements PosListener, ShowsStatus {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final String name;
    private final Opener<?> opener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<TellsStatus> printer = Optional.empty();
    private boolean lent;
    private boolean closed;

    /// A POS at what `opener` opens.
    public DeviceListener(String name, Opener<?> opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public Port accept() throws IOException {
        lock.lock();
        try {
            while (lent && !closed) {
                changed.await();
            }
            PolledPort port = open();
            lent = true;
            port.whenClosed(this::takeBack);
            printer.ifPresent(source -> StatusMirror.begin(port, source));
            return port;
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            throw new DeviceClosedException();
        } finally {
            lock.unlock();
        }
    }

    private PolledPort open() throws IOException, InterruptedException {
        Duration pause = FIRST_PAUSE;
        String told = null;
        while (!closed) {
            try {
                PolledPort port = opener.open();
                if (told != null) {
                    Logger.info("{} is open.", name);
                }
                return port;
            } catch (IOException e) {
                if (!e.getMessage().equals(told)) {
                    told = e.getMessage();
                    Logger.warn("{} cannot be opened yet ({}); trying on.", name, told);
                }
            }
            changed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        throw new DeviceClosedException();
    }

    private void takeBack() {
        lock.lock();
        try {
            lent = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean endless() {
        return true;
    }

    @Override
    public void show(TellsStatus source) {
        lock.lock();
        try {
            printer = Optional.of(source);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String name() {
        return name;
    }
}
