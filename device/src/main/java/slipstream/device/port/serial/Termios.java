package slipstream.device.port.serial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import slipstream.device.port.system.Device;

/// What the kernel is told of a serial line: `struct termios2` (`asm-generic/termbits.h`, the same on x86-64 and
/// arm64),
/// four words of flags, the line discipline, 19 special characters, the speeds in and out.
final class Termios {
    /// `TCGETS2` and `TCSETSF2`; the latter throws away what was received before.
    static final long GET = 0x802C542AL;

    static final long SET = 0x402C542DL;

    static final int SIZE = 44;

    /// Input: breaks are no bytes; XOFF is obeyed; XOFF is sent.
    static final int IGNBRK = 0x1;

    static final int IXON = 0x400;
    static final int IXOFF = 0x1000;

    /// Frame and lines.
    static final int CSTOPB = 0x40;

    static final int CREAD = 0x80;
    static final int PARENB = 0x100;
    static final int PARODD = 0x200;
    static final int HUPCL = 0x400;
    static final int CLOCAL = 0x800;
    static final int BOTHER = 0x1000;
    static final int CRTSCTS = 0x80000000;

    private static final int DATA_BITS_FIRST = 5;
    private static final int DATA_BITS_AT = 4;
    private static final int CFLAG_AT = 8;
    private static final int CHARACTERS_AT = 17;
    private static final int VMIN = 6;
    private static final int VSTART = 8;
    private static final int VSTOP = 9;
    private static final byte XON = 0x11;
    private static final byte XOFF = 0x13;
    private static final int SPEED_IN_AT = 36;
    private static final int SPEED_OUT_AT = 40;

    /// Speeds farther off than this many parts in a hundred garble bytes.
    private static final int TOLERANCE_PERCENT = 3;

    private Termios() {}

    /// Sets the line: every byte passes as it is, and what cannot be done is said.
    ///
    /// XON and XOFF go one way. From the printer they are obeyed and not passed on; towards the POS we send our own.
    /// 11h and 13h from the POS are data, as in pictures, and pass.
    ///
    /// @throws IOException when the driver does not do what it is told
    static void set(Device device, SerialSettings settings, Side side) throws IOException {
        ByteBuffer termios = bytes(settings, side);
        device.exchange(SET, termios.array());
        ByteBuffer made = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        device.exchange(GET, made.array());
        int speed = made.getInt(SPEED_OUT_AT);
        if (Math.abs((long) speed - settings.baud()) * 100 > (long) settings.baud() * TOLERANCE_PERCENT) {
            throw new IOException("it runs at " + speed + " baud, not at " + settings.baud());
        }
        if (settings.flow() == FlowControl.RTS_CTS && (made.getInt(CFLAG_AT) & CRTSCTS) == 0) {
            throw new IOException("it does no " + FlowControl.RTS_CTS.word());
        }
    }

    /// The structure for these settings.
    static ByteBuffer bytes(SerialSettings settings, Side side) {
        ByteBuffer termios = ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
        int input = IGNBRK;
        if (settings.flow() == FlowControl.XON_XOFF) {
            input |= side == Side.PRINTER ? IXON : IXOFF;
        }
        termios.putInt(0, input);
        termios.putInt(CFLAG_AT, control(settings, side));
        termios.put(CHARACTERS_AT + VMIN, (byte) 1);
        termios.put(CHARACTERS_AT + VSTART, XON);
        termios.put(CHARACTERS_AT + VSTOP, XOFF);
        termios.putInt(SPEED_IN_AT, settings.baud());
        termios.putInt(SPEED_OUT_AT, settings.baud());
        return termios;
    }

    /// Towards the POS the lines fall when nobody has the line open: the POS must wait then, as bytes would be lost.
    private static int control(SerialSettings settings, Side side) {
        int control = BOTHER | CREAD | CLOCAL | (settings.dataBits() - DATA_BITS_FIRST) << DATA_BITS_AT;
        control |= settings.stopBits() == 2 ? CSTOPB : 0;
        control |= settings.parity() == 'N' ? 0 : PARENB;
        control |= settings.parity() == 'O' ? PARODD : 0;
        control |= side == Side.POS ? HUPCL : 0;
        return control | (settings.flow() == FlowControl.RTS_CTS ? CRTSCTS : 0);
    }
}
