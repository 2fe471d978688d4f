package slipstream.device.port.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;

/// A pseudo-terminal pair, pty(7): what stands in for a device, at whose far end the test sits.
public final class PseudoTerminal implements AutoCloseable {
    private static final long UNLOCK = 0x40045431L;
    private static final long NUMBER = 0x80045430L;
    private static final long TERMIOS = 0x802C542AL;
    private static final int LOCAL_FLAGS_AT = 12;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Descriptor far;
    private final Path device;

    public PseudoTerminal() throws IOException {
        far = Descriptor.open(Path.of("/dev/ptmx"));
        far.exchange(UNLOCK, new byte[Integer.BYTES]);
        byte[] number = new byte[Integer.BYTES];
        far.exchange(NUMBER, number);
        device = Path.of("/dev/pts/"
                + ByteBuffer.wrap(number).order(ByteOrder.nativeOrder()).getInt());
    }

    /// The device that the code under test opens.
    public Path device() {
        return device;
    }

    /// What a program wrote to the device.
    public byte[] take(int count) throws IOException {
        byte[] bytes = new byte[count];
        int at = 0;
        while (at < count) {
            if (far.poll(Device.READABLE, LONG) == 0) {
                throw new IOException("only " + at + " of " + count + " bytes came");
            }
            at += far.read(bytes, at, count);
        }
        return bytes;
    }

    /// What a program is to read from the device.
    public void give(byte... bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            far.poll(Device.WRITABLE, LONG);
            at += far.write(bytes, at, bytes.length);
        }
    }

    /// Waits until a program has opened the device and set it to pass bytes as they are; what was given before is lost.
    public PseudoTerminal awaitSet() throws IOException {
        byte[] termios = new byte[44];
        do {
            far.poll(0, Duration.ofMillis(5));
            far.exchange(TERMIOS, termios);
        } while (ByteBuffer.wrap(termios).order(ByteOrder.nativeOrder()).getInt(LOCAL_FLAGS_AT) != 0);
        return this;
    }

    /// As [#give], until nobody has taken anything for a while.
    ///
    /// @return how many bytes were taken
    public int giveUntilFull(byte[] bytes, Duration whileFull) throws IOException {
        int at = 0;
        while (at < bytes.length && far.poll(Device.WRITABLE, whileFull) != 0) {
            at += far.write(bytes, at, bytes.length);
        }
        return at;
    }

    /// Unplugs it.
    @Override
    public void close() {
        far.close();
    }
}
