package slipstream.device.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Duration LIMIT = Duration.ofMillis(750);

    private final AtomicLong now = new AtomicLong(0);
    private final Progress progress = new Progress(now::get);

    @Test
    void whoStaysInOurCodeForLongerThanTheLimitIsStuck() {
        var stretch = progress.begin("POS 10.0.0.7");
        stretch.enter();
        now.addAndGet(LIMIT.toNanos());
        assertEquals(Optional.empty(), progress.stuck(LIMIT));
        now.addAndGet(2);
        assertEquals(Optional.of("POS 10.0.0.7 is stuck in the box"), progress.stuck(LIMIT));
        stretch.leave();
        assertEquals(Optional.empty(), progress.stuck(LIMIT));
    }

    @Test
    void whoWaitsForOthersIsNeverStuck() {
        var stretch = progress.begin("POS");
        stretch.enter();
        stretch.leave();
        now.addAndGet(Duration.ofDays(3).toNanos());
        assertEquals(Optional.empty(), progress.stuck(LIMIT));
    }

    @Test
    void oneThatGetsOnDoesNotHideOneThatDoesNot() {
        var stuck = progress.begin("first");
        var well = progress.begin("second");
        stuck.enter();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        well.enter();
        well.leave();
        assertEquals(Optional.of("first is stuck in the box"), progress.stuck(LIMIT));
        stuck.close();
        assertEquals(Optional.empty(), progress.stuck(LIMIT));
    }

    @Test
    void aNeededThreadMustLiveUntilItIsReleased() throws InterruptedException {
        var end = new CountDownLatch(1);
        Thread accept = Thread.ofPlatform().name("accept").start(() -> {
            try {
                end.await();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        });
        progress.need(accept);
        assertEquals(Optional.empty(), progress.stuck(LIMIT));
        end.countDown();
        accept.join();
        assertEquals(Optional.of("thread \"accept\" has ended"), progress.stuck(LIMIT));
        progress.release(accept);
        assertEquals(Optional.empty(), progress.stuck(LIMIT));
    }
}
