package slipstream.device.port.lpd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.port.Address;
import slipstream.device.port.Port;

/// Clients here write the octets of RFC 1179, 5 to 7.
@Timeout(30)
class LpdPlaceTest {
    private LpdListener listener;
    private Socket client;

    @BeforeEach
    void connect() throws IOException {
        listener = new LpdPlace(new Address("127.0.0.1", 0)).listen();
        client = connected();
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), listener.port());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        listener.close();
    }

    @Test
    void aDataFileIsALineAndIsAcknowledgedOnceDelivered() throws IOException {
        begin();
        control("Htill\nPann\nldfA001till\nUdfA001till\n", "cfA001till");
        byte[] job = new byte[50_000];
        new Random(1).nextBytes(job);
        announce(job.length, "dfA001till");
        send(job);
        client.getOutputStream().write(0);
        Port line = listener.accept();
        assertArrayEquals(job, all(line));
        assertEquals(0, client.getInputStream().available(), "acknowledged before the printer had it");
        line.delivered();
        line.close();
        acknowledged();
    }

    @Test
    void theDataFileMayComeFirst() throws IOException {
        begin();
        data("hello", "dfA002till");
        control("ldfA002till\n", "cfA002till");
    }

    @Test
    void copiesAreLinesOfTheirOwn() throws IOException {
        begin();
        control("ldfA003till\nldfA003till\n", "cfA003till");
        announce(5, "dfA003till");
        send("hello\0");
        assertEquals("hello", delivered());
        assertEquals("hello", delivered());
        acknowledged();
    }

    @Test
    void copiesOfAFileThatCameFirstFollowItsControlFile() throws IOException {
        begin();
        data("hello", "dfA003till");
        String control = "ldfA003till\nldfA003till\nldfA003till\n";
        send("\2" + control.length() + " cfA003till\n");
        acknowledged();
        send(control + "\0");
        assertEquals("hello", delivered());
        assertEquals("hello", delivered());
        acknowledged();
    }

    @Test
    void severalDataFilesOfAJobAreLinesInTheirOrder() throws IOException {
        begin();
        control("ldfA004till\nldfB004till\n", "cfA004till");
        data("one", "dfA004till");
        data("two", "dfB004till");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4294967295", "125899906843000"})
    void aFileWithoutALengthEndsWithItsConnection(String length) throws IOException {
        begin();
        send("\3" + length + " dfA005till\n");
        acknowledged();
        send("receipt");
        client.shutdownOutput();
        assertEquals("receipt", delivered());
        acknowledged();
        assertEquals(-1, client.getInputStream().read());
    }

    @Test
    void whatThePrinterDidNotGetIsNotAcknowledged() throws IOException {
        begin();
        announce(5, "dfA006till");
        send("hello\0");
        Port line = listener.accept();
        assertEquals(5, all(line).length);
        line.close();
        assertEquals(1, client.getInputStream().read());
    }

    @Test
    void aSenderThatBreaksOffWithinItsFileIsNotTakenForDone() throws IOException {
        begin();
        announce(100, "dfA007till");
        send("hello");
        Port line = listener.accept();
        assertEquals(5, line.read(new byte[10], Duration.ZERO));
        client.close();
        assertThrows(IOException.class, () -> line.read(new byte[10], Duration.ZERO));
    }

    @Test
    void readingWaitsForAsLongAsItIsTold() throws IOException {
        begin();
        announce(5, "dfA008till");
        Port line = listener.accept();
        assertEquals(0, line.read(new byte[10], Duration.ofMillis(1)));
        send("hello\0");
        assertEquals("hello", new String(all(line), StandardCharsets.US_ASCII));
    }

    @Test
    void closingALineFreesWhoReadsIt() throws Exception {
        begin();
        announce(5, "dfA009till");
        Port line = listener.accept();
        var reader = Thread.ofPlatform().daemon().start(() -> {
            try {
                line.read(new byte[10], Duration.ZERO);
            } catch (IOException ignored) {
                // As it should be.
            }
        });
        line.close();
        reader.join();
    }

    @Test
    void anAbortedJobIsAcknowledged() throws IOException {
        begin();
        send("\1\n");
        acknowledged();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void theQueuesStateIsTold(int command) throws IOException {
        send((char) command + "aux ann\n");
        assertEquals(
                "aux is ready; nothing waits here.\n",
                new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void otherCommandsAreAcknowledged(int command) throws IOException {
        send((char) command + "aux\n");
        acknowledged();
    }

    @Test
    void whatIsNoLpdIsRefused() throws IOException {
        send("GET / HTTP/1.1\n");
        assertEquals(1, client.getInputStream().read());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\2-1 cfA\n", "\2" + "99999999 cfA\n", "\3x dfA\n", "\3" + "5\n", "\7\n"})
    void aJobThatIsNoneIsRefused(String wrong) throws IOException {
        begin();
        send(wrong);
        assertEquals(1, client.getInputStream().read());
    }

    @Test
    void aCommandWithoutAnEndIsCutOff() throws IOException {
        send("\2" + "x".repeat(2000));
        assertTrue(ended(), "it was answered");
    }

    private boolean ended() {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException ignored) {
            return true;
        }
    }

    /// Others print while one sends nothing.
    @Test
    void oneThatOnlyLooksTakesNoOnesPlace() throws IOException {
        try (Socket other = connected()) {
            begin();
            data("hello", "dfA010till");
            assertTrue(other.isConnected());
        }
    }

    @Test
    void closingEndsAccepting() throws Exception {
        var waiting = Thread.ofPlatform().daemon().start(() -> assertThrows(IOException.class, listener::accept));
        listener.close();
        waiting.join();
        assertThrows(IOException.class, listener::accept);
    }

    private void begin() throws IOException {
        send("\2aux\n");
        acknowledged();
    }

    private void control(String text, String name) throws IOException {
        send("\2" + text.length() + " " + name + "\n");
        acknowledged();
        send(text + "\0");
        acknowledged();
    }

    private void data(String text, String name) throws IOException {
        announce(text.length(), name);
        send(text + "\0");
        assertEquals(text, delivered());
        acknowledged();
    }

    private void announce(int length, String name) throws IOException {
        send("\3" + length + " " + name + "\n");
        acknowledged();
    }

    private String delivered() throws IOException {
        try (Port line = listener.accept()) {
            byte[] bytes = all(line);
            line.delivered();
            return new String(bytes, StandardCharsets.US_ASCII);
        }
    }

    private void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void send(byte[] bytes) throws IOException {
        client.getOutputStream().write(bytes);
    }

    private void acknowledged() throws IOException {
        assertEquals(0, client.getInputStream().read());
    }

    private static byte[] all(Port line) throws IOException {
        var all = new ByteArrayOutputStream();
        byte[] some = new byte[4096];
        int length = line.read(some, Duration.ZERO);
        while (length != Port.END) {
            all.write(some, 0, length);
            length = line.read(some, Duration.ZERO);
        }
        return all.toByteArray();
    }
}
