package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.Job;
import slipstream.device.port.Address;
import slipstream.escpos.profile.PrinterProfile;

/// What a POS sees of a printer whose connection breaks: as much as it would see without a box, and never that all is
/// well.
@Timeout(60)
class BrokenPrinterTest {
    private static final byte[] RECEIPT = Job.begin().lines("合计 12.80").cut().bytes();

    private PrinterFake printer;
    private Bridge bridge;
    private Socket pos;

    @BeforeEach
    void start() throws IOException {
        printer = new PrinterFake();
        bridge = bridge(printer.address());
        pos = new Socket("127.0.0.1", bridge.port());
    }

    private static Bridge bridge(Address to) throws IOException {
        return Bridge.start(
                BridgeOptions.of(new Address("127.0.0.1", 0), to, PrinterProfile.GENERIC_80MM)
                        .withDrain(Duration.ofMillis(100))
                        .withPatience(Duration.ofMillis(100)),
                Blocks::plain);
    }

    @AfterEach
    void close() throws IOException {
        pos.close();
        bridge.close();
        printer.close();
    }

    private void assertBroken() {
        assertThrows(SocketException.class, () -> pos.getInputStream().read());
    }

    @Test
    void inMidReceiptThePosIsBrokenOffToo() throws IOException {
        pos.getOutputStream().write(RECEIPT, 0, 10);
        printer.received(10);
        printer.breakOff();
        assertBroken();
    }

    @Test
    void withBytesThatItHasNotTakenThePosIsBrokenOffHoweverLongItWaitedBefore() throws IOException {
        stall();
        pos.shutdownOutput();
        assertQuiet();
        printer.breakOff();
        assertBroken();
        printer.stalled(false);
        assertEquals(1, printer.connections());
    }

    @Test
    void aPosThatStaysIsBrokenOffWhenItsReceiptWasNotTaken() throws IOException {
        stall();
        assertQuiet();
        printer.breakOff();
        assertBroken();
        printer.stalled(false);
    }

    @Test
    void betweenReceiptsLongAfterAllWasTakenThePosNeedNotKnow() throws IOException {
        pos.getOutputStream().write(RECEIPT);
        printer.received(RECEIPT.length);
        assertQuiet();
        printer.breakOff();
        assertQuiet();
        pos.getOutputStream().write(RECEIPT);
        pos.shutdownOutput();
        assertEquals(-1, pos.getInputStream().read());
        assertArrayEquals(RECEIPT, printer.jobs(2).get(1));
    }

    @Test
    void whereNoPrinterCanBeReachedThePosIsBrokenOff() throws IOException {
        pos.close();
        bridge.close();
        bridge = bridge(nobody());
        pos = new Socket("127.0.0.1", bridge.port());
        pos.getOutputStream().write(RECEIPT);
        pos.shutdownOutput();
        assertBroken();
    }

    /// An address at which nobody listens.
    private static Address nobody() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Address("127.0.0.1", free.getLocalPort());
        }
    }

    /// A receipt stands in the way to a printer that takes nothing.
    private void stall() throws IOException {
        pos.getOutputStream().write(RECEIPT);
        printer.received(RECEIPT.length);
        printer.stalled(true);
        byte[] much = Job.begin().lines("x".repeat(200_000)).cut().bytes();
        for (int i = 0; i < 6; i++) {
            pos.getOutputStream().write(much);
        }
    }

    /// Nothing happens for longer than a line is quiet between two receipts.
    private void assertQuiet() throws IOException {
        pos.setSoTimeout(Math.toIntExact(Way.QUIET.toMillis()) + 500);
        assertThrows(SocketTimeoutException.class, () -> pos.getInputStream().read());
        pos.setSoTimeout(0);
    }
}
