package slipstream.device.port.usb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.port.LineStatus;
import slipstream.device.port.device.ScriptedDevice;
import slipstream.device.port.system.DeviceClosedException;
import slipstream.device.port.system.ErrorNumber;

/// The rules are those of `usblp`.
@Timeout(30)
class UsbPrinterPortTest {
    private static final int HEALTHY = 0x18;
    private static final int NO_PAPER = 0x38;

    private final ScriptedDevice printer = new ScriptedDevice().register(UsbPrinterPort.GET_STATUS, HEALTHY);
    private final UsbPrinterPort port = new UsbPrinterPort(printer, "printer", true);

    @Test
    void anEmptyPacketIsNotTheEnd() throws IOException {
        printer.packet().packet((byte) 0x12);
        byte[] into = new byte[8];
        assertEquals(1, port.read(into, Duration.ZERO));
        assertEquals(0x12, into[0]);
    }

    @Test
    void aFailedReadIsMadeAgain() throws IOException {
        printer.readFails(ErrorNumber.EIO).readFails(ErrorNumber.EAGAIN).packet((byte) 1);
        assertEquals(1, port.read(new byte[8], Duration.ZERO));
    }

    @Test
    void aPrinterThatAnswersNothingIsWaitedForUntilItGoes() {
        printer.readFails(ErrorNumber.EINVAL);
        var reading = reading();
        printer.packet((byte) 1);
        printer.gone(ErrorNumber.ENODEV);
        assertEquals("the printer was unplugged or switched off", failure(reading));
    }

    @Test
    void readingEndsInTime() throws IOException {
        assertEquals(0, port.read(new byte[8], Duration.ofMillis(1)));
    }

    @Test
    void aPrinterThatMayNotBeReadIsNot() throws IOException {
        var silent = new UsbPrinterPort(printer.packet((byte) 1), "printer", false);
        assertEquals(0, silent.read(new byte[8], Duration.ofMillis(1)));
    }

    @Test
    void shortWritesGoOnInOrder() throws Exception {
        byte[] job = new byte[20_000];
        new Random(1).nextBytes(job);
        var writing = writing(job);
        printer.room(1);
        printer.awaitWritten(1);
        printer.room(8192);
        printer.awaitWritten(8193);
        printer.room(1 << 20);
        writing.get();
        assertArrayEquals(job, printer.written());
    }

    /// Out of paper, the driver says that it takes bytes and takes none.
    @Test
    void withoutPaperWritingPausesBetweenItsTrials() throws Exception {
        printer.alwaysWritable();
        var writing = writing(new byte[] {1, 2, 3});
        printer.awaitPauses(3);
        printer.room(10);
        writing.get();
        assertEquals(3, printer.written().length);
    }

    @Test
    void closingFreesAWriterThatThePrinterLetsWait() throws Exception {
        var writing = writing(new byte[] {1});
        printer.awaitPolls(1);
        port.close();
        assertThrows(ExecutionException.class, writing::get);
        assertTrue(writing.exceptionNow() instanceof DeviceClosedException);
    }

    @Test
    void unpluggedInMidReceiptIsSaid() throws Exception {
        printer.room(1);
        var writing = writing(new byte[] {1, 2});
        printer.awaitWritten(1);
        printer.gone(ErrorNumber.ENODEV);
        assertEquals("the printer was unplugged or switched off", failure(writing));
    }

    @Test
    void theLastBytesAreUnsentUntilTheDriverHasRoomAgainAndPaper() throws IOException {
        assertEquals(0, port.unsent());
        printer.room(3);
        port.write(new byte[] {1, 2, 3}, 0, 3);
        assertEquals(3, port.unsent());
        printer.room(1).register(UsbPrinterPort.GET_STATUS, NO_PAPER);
        assertEquals(3, port.unsent());
        printer.register(UsbPrinterPort.GET_STATUS, HEALTHY);
        assertEquals(0, port.unsent());
    }

    /// Closing the device throws away what is on its way.
    @Test
    void closingWaitsUntilThePrinterHasTakenEverything() throws Exception {
        printer.room(3);
        port.write(new byte[] {1, 2, 3}, 0, 3);
        var closing = Thread.ofPlatform().daemon().start(port::close);
        printer.awaitPolls(2);
        assertFalse(printer.isClosed());
        printer.room(1);
        closing.join();
        assertTrue(printer.isClosed());
    }

    @Test
    void closingDoesNotWaitForAPrinterThatIsGone() throws IOException {
        printer.room(1);
        port.write(new byte[] {1}, 0, 1);
        printer.gone(ErrorNumber.ENODEV);
        port.close();
        assertTrue(printer.isClosed());
    }

    @Test
    void itsPortStatusIsToldWhileItIsThere() {
        printer.register(UsbPrinterPort.GET_STATUS, NO_PAPER);
        assertEquals(Optional.of(new LineStatus(true, true, false)), port.status());
        printer.gone(ErrorNumber.ENODEV);
        assertEquals(Optional.of(LineStatus.AWAY), port.status());
        printer.gone(ErrorNumber.ENOTTY);
        assertEquals(Optional.empty(), port.status());
    }

    private CompletableFuture<Void> writing(byte[] job) {
        return begun(() -> port.write(job, 0, job.length));
    }

    private CompletableFuture<Void> reading() {
        return begun(() -> port.read(new byte[8], Duration.ZERO));
    }

    private interface Step {
        void run() throws IOException;
    }

    private static CompletableFuture<Void> begun(Step step) {
        var result = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                step.run();
                result.complete(null);
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static String failure(CompletableFuture<Void> of) {
        assertThrows(ExecutionException.class, of::get);
        return of.exceptionNow().getMessage();
    }
}
