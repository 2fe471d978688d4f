package slipstream.device.port.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.port.LineStatus;
import slipstream.device.port.device.ScriptedDevice;

/// On a scripted adapter, as pseudo-terminals have no wires.
@Timeout(30)
class ModemLinesTest {
    private static final SerialSettings DTR_DSR = SerialSettings.parse("/dev/ttyUSB0,9600,8N1,dtr-dsr");
    private static final SerialSettings RTS_CTS = SerialSettings.parse("/dev/ttyUSB0,9600,8N1,rts-cts");

    private final ScriptedDevice adapter = new ScriptedDevice();

    @BeforeEach
    void wire() {
        adapter.register(Modem.GET, 0).register(Modem.UNSENT, 0).register(Modem.UNREAD, 0);
        adapter.room(1 << 20);
    }

    /// The adapter does as it is told, so that the settings read back are those that were set.
    private SerialLine line(SerialSettings settings, Side side) throws IOException {
        adapter.structure(Termios.GET, Termios.bytes(settings, side).array());
        return SerialLine.on(adapter, settings, side);
    }

    @Test
    void aPrinterIsWrittenToWhileItsDsrIsHighAFewBytesAtATime() throws Exception {
        SerialLine line = line(DTR_DSR, Side.PRINTER);
        byte[] job = new byte[200];
        new Random(1).nextBytes(job);
        var writer = Thread.ofPlatform().daemon().start(() -> write(line, job));
        adapter.awaitPauses(2);
        assertEquals(0, adapter.written().length);
        adapter.register(Modem.UNSENT, 1).register(Modem.GET, Modem.DSR);
        adapter.awaitPauses(4);
        assertTrue(adapter.written().length <= 64, "more than a step");
        adapter.register(Modem.UNSENT, 0);
        writer.join();
        assertArrayEquals(job, adapter.written());
        assertEquals(64, adapter.largestWrite());
    }

    private static void write(SerialLine line, byte[] job) {
        try {
            line.write(job, 0, job.length);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPosIsToldToWaitWhileTwoKilobytesAreUnread() throws Exception {
        SerialLine line = line(DTR_DSR, Side.POS);
        adapter.awaitControl(Modem.RAISE, Modem.RTS);
        adapter.register(Modem.UNREAD, 2048);
        adapter.awaitControl(Modem.LOWER, Modem.DTR);
        adapter.register(Modem.UNREAD, 600);
        adapter.awaitPauses(2);
        adapter.register(Modem.UNREAD, 511);
        adapter.awaitControl(Modem.RAISE, Modem.DTR);
        line.close();
    }

    @ParameterizedTest
    @CsvSource({"rts-cts, 2", "xon-xoff, 2", "none, 2", "dtr-dsr, 4"})
    void thePosSeesWhetherThePrinterIsThereByTheLineWithoutHandshake(String flow, int shown) throws Exception {
        SerialLine line = line(SerialSettings.parse("/dev/ttyUSB0,9600,8N1," + flow), Side.POS);
        line.show(LineStatus.AWAY);
        adapter.awaitControl(Modem.LOWER, shown);
        line.show(LineStatus.READY);
        adapter.awaitControl(Modem.RAISE, shown);
        line.close();
    }

    @Test
    void aPrinterWhoseLineWasNeverHighIsNotWired() throws IOException {
        SerialLine line = line(RTS_CTS, Side.PRINTER);
        assertEquals(Optional.empty(), line.status());
        adapter.register(Modem.GET, Modem.DSR);
        assertEquals(Optional.of(LineStatus.READY), line.status());
        adapter.register(Modem.GET, Modem.CTS);
        assertEquals(Optional.of(LineStatus.AWAY), line.status());
    }

    @ParameterizedTest
    @CsvSource({"7E1, 0x19A0", "8O2, 0x1BF0", "5N1, 0x1880"})
    void theFrameIsAsTheKernelsHeaderSays(String frame, String expected) {
        ByteBuffer termios = Termios.bytes(SerialSettings.parse("/dev/ttyUSB0,9600," + frame + ",none"), Side.PRINTER);
        assertEquals(Integer.decode(expected), termios.getInt(8));
    }

    @Test
    void aDriverThatDoesNotAsToldIsNotUsed() throws IOException {
        byte[] other = Termios.bytes(SerialSettings.parse("/dev/ttyUSB0,9600,8N1,none"), Side.PRINTER)
                .array();
        assertEquals("it does no rts-cts", refusal(RTS_CTS, other));
        assertEquals(
                "it runs at 9600 baud, not at 19200",
                refusal(SerialSettings.parse("/dev/ttyUSB0,19200,8N1,none"), other));
    }

    private static String refusal(SerialSettings settings, byte[] made) {
        var driver = new ScriptedDevice().structure(Termios.GET, made);
        try {
            SerialLine.on(driver, settings, Side.PRINTER);
            return "";
        } catch (IOException e) {
            assertTrue(driver.isClosed());
            return e.getMessage();
        }
    }
}
