package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.Job;
import slipstream.device.port.TcpConnector;
import slipstream.escpos.profile.PrinterProfile;

/// A POS behind a device: one that never ends and cannot be told anything.
@Timeout(60)
class EndlessPosTest {
    private static final byte[] RECEIPT =
            Job.begin().lines("清风小馆", "合计 12.80").cut().bytes();

    private final Cable cable = new Cable();
    private PrinterFake printer;
    private Bridge bridge;

    @BeforeEach
    void printerIsThere() throws IOException {
        printer = new PrinterFake();
    }

    @AfterEach
    void close() throws IOException {
        bridge.close();
        printer.close();
    }

    @Test
    void aPrinterThatIsAwayLongerThanAPosIsPatientGetsEverythingInTheEnd() throws IOException {
        int port = printer.address().port();
        printer.close();
        start(options().withPatience(Duration.ofMillis(1)));
        cable.send(RECEIPT);
        cable.send(RECEIPT);
        printer = new PrinterFake(port);
        byte[] both = printer.received(2 * RECEIPT.length);
        assertArrayEquals(RECEIPT, Arrays.copyOf(both, RECEIPT.length));
        assertEquals(1, cable.opened());
    }

    @Test
    void aPrinterThatVanishesInMidReceiptEndsNoLineForEver() throws IOException {
        start(options());
        cable.send(Arrays.copyOf(RECEIPT, 20));
        printer.received(20);
        printer.breakOff();
        printer.jobs(1);
        cable.send(RECEIPT);
        cable.send(RECEIPT);
        byte[] last = Job.begin().lines("the last one").cut().bytes();
        cable.send(last);
        printer.receivedAtLast(last);
        assertEquals(2, printer.connections());
    }

    @Test
    void aLineThatIsDrainedLetsItsDeviceGoWhenTheReceiptIsOver() throws Exception {
        start(options());
        cable.send(Arrays.copyOf(RECEIPT, 20));
        printer.received(20);
        bridge.drain();
        cable.send(Arrays.copyOfRange(RECEIPT, 20, RECEIPT.length));
        assertArrayEquals(RECEIPT, printer.jobs(1).getFirst());
        cable.awaitClosed();
        assertEquals(1, cable.opened());
    }

    @Test
    void aNewPrinterIsUsedThoughTheOldOneNeverCameBack() throws IOException {
        start(options());
        printer.close();
        try (var other = new PrinterFake()) {
            cable.send(RECEIPT);
            bridge.change(options(other), Blocks::plain);
            assertArrayEquals(RECEIPT, other.received(RECEIPT.length));
        }
    }

    @Test
    void aDeviceThatCannotBeHadIsTriedAgain() throws IOException {
        cable.failsAtFirst(5);
        start(options());
        cable.send(RECEIPT);
        assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
        assertEquals(1, cable.opened());
    }

    private void start(BridgeOptions options) throws IOException {
        bridge = Bridge.start(options, Blocks::plain);
    }

    private BridgeOptions options() {
        return options(printer);
    }

    private BridgeOptions options(PrinterFake to) {
        return BridgeOptions.of(cable, new TcpConnector(to.address()), PrinterProfile.GENERIC_80MM)
                .withDrain(Duration.ofMillis(100));
    }
}
