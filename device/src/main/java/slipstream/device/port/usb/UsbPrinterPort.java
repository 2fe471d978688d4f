package slipstream.device.port.usb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import slipstream.device.port.LineStatus;
import slipstream.device.port.device.PolledPort;
import slipstream.device.port.system.Device;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.SystemException;

/// A USB printer at `/dev/usb/lp*` (Linux, `drivers/usb/class/usblp.c`).
///
/// What the driver does not say by itself: a read of nothing is an empty packet, not the end; a printer without
/// paper is told to be writable and takes nothing; closing throws away what the printer has not taken, so that
/// [#close] waits for it, at most two seconds.
final class UsbPrinterPort extends PolledPort {
    /// `LPGETSTATUS`, `linux/lp.h`: the port status into an int.
    static final long GET_STATUS = 0x060b;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final String UNPLUGGED = "the printer was unplugged or switched off";

    private volatile boolean reads;
    private volatile int lastWrite;

    /// @param reads whether the printer is listened to: there are some that stop printing then
    UsbPrinterPort(Device device, String name, boolean reads) {
        super(device, name);
        this.reads = reads;
    }

    @Override
    protected int events() {
        return reads ? Device.READABLE : 0;
    }

    @Override
    protected Duration longestPoll() {
        return LOOK;
    }

    @Override
    protected int received(byte[] into, int found) throws IOException {
        if ((found & Device.GONE) != 0) {
            throw new IOException(UNPLUGGED);
        }
        try {
            int length = readNow(into, 0);
            if (length == 0) {
                pause();
            }
            return length;
        } catch (SystemException e) {
            switch (e.number()) {
                // The driver asks the printer again by itself.
                case ErrorNumber.EIO -> pause();
                // A printer that answers nothing.
                case ErrorNumber.EINVAL -> reads = false;
                default -> throw inWords(e);
            }
            return 0;
        }
    }

    @Override
    public void write(byte[] bytes, int from, int to) throws IOException {
        lastWrite = Math.max(1, to - from);
        try {
            super.write(bytes, from, to);
        } catch (SystemException e) {
            throw inWords(e);
        }
    }

    /// All of the last write until the driver has it, and the printer has paper to print it on.
    @Override
    public long unsent() {
        if (lastWrite == 0) {
            return 0;
        }
        try {
            int found = device().poll(Device.WRITABLE, Duration.ZERO);
            boolean gone = (found & Device.GONE) != 0;
            boolean taken = found != 0 && !status().map(LineStatus::paperOut).orElse(false);
            if (gone || taken) {
                lastWrite = 0;
            }
        } catch (IOException ignored) {
            lastWrite = 0;
        }
        return lastWrite;
    }

    /// The printer's port status; nothing when it does not say.
    Optional<LineStatus> status() {
        try {
            byte[] value = new byte[Integer.BYTES];
            device().exchange(GET_STATUS, value);
            return Optional.of(LineStatus.ofUsb(
                    ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt()));
        } catch (SystemException e) {
            return e.number() == ErrorNumber.ENODEV ? Optional.of(LineStatus.AWAY) : Optional.empty();
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        long until = System.nanoTime() + DRAIN.toNanos();
        try {
            while (unsent() > 0 && System.nanoTime() - until < 0) {
                pause();
            }
        } catch (IOException ignored) {
            // Closed already.
        }
        super.close();
    }

    private static IOException inWords(SystemException e) {
        return switch (e.number()) {
            case ErrorNumber.ENODEV -> new IOException(UNPLUGGED, e);
            case ErrorNumber.ENOSPC -> new IOException("the printer has no paper", e);
            default -> e;
        };
    }
}
