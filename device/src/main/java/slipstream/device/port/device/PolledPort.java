package slipstream.device.port.device;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import slipstream.device.port.LineStatus;
import slipstream.device.port.Port;
import slipstream.device.port.system.Device;
import slipstream.device.port.system.SystemException;

/// A line over a file of the system: waits in `poll` only, so that reading, writing and closing never wait for each
/// other.
public abstract class PolledPort implements Port {
    /// How long a device that says it is ready, and then is not, is left alone.
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private static final Runnable NOTHING = () -> {};

    private final Device device;
    private final String name;
    private final AtomicReference<Runnable> afterwards = new AtomicReference<>(NOTHING);

    /// A line over `device`, which it closes with itself.
    protected PolledPort(Device device, String name) {
        this.device = device;
        this.name = name;
    }

    /// What it works on.
    protected final Device device() {
        return device;
    }

    @Override
    public final int read(byte[] into, Duration wait) throws IOException {
        long until = System.nanoTime() + (wait.isZero() ? FOR_EVER : wait).toNanos();
        while (true) {
            int found = device.poll(events(), least(longestPoll(), until - System.nanoTime()));
            int length = found == 0 ? 0 : received(into, found);
            if (length != 0 || !wait.isZero() && System.nanoTime() - until >= 0) {
                return length;
            }
        }
    }

    @Override
    public void write(byte[] bytes, int from, int to) throws IOException {
        int at = from;
        boolean promised = false;
        while (at < to) {
            int taken = writeNow(bytes, at, to);
            if (taken == 0) {
                if (promised) {
                    pause();
                }
                device.poll(Device.WRITABLE, FOR_EVER);
            }
            promised = taken == 0;
            at += taken;
        }
    }

    @Override
    public void endOutput() throws IOException {
        // Devices know no end.
    }

    @Override
    public void close() {
        device.close();
        Runnable told = afterwards.getAndSet(NOTHING);
        told.run();
    }

    /// Runs `told` once, after the line has been closed.
    final void whenClosed(Runnable told) {
        afterwards.set(told);
    }

    /// Shows the POS what the printer says of itself, where this kind of line can.
    ///
    /// @throws IOException when the line takes it no more
    protected void show(LineStatus printer) throws IOException {
        // Most lines carry bytes only.
    }

    @Override
    public final String name() {
        return name;
    }

    /// What reading waits for.
    protected int events() {
        return Device.READABLE;
    }

    /// How long reading may wait before it looks again: where a device does not tell of everything by itself.
    protected Duration longestPoll() {
        return FOR_EVER;
    }

    /// What comes of a poll that found something.
    ///
    /// @param found what it found
    /// @return how many bytes, [#END], or 0 when it was nothing; whoever returns 0 has dealt with what was found,
    ///     or waits with [#pause]
    protected abstract int received(byte[] into, int found) throws IOException;

    /// Reads without waiting.
    ///
    /// @return how many bytes; what the device calls its end, as `whatEndIs`
    protected final int readNow(byte[] into, int whatEndIs) throws IOException {
        try {
            int length = device.read(into, 0, into.length);
            return length == 0 ? whatEndIs : length;
        } catch (SystemException e) {
            if (e.isPassing()) {
                pause();
                return 0;
            }
            throw e;
        }
    }

    /// Writes without waiting.
    ///
    /// @return how many bytes were taken
    protected final int writeNow(byte[] bytes, int from, int to) throws IOException {
        try {
            return device.write(bytes, from, to);
        } catch (SystemException e) {
            if (e.isPassing()) {
                return 0;
            }
            throw e;
        }
    }

    /// Waits a moment, unless the line is closed meanwhile.
    protected final void pause() throws IOException {
        pause(PAUSE);
    }

    /// Waits, unless the line is closed meanwhile.
    protected final void pause(Duration most) throws IOException {
        device.poll(0, most);
    }

    private static Duration least(Duration one, long nanos) {
        return one.toNanos() < nanos ? one : Duration.ofNanos(Math.max(0, nanos));
    }
}
