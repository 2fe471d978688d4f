package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutboxTest {
    private final Outbox outbox = new Outbox(Duration.ofMillis(1));
    private final BlockingQueue<Integer> told = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void aMessageIsToldUntilItIsAnswered() throws InterruptedException {
        var tries = new AtomicInteger();
        outbox.add("a message", () -> {
            int now = tries.incrementAndGet();
            told.add(now);
            return switch (now) {
                case 1 -> CompletableFuture.failedFuture(new IllegalStateException("no connection"));
                case 2 -> CompletableFuture.completedFuture(false);
                default -> CompletableFuture.completedFuture(true);
            };
        });
        assertEquals(List.of(1, 2, 3), List.of(told.take(), told.take(), told.take()));
        assertEquals(0, outbox.dropped());
    }

    @Test
    void aFaultInOneMessageKeepsNoOtherFromBeingTold() throws InterruptedException {
        outbox.add("a bad message", () -> {
            throw new IllegalStateException("a fault");
        });
        outbox.add("a message", () -> {
            told.add(1);
            return CompletableFuture.completedFuture(true);
        });
        assertEquals(1, told.take());
        assertEquals(1, outbox.dropped());
    }

    @Test
    void whatIsTooMuchIsDroppedAndCounted() {
        for (int i = 0; i < Outbox.MOST; i++) {
            outbox.add("a message", CompletableFuture::new);
        }
        assertFalse(outbox.hasRoom());
        assertFalse(outbox.add("one more", CompletableFuture::new));
        assertEquals(1, outbox.dropped());
        assertEquals(Outbox.MOST, outbox.size());
    }
}
