package slipstream.device.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TcpPortTest {
    private ServerSocket listener;
    private TcpPort port;
    private Socket peer;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setReceiveBufferSize(4096);
        port = TcpPort.connect(new Address("127.0.0.1", listener.getLocalPort()), Duration.ofSeconds(5));
        peer = listener.accept();
    }

    @AfterEach
    void close() throws IOException {
        port.close();
        peer.close();
        listener.close();
    }

    @Test
    void readWaitsForAsLongAsItIsTold() throws IOException {
        byte[] into = new byte[10];
        assertEquals(0, port.read(into, Duration.ofMillis(1)));
        peer.getOutputStream().write(7);
        assertEquals(1, port.read(into, Duration.ZERO));
        assertEquals(7, into[0]);
        peer.shutdownOutput();
        assertEquals(Port.END, port.read(into, Duration.ZERO));
    }

    @Test
    void theOutputEndsAndTheInputGoesOn() throws IOException {
        port.write(new byte[] {0, 1, 2, 3}, 1, 3);
        port.endOutput();
        assertArrayEquals(new byte[] {1, 2}, peer.getInputStream().readAllBytes());
        peer.getOutputStream().write(9);
        assertEquals(1, port.read(new byte[1], Duration.ZERO));
    }

    @Test
    void whatThePeerHasNotTakenIsUnsent() throws Exception {
        byte[] job = new byte[200_000];
        Thread writer = Thread.ofPlatform().daemon().start(() -> {
            try {
                port.write(job, 0, job.length);
                port.endOutput();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        while (port.unsent() == 0) {
            Thread.onSpinWait();
        }
        assertEquals(job.length, peer.getInputStream().readAllBytes().length);
        writer.join();
        while (port.unsent() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void nobodyThereIsToldAtOnce() throws IOException {
        int free = listener.getLocalPort();
        listener.close();
        assertThrows(IOException.class, () -> TcpPort.connect(new Address("127.0.0.1", free), Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.50:9101, 192.168.1.50, 9101",
        "printer.local, printer.local, 9100",
        "[fe80::1]:9101, fe80::1, 9101",
        "[fe80::1], fe80::1, 9100",
        "fe80::1, fe80::1, 9100"
    })
    void addressesAreRead(String text, String host, int number) {
        assertEquals(new Address(host, number), Address.parse(text, Address.RAW_PRINTING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":9100", "a b:1", "http://a", "a:65536", "a:x", "a:"})
    void whatIsNoAddressIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Address.parse(text, Address.RAW_PRINTING));
    }
}
