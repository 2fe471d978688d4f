package slipstream.device.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.Job;
import slipstream.device.bridge.PrinterFake;
import slipstream.device.capture.Recording;
import slipstream.device.config.BoxConfig;

/// A capture of a running box, from the command to the file and back to a printer.
@Timeout(60)
class CaptureCommandTest {
    private static final String CARD = "4111111111111111";
    private static final byte[] RECEIPT = Job.begin()
            .lines("清风小馆", "卡号 " + CARD, "合计 12.80")
            .qr("PAN" + CARD)
            .cut()
            .bytes();

    @TempDir
    private Path directory;

    private final Shell shell = new Shell(new byte[0]);
    private PrinterFake printer;
    private Box box;
    private Control control;
    private Path file;

    @BeforeEach
    void start() throws Exception {
        printer = new PrinterFake();
        file = Files.writeString(
                directory.resolve("box.toml"),
                "[pos]\nlisten = \"127.0.0.1:0\"\n[printer]\naddress = \"" + printer.address()
                        + "\"\ndrain-ms = 50\n[control]\nsocket = \"control\"\n[store]\ndirectory = \"kept\"\n");
        Files.createDirectory(directory.resolve("kept"));
        var config = BoxConfig.read(file);
        box = Box.start(config);
        control = Control.start(config, box, file);
    }

    @AfterEach
    void stop() throws IOException {
        control.close();
        box.close();
        printer.close();
    }

    @Test
    void aCaptureHoldsWhatPassedMaskedForItsOwnerAlone() throws Exception {
        assertEquals(0, ask("capture", "--for", "10m"), shell.errors());
        try (Socket pos = new Socket("127.0.0.1", box.port())) {
            pos.getOutputStream().write(RECEIPT);
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
            printer.answer(0x16);
            assertEquals(0x16, pos.getInputStream().read());
        }
        assertEquals(0, ask("capture", "--stop"), shell.errors());
        Path capture = only();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(capture)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(capture.getParent())));
        Recording recording = Recording.read(capture);
        assertEquals(RECEIPT.length, recording.sent().length);
        assertEquals("printer", recording.head().line());
        assertEquals("16", recording.chunks().getLast().hex());
        assertNoSecretOnDisk();
        var lines = Job.receipts(recording.sent()).getFirst().lines();
        assertEquals("卡号 ############1111", lines.get(1).text());
    }

    @Test
    void statusSaysThatACaptureRunsAndItEndsByItself() throws Exception {
        assertEquals(0, ask("capture", "--for", "1s"), shell.errors());
        ask("status");
        assertTrue(shell.out().contains("capture       RUNS until "), shell.out());
        while (box.captures().standing().isPresent()) {
            Thread.onSpinWait();
        }
        ask("status");
        assertFalse(shell.out().contains("RUNS until"), shell.out());
        assertEquals(1, ask("capture", "--stop"));
        assertEquals("No capture runs.\n", shell.errors());
    }

    @Test
    void oneCaptureAtATimeAndOnlyOfLinesThatThereAre() {
        assertEquals(1, ask("capture", "--for", "10m", "--line", "bar"));
        assertEquals("There is no line \"bar\", expected one of printer.\n", shell.errors());
        assertEquals(0, ask("capture", "--for", "10m"));
        assertEquals(1, ask("capture", "--for", "10m"));
        assertTrue(shell.errors().startsWith("A capture runs already until "), shell.errors());
        assertEquals(2, ask("capture", "--for", "soon"));
        assertEquals(2, ask("capture"));
        assertEquals(0, ask("capture", "--stop"));
        assertEquals(1, ask("capture", "--for", "48h"));
    }

    @Test
    void aCaptureIsSentAgainAsItsPosSentIt() throws Exception {
        assertEquals(0, ask("capture", "--for", "10m"), shell.errors());
        print(RECEIPT);
        printer.received(RECEIPT.length);
        ask("capture", "--stop");
        Path capture = only();
        byte[] sent = Recording.read(capture).sent();
        try (var other = new PrinterFake()) {
            assertEquals(
                    0,
                    shell.run(
                            "replay",
                            capture.toString(),
                            "--to",
                            other.address().toString()),
                    shell.errors());
            assertArrayEquals(sent, other.received(sent.length));
        }
        Path out = directory.resolve("out");
        assertEquals(0, shell.run("replay", capture.toString(), "--at-once", "--out", out.toString()), shell.errors());
        assertTrue(Files.readString(out.resolve("receipt-0001.txt")).contains("############1111"));
        assertEquals(0, shell.run("replay", capture.toString(), "--raw"));
        assertArrayEquals(sent, shell.bytes());
        assertEquals(0, shell.run("replay", capture.toString()));
        assertTrue(shell.out().contains("POS      " + RECEIPT.length + " bytes"), shell.out());
    }

    @Test
    void whatIsNoCaptureIsToldInASentence() throws IOException {
        Path other = Files.writeString(directory.resolve("other"), "{}\n");
        assertEquals(1, shell.run("replay", other.toString()));
        assertEquals(other + " is no capture of version 1.\n", shell.errors());
        assertEquals(1, shell.run("replay", directory.resolve("none").toString()));
        assertEquals(1, shell.errors().lines().count());
    }

    @Test
    void aRunningBoxPrintsAPageThatSaysHowItDoes() throws Exception {
        assertEquals(0, ask("test-print"), shell.errors());
        assertEquals("The printer of line printer has the test page.\n", shell.out());
        List<byte[]> jobs = printer.jobs(1);
        String page = new String(jobs.getLast(), UTF_8);
        assertTrue(page.startsWith("\u001b@SLIPSTREAM TEST PAGE\n"), page);
        assertTrue(page.contains("Line: printer\n"), page);
        assertTrue(page.contains("Service: none\n"), page);
        var shown = Job.receipts(jobs.getLast()).getFirst().elements();
        assertEquals(
                1,
                shown.stream()
                        .filter(slipstream.escpos.receipt.Element.Picture.class::isInstance)
                        .count());
    }

    private int ask(String... words) {
        var all = Stream.concat(Stream.of(words), Stream.of("--config", file.toString()));
        return shell.run(all.toArray(String[]::new));
    }

    private void print(byte[] job) throws IOException {
        try (Socket pos = new Socket("127.0.0.1", box.port())) {
            pos.getOutputStream().write(job);
            pos.shutdownOutput();
            pos.getInputStream().readAllBytes();
        }
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("kept/captures"))) {
            List<Path> all = files.toList();
            assertEquals(1, all.size(), all.toString());
            return all.getFirst();
        }
    }

    private void assertNoSecretOnDisk() throws IOException {
        var disk = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.filter(Files::isRegularFile).toList()) {
                disk.writeBytes(Files.readAllBytes(path));
            }
        }
        String all = disk.toString(UTF_8);
        assertTrue(all.contains("\"from\":\"pos\""), "the capture is looked at");
        assertFalse(all.contains(CARD));
        assertFalse(all.contains(HexFormat.of().formatHex(CARD.substring(0, 12).getBytes(UTF_8))));
    }
}
