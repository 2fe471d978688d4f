package slipstream.device.port.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.device.port.Port;
import slipstream.device.port.PosListener;
import slipstream.device.port.system.Descriptor;
import slipstream.device.port.system.SocketNumbers;
import slipstream.device.port.system.Sockets;

@Timeout(30)
class SocketPlacesTest {
    private static final long ME = ProcessHandle.current().pid();

    private static SocketListener listener(String address) throws IOException {
        return new SocketListener(Sockets.listen(new InetSocketAddress(InetAddress.getByName(address), 0)), "test");
    }

    private static Socket pos(SocketListener to) throws IOException {
        InetSocketAddress at = Sockets.local(to.socket()).orElseThrow();
        return new Socket(at.getAddress(), at.getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aConnectionCarriesBytesBothWaysAndEachSideEndsByItself(String address) throws IOException {
        try (SocketListener listener = listener(address);
                Socket pos = pos(listener);
                Port port = listener.accept()) {
            assertEquals(pos.getLocalAddress().getHostAddress() + ":" + pos.getLocalPort(), port.name());
            byte[] into = new byte[10];
            assertEquals(0, port.read(into, Duration.ofMillis(1)));
            pos.getOutputStream().write(new byte[] {1, 2, 3});
            pos.shutdownOutput();
            assertEquals(3, port.read(into, Duration.ZERO));
            assertEquals(Port.END, port.read(into, Duration.ZERO));
            port.write(new byte[] {0, 4, 5, 0}, 1, 3);
            port.endOutput();
            assertArrayEquals(new byte[] {4, 5}, pos.getInputStream().readAllBytes());
        }
    }

    @Test
    void aLineThatIsAbortedBreaksAndOneThatIsClosedDoesNot() throws IOException {
        try (SocketListener listener = listener("127.0.0.1");
                Socket first = pos(listener);
                Socket second = pos(listener)) {
            listener.accept().abort();
            assertThrows(SocketException.class, () -> first.getInputStream().read());
            listener.accept().close();
            assertEquals(-1, second.getInputStream().read());
        }
    }

    @Test
    void whatThePosHasNotTakenIsUnsent() throws Exception {
        try (SocketListener listener = listener("127.0.0.1");
                Socket pos = pos(listener);
                Port port = listener.accept()) {
            byte[] much = new byte[20_000_000];
            var writing = writing(port, much);
            while (port.unsent() == 0) {
                Thread.onSpinWait();
            }
            assertEquals(much.length, pos.getInputStream().readNBytes(much.length).length);
            writing.get();
        }
    }

    @Test
    void closingFreesAWriterAndAReader() throws Exception {
        try (SocketListener listener = listener("127.0.0.1");
                Socket pos = pos(listener)) {
            Port port = listener.accept();
            var writing = writing(port, new byte[50_000_000]);
            pos.getInputStream().read();
            port.close();
            assertThrows(ExecutionException.class, writing::get);
            assertThrows(IOException.class, () -> port.read(new byte[1], Duration.ZERO));
        }
    }

    @Test
    void aPosThatBreaksOffIsSaid() throws Exception {
        try (SocketListener listener = listener("127.0.0.1")) {
            Socket pos = pos(listener);
            Port port = listener.accept();
            pos.setSoLinger(true, 0);
            pos.close();
            assertEquals(
                    "the other end broke off",
                    assertThrows(IOException.class, () -> port.read(new byte[1], Duration.ZERO))
                            .getMessage());
            port.close();
        }
    }

    @Test
    void closingEndsAccepting() throws Exception {
        SocketListener listener = listener("127.0.0.1");
        var waiting = new CompletableFuture<Port>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                waiting.complete(listener.accept());
            } catch (IOException e) {
                waiting.completeExceptionally(e);
            }
        });
        listener.close();
        assertThrows(ExecutionException.class, waiting::get);
    }

    @Test
    void aSocketThatWasHandedOverIsFoundByItsName() throws IOException {
        try (Descriptor opened = Sockets.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            int at = SocketNumbers.copy(opened);
            InetSocketAddress address = Sockets.local(opened).orElseThrow();
            try (PosListener listener = new InheritedPlace("second").open(given("first:second"), ME, at - 1);
                    Socket pos = new Socket(address.getAddress(), address.getPort());
                    Port port = listener.accept()) {
                pos.getOutputStream().write(9);
                byte[] into = new byte[1];
                assertEquals(1, port.read(into, Duration.ZERO));
                assertEquals(9, into[0]);
                assertEquals("systemd:second", listener.name());
            }
        }
    }

    @Test
    void aSocketThatWasNotHandedOverIsSaid() {
        assertEquals(
                "systemd hands over no socket named \"pos\", but \"first\", \"second\"; "
                        + "FileDescriptorName= of the socket unit is its name.",
                refusal(given("first:second")));
        assertEquals(
                "systemd hands over more than one socket named \"pos\", but \"pos\", \"pos\"; "
                        + "FileDescriptorName= of the socket unit is its name.",
                refusal(given("pos:pos")));
        String none = "systemd hands over no socket named \"pos\"; FileDescriptorName= of the socket unit is its name.";
        assertEquals(none, refusal(Map.of()));
        assertEquals(none, refusal(Map.of("LISTEN_PID", "1", "LISTEN_FDS", "1", "LISTEN_FDNAMES", "pos")));
    }

    private static String refusal(Map<String, String> environment) {
        return assertThrows(IOException.class, () -> new InheritedPlace("pos").open(environment, ME, 3))
                .getMessage();
    }

    private static Map<String, String> given(String names) {
        return Map.of("LISTEN_PID", "" + ME, "LISTEN_FDS", "2", "LISTEN_FDNAMES", names);
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
