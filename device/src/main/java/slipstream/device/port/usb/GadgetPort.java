package slipstream.device.port.usb;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import slipstream.device.port.LineStatus;
import slipstream.device.port.device.PolledPort;
import slipstream.device.port.system.Device;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.SystemException;

/// The POS at the other end of a USB cable, to which the box is a printer: `/dev/g_printer0` (Linux,
/// `drivers/usb/gadget/function/f_printer.c`).
///
/// - Writing never waits: a host that reads no answers would fill the driver's buffers, and then stop a writer
///   that holds what reading needs. What the driver does not take is kept, the newest 4 kB of it.
/// - The driver does not wake who waits when the host goes: polls are short.
/// - A "soft reset" by the host throws away what was not read; that shows as nothing to read and is no end.
final class GadgetPort extends PolledPort {
    /// `GADGET_SET_PRINTER_STATUS`, `linux/usb/g_printer.h`. The driver takes the argument itself, whatever the
    /// request's number says of a pointer.
    static final long SET_STATUS = 0xC0016722L;

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int MOST_KEPT = 4096;
    private static final String HOST_GONE = "the POS has let go of its USB printer";

    private final Object way = new Object();
    private byte[] kept = new byte[0];

    GadgetPort(Device device, String name) {
        super(device, name);
    }

    @Override
    protected int events() {
        return Device.READABLE | (unsent() > 0 ? Device.WRITABLE : 0);
    }

    @Override
    protected Duration longestPoll() {
        return LOOK;
    }

    @Override
    protected int received(byte[] into, int found) throws IOException {
        if ((found & Device.WRITABLE) != 0) {
            write(into, 0, 0);
        }
        if ((found & Device.READABLE) != 0) {
            try {
                return readNow(into, 0);
            } catch (SystemException e) {
                throw inWords(e);
            }
        }
        if ((found & (Device.GONE | Device.FAULT)) != 0) {
            throw new IOException(HOST_GONE);
        }
        return 0;
    }

    @Override
    public void write(byte[] bytes, int from, int to) throws IOException {
        synchronized (way) {
            byte[] all = new byte[kept.length + to - from];
            System.arraycopy(kept, 0, all, 0, kept.length);
            System.arraycopy(bytes, from, all, kept.length, to - from);
            int at = 0;
            try {
                int taken = -1;
                while (at < all.length && taken != 0) {
                    taken = writeNow(all, at, all.length);
                    at += taken;
                }
            } catch (SystemException e) {
                throw inWords(e);
            }
            kept = Arrays.copyOfRange(all, Math.max(at, all.length - MOST_KEPT), all.length);
        }
    }

    @Override
    public long unsent() {
        synchronized (way) {
            return kept.length;
        }
    }

    /// What the host reads at once still goes out.
    @Override
    public void close() {
        try {
            write(new byte[0], 0, 0);
        } catch (IOException ignored) {
            // There is nobody to tell.
        }
        super.close();
    }

    @Override
    protected void show(LineStatus printer) throws IOException {
        device().control(SET_STATUS, printer.toUsb());
    }

    private static IOException inWords(SystemException e) {
        return e.number() == ErrorNumber.ENODEV ? new IOException(HOST_GONE, e) : e;
    }
}
