package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.Job;
import slipstream.device.bridge.PrinterFake;
import slipstream.device.config.BoxConfig;

/// A box with several printers, and a configuration that changes while it prints.
@Timeout(60)
class BoxLinesTest {
    private static final byte[] BAR = Job.begin().lines("bar", "12.80").cut().bytes();
    private static final byte[] KITCHEN = Job.begin().lines("kitchen").cut().bytes();

    @TempDir
    private Path directory;

    private PrinterFake bar;
    private PrinterFake kitchen;
    private Box box;

    @BeforeEach
    void printersAreThere() throws IOException {
        bar = new PrinterFake();
        kitchen = new PrinterFake();
    }

    @AfterEach
    void close() throws IOException {
        if (box != null) {
            box.close();
        }
        bar.close();
        kitchen.close();
    }

    @Test
    void eachLinePrintsOnItsOwnPrinter() throws Exception {
        box = Box.start(config(line("bar", 0, bar, ""), line("kitchen", 0, kitchen, "")));
        try (Socket first = pos("bar");
                Socket second = pos("kitchen")) {
            first.getOutputStream().write(BAR);
            second.getOutputStream().write(KITCHEN);
            assertArrayEquals(BAR, bar.received(BAR.length));
            assertArrayEquals(KITCHEN, kitchen.received(KITCHEN.length));
        }
    }

    @Test
    void aLineWhosePortIsTakenStopsNoOtherAndComesWhenItIsFree() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            box = Box.start(config(line("bar", 0, bar, ""), line("kitchen", taken.getLocalPort(), kitchen, "")));
            try (Socket pos = pos("bar")) {
                pos.getOutputStream().write(BAR);
                assertArrayEquals(BAR, bar.received(BAR.length));
            }
            assertEquals(false, named("kitchen").works());
            assertTrue(named("kitchen").trouble().orElseThrow().startsWith("Nothing can listen at 127.0.0.1:"));
        }
        box.reload(box.config());
        assertEquals(true, named("kitchen").works());
        assertEquals(true, named("kitchen").trouble().isEmpty());
        prints("kitchen", KITCHEN, kitchen);
    }

    @Test
    void whenNoLineCanListenTheBoxDoesNotStart() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BoxConfig config = config(line("bar", taken.getLocalPort(), bar, ""));
            assertTrue(assertThrows(IOException.class, () -> Box.start(config))
                    .getMessage()
                    .startsWith("Nothing can listen at 127.0.0.1:" + taken.getLocalPort()));
        }
    }

    @Test
    void twoLinesToOnePrinterTakeTurns() throws Exception {
        box = Box.start(config(line("bar", 0, bar, ""), line("kitchen", 0, bar, "")));
        try (Socket first = pos("bar");
                Socket second = pos("kitchen")) {
            first.getOutputStream().write(BAR, 0, 10);
            bar.received(10);
            second.getOutputStream().write(KITCHEN);
            first.getOutputStream().write(BAR, 10, BAR.length - 10);
            first.shutdownOutput();
            bar.received(BAR.length + KITCHEN.length);
        }
        assertArrayEquals(BAR, bar.jobs(2).getFirst());
        assertArrayEquals(KITCHEN, bar.jobs(2).getLast());
    }

    @Test
    void aReloadDropsNoPosAndMovesItToTheNewPrinterWithItsNextReceipt() throws Exception {
        box = Box.start(config(line("bar", 0, bar, "")));
        int port = box.port();
        try (Socket pos = pos("bar")) {
            pos.getOutputStream().write(BAR, 0, 10);
            bar.received(10);
            box.reload(config(line("bar", 0, kitchen, "")));
            pos.getOutputStream().write(BAR, 10, BAR.length - 10);
            assertArrayEquals(BAR, bar.received(BAR.length));
            bar.hangUp();
            bar.jobs(1);
            pos.getOutputStream().write(KITCHEN);
            assertArrayEquals(KITCHEN, kitchen.received(KITCHEN.length));
        }
        assertEquals(port, box.port());
    }

    @Test
    void aLineThatIsAsBeforeIsNotTouched() throws Exception {
        box = Box.start(config(line("bar", 0, bar, ""), line("kitchen", 0, kitchen, "")));
        Line before = named("bar");
        int port = before.port();
        try (Socket pos = pos("bar")) {
            pos.getOutputStream().write(BAR, 0, 10);
            bar.received(10);
            box.reload(config(line("bar", 0, bar, ""), line("kitchen", 0, kitchen, "[line.hold]\nbudget-ms = 5\n")));
            pos.getOutputStream().write(BAR, 10, BAR.length - 10);
            bar.received(BAR.length);
        }
        assertSame(before, named("bar"));
        assertEquals(port, named("bar").port());
        assertEquals(5, named("kitchen").config().bridge().budget().toMillis());
    }

    @Test
    void aLineThatMovesTakesPosAtTheNewPlaceOnlyAndFinishesWhatItHas() throws Exception {
        box = Box.start(config(line("bar", 0, bar, "")));
        int before = box.port();
        int after = free();
        try (Socket pos = pos("bar")) {
            pos.getOutputStream().write(BAR, 0, 10);
            bar.received(10);
            box.reload(config(line("bar", after, bar, "")));
            assertEquals(after, box.port());
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", before).close());
            pos.getOutputStream().write(BAR, 10, BAR.length - 10);
            bar.received(BAR.length);
        }
        bar.jobs(1);
        try (Socket pos = pos("bar")) {
            pos.getOutputStream().write(BAR);
            bar.received(2 * BAR.length);
        }
    }

    @Test
    void aLineThatCannotMoveStaysWhereItIs() throws Exception {
        box = Box.start(config(line("bar", 0, bar, "")));
        int before = box.port();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            box.reload(config(line("bar", taken.getLocalPort(), bar, "")));
            assertTrue(named("bar").trouble().isPresent());
            assertEquals(true, named("bar").works());
        }
        prints("bar", BAR, bar);
        box.reload(config(line("bar", before, bar, "")));
        assertEquals(true, named("bar").trouble().isEmpty());
    }

    @Test
    void linesComeAndGoAndWhoPrintsOnOneThatGoesPrintsOn() throws Exception {
        box = Box.start(config(line("bar", 0, bar, "")));
        int before = box.port();
        try (Socket pos = pos("bar")) {
            pos.getOutputStream().write(BAR, 0, 10);
            bar.received(10);
            box.reload(config(line("kitchen", 0, kitchen, "")));
            assertThrows(ConnectException.class, () -> new Socket("127.0.0.1", before).close());
            pos.getOutputStream().write(BAR, 10, BAR.length - 10);
            assertArrayEquals(BAR, bar.received(BAR.length));
            prints("kitchen", KITCHEN, kitchen);
            pos.getOutputStream().write(BAR);
            bar.received(2 * BAR.length);
        }
    }

    @Test
    void aFileWithMistakesChangesNothing() throws Exception {
        box = Box.start(config(line("bar", 0, bar, "")));
        BoxConfig before = box.config();
        Path wrong = Files.writeString(directory.resolve("wrong.toml"), "[pos]\nlisten = 5\n");
        assertEquals(2, box.reload(wrong).size());
        assertSame(before, box.config());
        prints("bar", BAR, bar);
    }

    @Test
    void theServiceComesAndGoesWithTheConfiguration() throws Exception {
        String service = """
                [service]
                url = "https://127.0.0.1:1"
                key = "none.key"
                certificate = "none.pem"
                ca = "none.pem"
                """;
        box = Box.start(config(line("bar", 0, bar, "")));
        assertEquals(true, box.backroom().outbox().isEmpty());
        box.reload(config(line("bar", 0, bar, "[line.claim]\npool = true\n"), service));
        assertEquals(true, box.backroom().outbox().isPresent());
        prints("bar", BAR, bar);
        assertEquals(1, box.backroom().figures().count("receipts"));
        box.reload(config(line("bar", 0, bar, "")));
        assertEquals(true, box.backroom().outbox().isEmpty());
        try (Socket pos = pos("bar")) {
            pos.getOutputStream().write(BAR);
            bar.received(2 * BAR.length);
        }
    }

    private void prints(String line, byte[] receipt, PrinterFake printer) throws IOException {
        try (Socket pos = pos(line)) {
            pos.getOutputStream().write(receipt);
            assertArrayEquals(receipt, printer.received(receipt.length));
        }
    }

    private Line named(String name) {
        return box.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Socket pos(String line) throws IOException {
        return new Socket("127.0.0.1", named(line).port());
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String line(String name, int port, PrinterFake printer, String more) {
        return """
                [[line]]
                name = "%s"
                [line.pos]
                listen = "127.0.0.1:%d"
                [line.printer]
                address = "%s"
                %s
                """.formatted(name, port, printer.address(), more);
    }

    private BoxConfig config(String... parts) throws Exception {
        return BoxConfig.read(Files.writeString(
                directory.resolve("box.toml"), Stream.of(parts).collect(Collectors.joining("\n"))));
    }
}
