package slipstream.device.port.serial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import slipstream.device.port.system.Device;
import slipstream.device.port.system.SystemException;

/// The control lines and queues of a serial line (tty_ioctl(4)). A line that an adapter does not have counts as high
/// when it is looked at, and nothing comes of setting it.
final class Modem {
    static final long GET = 0x5415;
    static final long RAISE = 0x5416;
    static final long LOWER = 0x5417;
    static final long UNSENT = 0x5411;
    static final long UNREAD = 0x541B;

    static final int DTR = 0x002;
    static final int RTS = 0x004;
    static final int CTS = 0x020;
    static final int DSR = 0x100;

    private final Device device;

    Modem(Device device) {
        this.device = device;
    }

    /// Which of `lines` are high.
    int high(int lines) throws IOException {
        return ask(GET, lines) & lines;
    }

    /// Raises or lowers `line`.
    void set(int line, boolean high) throws IOException {
        byte[] bits = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(line)
                .array();
        try {
            device.exchange(high ? RAISE : LOWER, bits);
        } catch (SystemException e) {
            unlessLacking(e);
        }
    }

    /// How many bytes wait to be sent.
    int unsent() throws IOException {
        return ask(UNSENT, 0);
    }

    /// How many bytes wait to be read.
    int unread() throws IOException {
        return ask(UNREAD, 0);
    }

    private int ask(long request, int otherwise) throws IOException {
        byte[] value = new byte[Integer.BYTES];
        try {
            device.exchange(request, value);
            return ByteBuffer.wrap(value).order(ByteOrder.nativeOrder()).getInt();
        } catch (SystemException e) {
            unlessLacking(e);
            return otherwise;
        }
    }

    private static void unlessLacking(SystemException e) throws SystemException {
        if (!e.isUnknownControl()) {
            throw e;
        }
    }
}
