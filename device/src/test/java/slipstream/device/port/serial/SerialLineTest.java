package slipstream.device.port.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.device.port.Port;
import slipstream.device.port.PosListener;
import slipstream.device.port.system.PseudoTerminal;

/// On pseudo-terminals, which have all of a serial line but its wires.
@Timeout(60)
class SerialLineTest {
    @TempDir
    private Path directory;

    private PseudoTerminal terminal;

    @BeforeEach
    void plugIn() throws IOException {
        terminal = new PseudoTerminal();
        Path name = directory.resolve("pos-serial");
        Files.deleteIfExists(name);
        Files.createSymbolicLink(name, terminal.device());
    }

    @AfterEach
    void unplug() {
        terminal.close();
    }

    private SerialSettings settings(String rest) {
        return SerialSettings.parse(directory.resolve("pos-serial") + "," + rest);
    }

    private Port printer(FlowControl flow) throws IOException {
        return SerialLines.connector(settings("19200,8N1," + flow.word())).connect(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(names = "XON_XOFF", mode = EnumSource.Mode.EXCLUDE)
    void everyBytePassesAsItIsBothWays(FlowControl flow) throws IOException {
        try (Port port = printer(flow)) {
            everyByteGoesOut(port);
            terminal.give(all());
            assertArrayEquals(all(), read(port, 256));
        }
    }

    @Test
    void thePrintersXonAndXoffAreForUsAndOursForThePrinterAreNone() throws IOException {
        try (Port port = printer(FlowControl.XON_XOFF)) {
            everyByteGoesOut(port);
            terminal.give((byte) 0x11, (byte) 'a', (byte) 0x13, (byte) 0x11, (byte) 'b');
            assertArrayEquals(new byte[] {'a', 'b'}, read(port, 2));
        }
    }

    @Test
    void fromThePosXonAndXoffAreData() throws IOException {
        try (PosListener listener = new SerialPlace(settings("9600,8N1,xon-xoff")).open();
                Port pos = listener.accept()) {
            terminal.give(all());
            assertArrayEquals(all(), read(pos, 256));
        }
    }

    @Test
    void aPrinterThatSentXoffIsWaitedForUntilXon() throws Exception {
        try (Port port = printer(FlowControl.XON_XOFF)) {
            terminal.give((byte) 0x13, (byte) 'x');
            assertArrayEquals(new byte[] {'x'}, read(port, 1));
            var writing = writing(port, new byte[100_000]);
            terminal.give((byte) 0x11);
            terminal.take(100_000);
            writing.get();
        }
    }

    @Test
    void aBusyPrinterStopsWritingAndClosingFreesIt() throws Exception {
        Port port = printer(FlowControl.RTS_CTS);
        var writing = writing(port, new byte[1_000_000]);
        terminal.take(1000);
        port.close();
        assertThrows(ExecutionException.class, writing::get);
    }

    @Test
    void aVanishedAdapterEndsTheLineAndTheNextIsFoundByName() throws Exception {
        try (PosListener listener = new SerialPlace(settings("9600,8N1,none")).open()) {
            Port first = listener.accept();
            unplug();
            assertEquals(
                    "the serial adapter is gone",
                    assertThrows(IOException.class, () -> first.read(new byte[1], Duration.ZERO))
                            .getMessage());
            first.close();
            plugIn();
            try (Port second = listener.accept()) {
                terminal.give((byte) 5);
                assertArrayEquals(new byte[] {5}, read(second, 1));
            }
        }
    }

    @Test
    void anAdapterThatIsNotThereIsSaid() {
        var missing = SerialLines.connector(SerialSettings.parse("/dev/ttyNONE0"));
        assertEquals(
                "its adapter is unplugged",
                assertThrows(IOException.class, () -> missing.connect(Duration.ZERO))
                        .getMessage());
        var noLine = SerialLines.connector(SerialSettings.parse("/dev/null"));
        assertEquals(
                "it is no serial line",
                assertThrows(IOException.class, () -> noLine.connect(Duration.ZERO))
                        .getMessage());
    }

    /// What the system's own program reads of the settings.
    @Test
    void theLineIsSetAsSaid() throws Exception {
        try (PosListener listener = new SerialPlace(settings("38400,8N2,rts-cts")).open();
                Port pos = listener.accept()) {
            String set = stty(pos);
            for (String flag : List.of(
                    "cs8",
                    "cstopb",
                    "cread",
                    "clocal",
                    "crtscts",
                    "hupcl",
                    "-ixon",
                    "-ixoff",
                    "-icanon",
                    "-echo",
                    "-opost",
                    "-isig",
                    "-icrnl",
                    "-istrip",
                    "min = 1;")) {
                assertTrue(set.contains(" " + flag), flag + " in " + set);
            }
        }
        try (Port port = printer(FlowControl.XON_XOFF)) {
            String set = stty(port);
            for (String flag : List.of("-cstopb", "-crtscts", "-hupcl", "ixon", "-ixoff", "-ixany")) {
                assertTrue(set.contains(" " + flag), flag + " in " + set);
            }
        }
        try (PosListener listener = new SerialPlace(settings("9600,8N1,xon-xoff")).open();
                Port pos = listener.accept()) {
            String set = stty(pos);
            assertTrue(set.contains(" ixoff"), set);
            assertTrue(set.contains(" -ixon"), set);
        }
    }

    private static String stty(Port of) throws IOException {
        Process stty = new ProcessBuilder("stty", "-a", "-F", of.name())
                .redirectErrorStream(true)
                .start();
        return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).replace('\n', ' ');
    }

    private void everyByteGoesOut(Port port) throws IOException {
        port.write(all(), 0, 256);
        assertArrayEquals(all(), terminal.take(256));
    }

    private static byte[] all() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        return all;
    }

    private static byte[] read(Port port, int count) throws IOException {
        byte[] all = new byte[count];
        int at = 0;
        while (at < count) {
            byte[] some = new byte[count - at];
            int length = port.read(some, Duration.ZERO);
            System.arraycopy(some, 0, all, at, length);
            at += length;
        }
        return all;
    }

    private static CompletableFuture<Void> writing(Port port, byte[] job) {
        var result = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                port.write(job, 0, job.length);
                result.complete(null);
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
