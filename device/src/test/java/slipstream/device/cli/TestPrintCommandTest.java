package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.testprint.TestPage;

class TestPrintCommandTest {
    private static final byte[] PAGE = TestPage.of(PrinterProfile.GENERIC_80MM);

    @TempDir
    private Path directory;

    private final Shell shell = new Shell(new byte[0]);

    @Test
    void aPrinterGetsThePageWholeAndItIsToldOnceItHasIt() throws Exception {
        try (var listener = listener()) {
            CompletableFuture<byte[]> taken = CompletableFuture.supplyAsync(() -> take(listener));
            String at = "127.0.0.1:" + listener.getLocalPort();
            assertEquals(0, shell.run("test-print", "--printer", at), shell.errors());
            assertArrayEquals(PAGE, taken.join());
            assertEquals(at + " took " + PAGE.length + " bytes, the test page of generic-80mm\n", shell.out());
        }
    }

    @Test
    void aPrinterThatTakesNothingMoreIsToldOfAndNotWaitedForForEver() throws Exception {
        try (var listener = new ServerSocket()) {
            listener.setReceiveBufferSize(1024);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String at = "127.0.0.1:" + listener.getLocalPort();
            assertEquals(1, shell.run("test-print", "--printer", at, "--patience", "1"));
            assertEquals(
                    "The printer at " + at + " has taken nothing for 1 s and has not got all of the " + PAGE.length
                            + " bytes yet; is there paper, and is the cover closed?\n",
                    shell.errors());
        }
    }

    @Test
    void aPrinterThatBreaksTheConnectionIsToldOf() throws Exception {
        try (var listener = listener()) {
            CompletableFuture<Void> broken = CompletableFuture.runAsync(() -> breakOff(listener));
            String at = "127.0.0.1:" + listener.getLocalPort();
            assertEquals(1, shell.run("test-print", "--printer", at));
            assertTrue(shell.errors().startsWith("The printer at " + at + " broke the connection ("), shell.errors());
            broken.join();
        }
    }

    @Test
    void aPrinterThatIsNotThereIsToldOf() throws Exception {
        String at;
        try (var listener = listener()) {
            at = "127.0.0.1:" + listener.getLocalPort();
        }
        assertEquals(1, shell.run("test-print", "--printer", at));
        assertTrue(shell.errors().startsWith("The printer at " + at + " cannot be reached ("), shell.errors());
    }

    @Test
    void thePageGoesToAFileOrToStandardOutputAlike() throws IOException {
        Path file = directory.resolve("page.bin");
        assertEquals(0, shell.run("test-print", "--out", file.toString(), "--json"));
        assertEquals(
                "{\"profile\":\"generic-80mm\",\"bytes\":" + PAGE.length + ",\"to\":\"" + file + "\",\"pngs\":[]}\n",
                shell.out());
        assertArrayEquals(PAGE, Files.readAllBytes(file));
        assertEquals(0, shell.run("test-print"));
        assertArrayEquals(PAGE, shell.bytes());
    }

    @Test
    void aTerminalGetsASentenceInsteadUnlessItIsAskedFor() {
        assertEquals(2, shell.runAtTerminal("test-print"));
        assertEquals("", shell.out());
        assertEquals(
                "The page is for a printer, not for a terminal; expected --printer HOST, --out FILE, or --out - to see"
                        + " its bytes all the same.\n",
                shell.errors());
        assertEquals(0, shell.runAtTerminal("test-print", "--out", "-"), shell.errors());
        assertArrayEquals(PAGE, shell.bytes());
    }

    @Test
    void whatToExpectIsDrawnPieceByPiece() {
        Path file = directory.resolve("page.bin");
        Path png = directory.resolve("expected.png");
        assertEquals(0, shell.run("test-print", "--out", file.toString(), "--png", png.toString()), shell.errors());
        assertEquals(4, shell.lines().size(), shell.out());
        for (int piece = 1; piece <= 3; piece++) {
            assertTrue(Files.exists(directory.resolve("expected-" + piece + ".png")), shell.out());
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static byte[] take(ServerSocket listener) {
        try (Socket printer = listener.accept();
                InputStream in = printer.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Closing without lingering resets the connection.
    private static void breakOff(ServerSocket listener) {
        try (Socket printer = listener.accept()) {
            printer.getInputStream().read();
            printer.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
