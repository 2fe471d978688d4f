package slipstream.device.claim;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.FiguresReport;

/// Counts what only a box can count, by day, and tells it. Numbers only. Safe for any thread; nothing waits.
public final class Figures {
    private static final int[] HELD_MS = {10, 25, 50, 100, 150, 200, 250, 350, 500, 1000};

    /// How many days without a connection are kept; the service takes the last 31.
    private static final int MOST_DAYS = 31;

    private final String run = UUID.randomUUID().toString();
    private final Clock clock;
    private final Journal journal;
    private final Reasons reasons = new Reasons();
    private final ConcurrentSkipListMap<LocalDate, Map<String, LongAdder>> days = new ConcurrentSkipListMap<>();
    private final Map<LocalDate, Map<String, Long>> told = new ConcurrentHashMap<>();

    /// All zero.
    ///
    /// @param clock the box's, in the shop's zone
    /// @param journal keeps what is to be told until it was told
    public Figures(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /// A receipt ended.
    ///
    /// @param reference whether a payment was named on it
    void receipt(boolean reference) {
        add("receipts");
        if (reference) {
            add("references");
        }
    }

    /// A link or token was printed.
    void printed() {
        add("printed");
    }

    /// An answer missed the hold budget.
    void late() {
        add("late");
    }

    /// A receipt about which something was asked was held so long.
    void held(long milliseconds) {
        for (int bound : HELD_MS) {
            if (milliseconds <= bound) {
                add("held-" + bound);
                return;
            }
        }
        add("held-more");
    }

    /// Today's count of that name.
    public long count(String name) {
        LongAdder count = today().get(name);
        return count == null ? 0 : count.sum();
    }

    /// Tells the days on which something was counted since they were told.
    ///
    /// @return completes, never with a fault, when each was answered or could not be told
    public CompletableFuture<Void> tell(Service service) {
        List<CompletableFuture<Void>> telling = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        while (days.size() > MOST_DAYS) {
            told.remove(days.pollFirstEntry().getKey());
        }
        days.forEach((day, counts) -> {
            Map<String, Long> now = new HashMap<>();
            counts.forEach((name, count) -> now.put(name, count.sum()));
            if (!now.equals(told.get(day))) {
                var report = new FiguresReport(day.toString(), run, now);
                journal.add(new Kept(id(day), clock.instant(), Message.of(report)));
                telling.add(service.figures(report).handle((nothing, thrown) -> answered(day, now, thrown)));
            } else if (day.isBefore(today)) {
                days.remove(day);
                told.remove(day);
            }
        });
        return CompletableFuture.allOf(telling.toArray(CompletableFuture[]::new));
    }

    private Void answered(LocalDate day, Map<String, Long> now, Throwable thrown) {
        if (thrown == null) {
            told.put(day, now);
            journal.done(id(day));
            return null;
        }
        String why = String.valueOf(thrown.getMessage());
        if (Reasons.worthTelling(reasons.count(why))) {
            Logger.info("Figures were not told to the service, they are told again in five minutes: {}", why);
        }
        return null;
    }

    private String id(LocalDate day) {
        return "figures " + day + " " + run;
    }

    private void add(String name) {
        today().computeIfAbsent(name, ignored -> new LongAdder()).increment();
    }

    private Map<String, LongAdder> today() {
        return days.computeIfAbsent(LocalDate.now(clock), ignored -> new ConcurrentHashMap<>());
    }
}
