package slipstream.device.claim;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.tinylog.Logger;
import slipstream.cloudlink.client.Failure;
import slipstream.cloudlink.client.IdentifyException;

/// Tells the service what it has to know until it has answered: one message at a time, so that receipts' questions
/// find the line free. In memory: what was not told when the box ends is lost.
///
/// [#add] may be called from any thread and never waits; all else happens on a thread of its own.
public final class Outbox implements AutoCloseable {
    /// How many messages may wait; what comes on top is dropped.
    public static final int MOST = 1_000;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_TELLING = Duration.ofMinutes(1);
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private final DelayQueue<Message> waiting = new DelayQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final LongAdder dropped = new LongAdder();
    private final Reasons reasons = new Reasons();
    private final long firstPause;
    private final Thread teller;

    /// An empty one, at work.
    public Outbox() {
        this(FIRST_PAUSE);
    }

    Outbox(Duration firstPause) {
        this.firstPause = firstPause.toNanos();
        teller = Thread.ofVirtual().name("outbox").start(this::work);
    }

    /// Takes a message.
    ///
    /// @param what what it is, as logs say it
    /// @param telling tells it once; true when that was all, false when it is to be told again later
    /// @return whether it was taken; when not, it was counted and logged as dropped
    public boolean add(String what, Supplier<CompletableFuture<Boolean>> telling) {
        if (!reserve()) {
            drop(what + ": " + MOST + " messages wait already");
            return false;
        }
        waiting.add(new Message(what, telling, 0, System.nanoTime()));
        return true;
    }

    /// Whether there is room for one more.
    boolean hasRoom() {
        return size.get() < MOST;
    }

    /// How many wait, the one being told included.
    public int size() {
        return size.get();
    }

    /// How many were dropped: too many at a time, or refused for good.
    public long dropped() {
        return dropped.sum();
    }

    /// Ends the telling.
    @Override
    public void close() {
        teller.interrupt();
        int left = size.get();
        if (left > 0) {
            Logger.warn("{} messages to the service were not told when the box ended.", left);
        }
    }

    private boolean reserve() {
        if (size.incrementAndGet() <= MOST) {
            return true;
        }
        size.decrementAndGet();
        return false;
    }

    private void work() {
        try {
            while (true) {
                Message message = waiting.take();
                if (told(message)) {
                    size.decrementAndGet();
                } else {
                    waiting.add(message.later(firstPause));
                }
            }
        } catch (InterruptedException ignored) {
            // Closed.
        }
    }

    /// Whether nothing more is to be done about it.
    private boolean told(Message message) throws InterruptedException {
        try {
            return message.telling.get().get(LONGEST_TELLING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (hopeless(e.getCause())) {
                drop(message.what + ": " + e.getCause().getMessage());
                return true;
            }
            return false;
        } catch (TimeoutException | CancellationException ignored) {
            return false;
        } catch (RuntimeException e) {
            drop(message.what + ": a fault of ours, " + e.getClass().getSimpleName());
            return true;
        }
    }

    /// Whether the service will say the same whenever it is told: the message itself is wrong.
    private static boolean hopeless(Throwable thrown) {
        return thrown instanceof IdentifyException e
                && e.failure() instanceof Failure.Refused refused
                && (refused.status() == BAD_REQUEST || refused.status() == TOO_LARGE);
    }

    private void drop(String why) {
        dropped.increment();
        long count = reasons.count(why);
        if (Reasons.worthTelling(count)) {
            Logger.warn("A message to the service was dropped, {}. So far {}.", why, count);
        }
    }

    /// @param due when it is to be told, as [System#nanoTime] counts
    private record Message(String what, Supplier<CompletableFuture<Boolean>> telling, int tries, long due)
            implements Delayed {
        private static final int MOST_DOUBLINGS = 20;

        Message later(long firstPause) {
            long pause = Math.min(firstPause << Math.min(tries, MOST_DOUBLINGS), LONGEST_PAUSE.toNanos());
            return new Message(what, telling, tries + 1, System.nanoTime() + pause);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
