package slipstream.device.port.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DescriptorTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private PseudoTerminal terminal;
    private Descriptor device;

    @BeforeEach
    void open() throws IOException {
        terminal = new PseudoTerminal();
        device = Descriptor.open(terminal.device());
    }

    @AfterEach
    void close() {
        device.close();
        terminal.close();
    }

    @Test
    void bytesGoBothWays() throws IOException {
        assertEquals(3, device.write(new byte[] {0, 'a', 'b', 'c', 0}, 1, 4));
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, terminal.take(3));
        terminal.give((byte) 'x', (byte) '\n');
        assertEquals(Device.READABLE, device.poll(Device.READABLE, FOR_EVER));
        byte[] into = new byte[10];
        assertEquals(2, device.read(into, 3, 10));
        assertEquals('x', into[3]);
    }

    @Test
    void nothingThereIsSaidAtOnce() throws IOException {
        assertEquals(0, device.poll(Device.READABLE, Duration.ZERO));
        var nothing = assertThrows(SystemException.class, () -> device.read(new byte[1], 0, 1));
        assertEquals(ErrorNumber.EAGAIN, nothing.number());
        assertTrue(nothing.isPassing());
    }

    @Test
    void theOtherEndsGoingIsToldUnasked() throws IOException {
        terminal.close();
        assertTrue((device.poll(0, FOR_EVER) & Device.GONE) != 0);
    }

    @Test
    void closingFreesAllWhoWait() throws Exception {
        var started = new CountDownLatch(2);
        var one = waiting(started);
        var other = waiting(started);
        started.await();
        device.close();
        assertThrows(ExecutionException.class, one::get);
        assertThrows(ExecutionException.class, other::get);
        assertTrue(one.exceptionNow() instanceof DeviceClosedException);
    }

    private CompletableFuture<Integer> waiting(CountDownLatch started) {
        var result = new CompletableFuture<Integer>();
        Thread.ofPlatform().daemon().start(() -> {
            started.countDown();
            try {
                result.complete(device.poll(Device.READABLE, FOR_EVER));
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    @Test
    void nothingWorksOnceClosed() {
        device.close();
        device.close();
        assertThrows(DeviceClosedException.class, () -> device.poll(0, Duration.ZERO));
        assertThrows(DeviceClosedException.class, () -> device.read(new byte[1], 0, 1));
        assertThrows(DeviceClosedException.class, () -> device.write(new byte[1], 0, 1));
        assertThrows(DeviceClosedException.class, () -> device.control(0, 0));
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        var missing = assertThrows(SystemException.class, () -> Descriptor.open(Path.of("/dev/usb/lp-none")));
        assertEquals(ErrorNumber.ENOENT, missing.number());
        assertEquals("it is not there", missing.getMessage());
    }

    @Test
    void anUnknownControlIsSaid() {
        var unknown = assertThrows(SystemException.class, () -> device.control(0x060b, 0));
        assertTrue(unknown.isUnknownControl());
    }

    @Test
    void openingAndClosingLeavesNothingOpen() throws IOException {
        long before = openFiles();
        for (int i = 0; i < 1000; i++) {
            try (Descriptor another = Descriptor.open(terminal.device())) {
                another.poll(0, Duration.ZERO);
            }
        }
        assertTrue(openFiles() < before + 500, "open files: " + before + ", then " + openFiles());
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
