package slipstream.device.claim;

import io.avaje.json.JsonException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.tinylog.Logger;
import slipstream.cloudlink.client.Failure;
import slipstream.cloudlink.client.IdentifyException;

/// Tells the service what it has to know until it has answered: one message at a time, so that receipts' questions
/// find the line free. What waits is kept by the [Journal], and goes on waiting when the box is started again.
///
/// [#add] may be called from any thread and never waits; all else happens on a thread of its own.
public final class Outbox implements AutoCloseable {
    /// How many messages may wait; what comes on top is dropped.
    public static final int MOST = 5_000;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_TELLING = Duration.ofMinutes(1);
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;

    private final DelayQueue<Waiting> waiting = new DelayQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final LongAdder dropped = new LongAdder();
    private final Reasons reasons = new Reasons();
    private final Service service;
    private final Journal journal;
    private final Clock clock;
    private final long firstPause;
    private final Thread teller;
    private volatile Waiting telling;

    /// An empty one, at work.
    ///
    /// @param journal keeps what waits
    public Outbox(Service service, Journal journal, Clock clock) {
        this(service, journal, clock, FIRST_PAUSE);
    }

    Outbox(Service service, Journal journal, Clock clock, Duration firstPause) {
        this.service = service;
        this.journal = journal;
        this.clock = clock;
        this.firstPause = firstPause.toNanos();
        teller = Thread.ofVirtual().name("outbox").start(this::work);
    }

    /// Takes a message.
    ///
    /// @return whether it was taken; when not, it was counted and logged as dropped
    public boolean add(Message message) {
        if (!reserve()) {
            drop(message.kind().words() + ": " + MOST + " messages wait already");
            return false;
        }
        Kept kept = Kept.fresh(clock.instant(), message);
        journal.add(kept);
        waiting.add(new Waiting(kept, 0, System.nanoTime()));
        return true;
    }

    /// Goes on with a message that an earlier run left.
    void resume(Kept kept) {
        size.incrementAndGet();
        waiting.add(new Waiting(kept, 0, System.nanoTime()));
    }

    /// Whether there is room for one more.
    boolean hasRoom() {
        return size.get() < MOST;
    }

    /// Whether there is room for one more that matters less.
    boolean hasMuchRoom() {
        return size.get() < MOST / 2;
    }

    /// How many wait, the one being told included.
    public int size() {
        return size.get();
    }

    /// Since when the oldest waits; empty when none does.
    public Optional<Instant> oldest() {
        Waiting now = telling;
        Optional<Instant> first = waiting.stream().map(one -> one.kept.at()).min(Instant::compareTo);
        if (now == null) {
            return first;
        }
        Instant at = now.kept.at();
        return first.filter(other -> other.isBefore(at)).or(() -> Optional.of(at));
    }

    /// How many were dropped: too many at a time, too old, or refused for good.
    public long dropped() {
        return dropped.sum();
    }

    /// Ends the telling.
    @Override
    public void close() {
        teller.interrupt();
        int left = size.get();
        if (left > 0 && !journal.lasting()) {
            Logger.warn("Messages to the service that were not told when the box ended, and are lost: {}.", left);
        } else if (left > 0) {
            Logger.info("Messages to the service that wait until the box is started again: {}.", left);
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
                Waiting next = waiting.take();
                telling = next;
                if (told(next.kept)) {
                    size.decrementAndGet();
                    journal.done(next.kept.id());
                } else {
                    waiting.add(next.later(firstPause));
                }
                telling = null;
            }
        } catch (InterruptedException ignored) {
            // Closed.
        }
    }

    /// Whether nothing more is to be done about it.
    private boolean told(Kept kept) throws InterruptedException {
        Message message = kept.message();
        String words = message.kind().words();
        try {
            return message.tell(service).get(LONGEST_TELLING.toMillis(), TimeUnit.MILLISECONDS) || tooOld(kept);
        } catch (ExecutionException e) {
            if (hopeless(e.getCause())) {
                drop(words + ": " + e.getCause().getMessage());
                return true;
            }
            return tooOld(kept);
        } catch (TimeoutException | CancellationException ignored) {
            return tooOld(kept);
        } catch (JsonException e) {
            drop(words + ": what was kept of it cannot be read");
            return true;
        } catch (RuntimeException e) {
            drop(words + ": a fault of ours, " + e.getClass().getSimpleName());
            return true;
        }
    }

    private boolean tooOld(Kept kept) {
        Duration life = kept.message().kind().life();
        boolean old = kept.at().plus(life).isBefore(clock.instant());
        if (old) {
            drop(kept.message().kind().words() + ": it could not be told for " + life.toDays() + " days");
        }
        return old;
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
    private record Waiting(Kept kept, int tries, long due) implements Delayed {
        private static final int MOST_DOUBLINGS = 20;

        Waiting later(long firstPause) {
            long pause = Math.min(firstPause << Math.min(tries, MOST_DOUBLINGS), LONGEST_PAUSE.toNanos());
            return new Waiting(kept, tries + 1, System.nanoTime() + pause);
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
