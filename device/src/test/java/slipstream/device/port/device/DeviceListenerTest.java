package slipstream.device.port.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.port.Port;
import slipstream.device.port.system.ErrorNumber;
import slipstream.device.port.system.SystemException;

@Timeout(30)
class DeviceListenerTest {
    private final AtomicInteger opened = new AtomicInteger();
    private final CountDownLatch tried = new CountDownLatch(2);
    private final Queue<Integer> errors = new ArrayDeque<>();
    private final DeviceListener listener = new DeviceListener("device", this::open);

    private PolledPort open() throws IOException {
        tried.countDown();
        if (!errors.isEmpty()) {
            throw new SystemException(errors.remove());
        }
        opened.incrementAndGet();
        return new PolledPort(new ScriptedDevice(), "device") {
            @Override
            protected int received(byte[] into, int found) throws IOException {
                return readNow(into, END);
            }
        };
    }

    @Test
    void itWaitsUntilTheDeviceCanBeOpened() throws IOException {
        errors.addAll(List.of(ErrorNumber.ENODEV, ErrorNumber.ENODEV, ErrorNumber.EBUSY));
        listener.accept().close();
        assertEquals(1, opened.get());
    }

    @Test
    void theNextComesWhenTheOneBeforeIsClosed() throws Exception {
        Port first = listener.accept();
        var second = accepting();
        assertThrows(java.util.concurrent.TimeoutException.class, () -> second.get(20, TimeUnit.MILLISECONDS));
        first.close();
        second.get().close();
        assertEquals(2, opened.get());
    }

    @Test
    void closingFreesWhoWaitsForTheDevice() throws Exception {
        for (int i = 0; i < 1000; i++) {
            errors.add(ErrorNumber.ENODEV);
        }
        var waiting = accepting();
        tried.await();
        listener.close();
        assertThrows(ExecutionException.class, waiting::get);
    }

    @Test
    void closingFreesWhoWaitsForTheOneBefore() throws Exception {
        try (Port first = listener.accept()) {
            var waiting = accepting();
            listener.close();
            assertThrows(ExecutionException.class, waiting::get);
            assertEquals("device", first.name());
        }
    }

    private CompletableFuture<Port> accepting() {
        var result = new CompletableFuture<Port>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                result.complete(listener.accept());
            } catch (IOException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }
}
