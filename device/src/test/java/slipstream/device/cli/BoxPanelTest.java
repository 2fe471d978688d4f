package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.device.Job;
import slipstream.device.bridge.PrinterFake;
import slipstream.device.claim.Outcome;
import slipstream.device.config.BoxConfig;
import slipstream.device.panel.Condition;
import slipstream.device.panel.MockBoard;
import slipstream.device.panel.Panel;

/// A running box and its panel, on pins that a test sees and touches.
@Timeout(60)
class BoxPanelTest {
    private static final byte[] SALE = Job.begin()
            .lines("清风小馆", "合计 12.80", "交易单号:", "4200001234202611221234567890")
            .cut()
            .bytes();

    /// A service that is never there: it makes the box read receipts.
    private static final String SERVICE = """
            [service]
            url = "https://127.0.0.1:1"
            key = "none.key"
            certificate = "none.pem"
            ca = "none.pem"
            """;

    @TempDir
    private Path directory;

    private final MockBoard board = new MockBoard();
    private PrinterFake printer;
    private Vitals vitals;
    private Box box;

    @BeforeEach
    void printerIsThere() throws IOException {
        printer = new PrinterFake();
    }

    @AfterEach
    void close() throws IOException {
        end();
        printer.close();
    }

    @Test
    void aBoxThatIsReadyIsGreenAndItsRelayIsHeld() throws Exception {
        begin("");
        until(() -> board.high(MockBoard.RELAY));
        until(() -> !board.high(MockBoard.RELAY));
        until(() -> board.high(MockBoard.GREEN) && !board.high(MockBoard.RED));
        assertEquals(Set.of(), Signs.of(box));
    }

    @Test
    void aReceiptOnItsWayShows() throws Exception {
        begin("");
        try (Socket pos = pos()) {
            pos.getOutputStream().write(SALE);
            until(() -> Signs.of(box).contains(Condition.PRINTING));
            assertArrayEquals(SALE, printer.received(SALE.length));
            until(() -> Signs.of(box).isEmpty());
        }
    }

    @Test
    void aPrinterThatIsGoneShowsAndGoesWhenItIsBack() throws Exception {
        begin("");
        int port = printer.address().port();
        printer.close();
        try (Socket pos = pos()) {
            pos.getOutputStream().write(SALE);
            until(() -> Signs.of(box).contains(Condition.PRINTER_GONE));
            until(() -> board.high(MockBoard.RED) && !board.high(MockBoard.GREEN));
            printer = new PrinterFake(port);
            printer.received(SALE.length);
            until(() -> !Signs.of(box).contains(Condition.PRINTER_GONE));
        }
    }

    @Test
    void aStoreThatCannotBeUsedIsAFaultAndReceiptsPrint() throws Exception {
        Files.writeString(directory.resolve("kept"), "no directory");
        begin(SERVICE + "[store]\ndirectory = \"kept\"\n[hold]\nbudget-ms = 0\n");
        until(() -> Signs.of(box).contains(Condition.FAULT));
        until(() -> board.high(MockBoard.RED) && !board.high(MockBoard.GREEN));
        try (Socket pos = pos()) {
            pos.getOutputStream().write(SALE);
            assertArrayEquals(SALE, printer.received(SALE.length));
        }
    }

    @Test
    void aServiceThatIsGoneShowsAndReceiptsPrint() throws Exception {
        begin(SERVICE + "[hold]\nbudget-ms = 0\n");
        vitals.connection(new ConnectionState.Connected());
        until(() -> board.high(MockBoard.GREEN) && !board.high(MockBoard.RED));
        vitals.connection(new ConnectionState.Connecting());
        until(() -> board.high(MockBoard.GREEN) && board.high(MockBoard.RED));
        until(() -> !board.high(MockBoard.GREEN) && !board.high(MockBoard.RED));
    }

    @Test
    void aShortPressPrintsATestPageInItsTurn() throws Exception {
        begin("");
        try (Socket pos = pos()) {
            pos.getOutputStream().write(SALE, 0, 20);
            printer.received(20);
            new Thread(() -> new BoxButton(box).testPage()).start();
            pos.getOutputStream().write(SALE, 20, SALE.length - 20);
            pos.shutdownOutput();
            assertArrayEquals(SALE, printer.jobs(2).getFirst());
            var page = new String(printer.jobs(2).getLast(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertTrue(page.startsWith("\u001b@SLIPSTREAM TEST PAGE\n"), page);
        }
    }

    @Test
    void aLongPressLaysTheBypassAndAnotherTakesItAway() throws Exception {
        begin(SERVICE + "[hold]\nbudget-ms = 50\n");
        until(() -> board.high(MockBoard.GREEN) || board.high(MockBoard.RED));
        board.press(true);
        until(() -> box.bypassed().isPresent());
        board.press(false);
        prints(1);
        assertEquals(0, box.outcomes().count(Outcome.FAILED), "nothing was read");
        assertTrue(box.status().bypassed() != null);
        new BoxButton(box).bypass(false);
        assertEquals(null, box.status().bypassed());
        prints(2);
        assertEquals(1, box.outcomes().count(Outcome.FAILED), "the receipt was read again");
    }

    @Test
    void aBypassThatWasLaidOutlivesTheBoxAndNoRelayIsHeld() throws Exception {
        String kept = SERVICE + "[store]\ndirectory = \"kept\"\n[panel]\nbutton = 22\nrelay = 23\n";
        begin(kept);
        new BoxButton(box).bypass(true);
        String since = box.status().bypassed().substring(0, 16);
        end();
        begin(kept);
        assertEquals(since, box.status().bypassed().substring(0, 16));
        prints(1);
        assertEquals(0, box.outcomes().count(Outcome.FAILED));
        assertFalse(board.high(MockBoard.RELAY));
        new BoxButton(box).bypass(false);
        end();
        begin(kept);
        assertEquals(null, box.status().bypassed());
    }

    @Test
    void theBypassIsLaidInAReloadAsWell() throws Exception {
        begin(SERVICE + "[hold]\nbudget-ms = 50\n");
        box.bypass(true);
        box.reload(config(SERVICE + "[hold]\nbudget-ms = 60\n[panel]\ngreen = 5\n"));
        prints(1);
        assertEquals(0, box.outcomes().count(Outcome.FAILED));
    }

    private void begin(String more) throws Exception {
        vitals = new Vitals();
        box = Box.start(config(more), state -> {});
        vitals.watch(box::progress);
        Panel panel = board.panel(MockBoard.WHOLE, new BoxButton(box));
        vitals.show(panel, box);
        vitals.ready("Receipts pass.");
    }

    private void end() {
        if (box != null) {
            box.close();
            vitals.close();
        }
    }

    private BoxConfig config(String more) throws Exception {
        return BoxConfig.read(Files.writeString(
                directory.resolve("box.toml"),
                "[pos]\nlisten = \"127.0.0.1:0\"\n[printer]\naddress = \"127.0.0.1:"
                        + printer.address().port() + "\"\n" + more));
    }

    private Socket pos() throws IOException {
        return new Socket("127.0.0.1", box.port());
    }

    private void prints(int job) throws IOException {
        try (Socket pos = pos()) {
            pos.getOutputStream().write(SALE);
            pos.shutdownOutput();
            assertArrayEquals(SALE, printer.jobs(job).getLast());
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.yield();
        }
    }
}
