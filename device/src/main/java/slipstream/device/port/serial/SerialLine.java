package slipstream.device.port.serial;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import slipstream.device.port.LineStatus;
import slipstream.device.port.device.PolledPort;
import slipstream.device.port.system.Device;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.SystemException;

/// A serial line.
///
/// The handshake reaches from the printer to the POS because nothing in between takes more than it can give: while
/// the printer is busy, writing waits; then nobody reads from the POS; then the kernel's few kilobytes fill, and the
/// line to the POS says busy, too.
///
/// DTR and DSR are done here: towards a printer 64 bytes at a time, while its line is high and the ones before have
/// left, for a printer takes a hundred and more after it said stop; towards a POS by lowering DTR while two
/// kilobytes wait, which a thread looks after.
final class SerialLine extends PolledPort {
    private static final String VANISHED = "the serial adapter is gone";

    /// `TIOCEXCL`, tty_ioctl(4): nobody else opens it from now on.
    private static final long EXCLUSIVE = 0x540C;

    private static final int STEP = 64;
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int FULL = 2048;
    private static final int ROOM = 512;

    private final FlowControl flow;
    private final Modem modem;
    private boolean everReady;

    private SerialLine(Device device, SerialSettings settings) {
        super(device, settings.device().toString());
        flow = settings.flow();
        modem = new Modem(device);
    }

    /// Sets up an open device; closes it when that cannot be done.
    static SerialLine on(Device device, SerialSettings settings, Side side) throws IOException {
        try {
            Termios.set(device, settings, side);
            device.control(EXCLUSIVE, 0);
            var line = new SerialLine(device, settings);
            line.modem.set(Modem.DTR, true);
            if (settings.flow() != FlowControl.RTS_CTS) {
                line.modem.set(Modem.RTS, true);
            }
            if (side == Side.POS && settings.flow() == FlowControl.DTR_DSR) {
                Thread.ofPlatform().name("DTR of " + line.name()).daemon().start(line::keepDtr);
            }
            return line;
        } catch (IOException e) {
            device.close();
            throw e;
        }
    }

    @Override
    protected int received(byte[] into, int found) throws IOException {
        if ((found & Device.READABLE) == 0) {
            throw new IOException(VANISHED);
        }
        try {
            int length = readNow(into, END);
            if (length == END) {
                throw new IOException(VANISHED);
            }
            return length;
        } catch (SystemException e) {
            throw inWords(e);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int to) throws IOException {
        try {
            if (flow != FlowControl.DTR_DSR) {
                super.write(bytes, from, to);
                return;
            }
            for (int at = from; at < to; at += STEP) {
                while (modem.high(Modem.DSR) == 0 || modem.unsent() > 0) {
                    pause(LOOK);
                }
                super.write(bytes, at, Math.min(to, at + STEP));
            }
        } catch (SystemException e) {
            throw inWords(e);
        }
    }

    @Override
    public long unsent() {
        try {
            return modem.unsent();
        } catch (IOException ignored) {
            return 0;
        }
    }

    /// Whether the printer at the other end is there, by the line that does not carry the handshake. One that has never
    /// been high is not wired.
    Optional<LineStatus> status() {
        try {
            boolean high = modem.high(flow == FlowControl.DTR_DSR ? Modem.CTS : Modem.DSR) != 0;
            everReady |= high;
            return everReady ? Optional.of(high ? LineStatus.READY : LineStatus.AWAY) : Optional.empty();
        } catch (IOException ignored) {
            return Optional.of(LineStatus.AWAY);
        }
    }

    /// Shows it to the POS by the line that does not carry the handshake.
    @Override
    protected void show(LineStatus printer) throws IOException {
        boolean ready = printer.ready() && !printer.paperOut() && !printer.fault();
        modem.set(flow == FlowControl.DTR_DSR ? Modem.RTS : Modem.DTR, ready);
    }

    private void keepDtr() {
        boolean high = true;
        try {
            while (true) {
                int waiting = modem.unread();
                boolean next = waiting < (high ? FULL : ROOM);
                if (next != high) {
                    modem.set(Modem.DTR, next);
                    high = next;
                }
                pause(LOOK);
            }
        } catch (IOException ignored) {
            // The line is closed, or gone, which its reader says.
        }
    }

    private static IOException inWords(SystemException e) {
        return switch (e.number()) {
            case ErrorNumber.EIO, ErrorNumber.ENODEV, ErrorNumber.ENXIO -> new IOException(VANISHED, e);
            default -> e;
        };
    }
}
