package slipstream.device.port.usb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.port.LineStatus;
import slipstream.device.port.Port;
import slipstream.device.port.device.DeviceListener;
import slipstream.device.port.device.ScriptedDevice;
import slipstream.device.port.system.DeviceClosedException;
import slipstream.device.port.system.ErrorNumber;

/// The rules are those of `f_printer`.
@Timeout(30)
class GadgetPortTest {
    private final ScriptedDevice host = new ScriptedDevice();
    private final GadgetPort port = new GadgetPort(host, "gadget");

    @Test
    void aSoftResetThrowsAwayWhatWasNotReadAndIsNoEnd() throws IOException {
        host.packet((byte) 1).softReset();
        host.readFails(ErrorNumber.EAGAIN).packet((byte) 2);
        byte[] into = new byte[8];
        assertEquals(1, port.read(into, Duration.ZERO));
        assertEquals(2, into[0]);
    }

    @Test
    void aHostThatReadsNothingStopsNobody() throws IOException {
        byte[] answers = new byte[10_000];
        port.write(answers, 0, answers.length);
        host.packet((byte) 7);
        assertEquals(1, port.read(new byte[8], Duration.ZERO));
        assertEquals(0, host.written().length);
        assertEquals(4096, port.unsent());
    }

    @Test
    void theNewestAnswersLeaveOnceTheHostReads() throws Exception {
        byte[] answers = new byte[5000];
        new Random(1).nextBytes(answers);
        port.write(answers, 0, answers.length);
        var reader = Thread.ofPlatform().daemon().start(() -> {
            try {
                port.read(new byte[8], Duration.ZERO);
            } catch (IOException ignored) {
                // The test is over.
            }
        });
        host.room(100);
        host.awaitWritten(100);
        host.room(10_000);
        byte[] written = host.awaitWritten(4096);
        assertArrayEquals(Arrays.copyOfRange(answers, 5000 - 4096, 5000), written);
        port.close();
        reader.join();
    }

    @Test
    void shortWritesKeepTheOrder() throws IOException {
        host.room(2);
        port.write(new byte[] {1, 2, 3}, 0, 3);
        host.room(9);
        port.write(new byte[] {4}, 0, 1);
        assertArrayEquals(new byte[] {1, 2, 3, 4}, host.written());
    }

    @Test
    void aHostThatGoesEndsReadingAndWriting() {
        host.gone(ErrorNumber.ENODEV);
        assertEquals(
                "the POS has let go of its USB printer",
                assertThrows(IOException.class, () -> port.read(new byte[1], Duration.ZERO))
                        .getMessage());
        assertEquals(
                "the POS has let go of its USB printer",
                assertThrows(IOException.class, () -> port.write(new byte[1], 0, 1))
                        .getMessage());
    }

    @Test
    void closingFreesTheReader() throws Exception {
        var failure = new AtomicReference<IOException>();
        var reader = Thread.ofPlatform().daemon().start(() -> {
            try {
                port.read(new byte[1], Duration.ZERO);
            } catch (IOException e) {
                failure.set(e);
            }
        });
        host.awaitPolls(1);
        port.close();
        reader.join();
        assertEquals(DeviceClosedException.class, failure.get().getClass());
    }

    @Test
    void thePosSeesThePrintersPortStatus() throws Exception {
        var status = new AtomicReference<>(Optional.of(LineStatus.READY));
        var listener = new DeviceListener("gadget", () -> port);
        listener.show(status::get);
        try (Port pos = listener.accept()) {
            host.awaitControl(GadgetPort.SET_STATUS, 0x18);
            status.set(Optional.of(new LineStatus(true, true, false)));
            host.awaitControl(GadgetPort.SET_STATUS, 0x38);
            status.set(Optional.empty());
            host.awaitPolls(1);
            status.set(Optional.of(new LineStatus(false, false, true)));
            host.awaitControl(GadgetPort.SET_STATUS, 0x00);
            assertEquals("gadget", pos.name());
        }
    }
}
