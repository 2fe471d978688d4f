package slipstream.cloudlink.service.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.tinylog.Logger;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.ledger.Ledger;

/// Counts days, and sums them up. Safe for any number of threads and nodes: a day counted twice is counted the
/// same.
public final class Figures implements Looks {
    /// Counts are at most so old when somebody looks at them.
    private static final Duration FRESH = Duration.ofSeconds(15);

    /// A day may still change so long after it has ended: payments are decided a little later than they are seen.
    private static final int OPEN_DAYS = 1;

    /// Figures are kept for years; days before the first payment or long past are not counted anew.
    private static final int MOST_DAYS = 400;

    private final Ledger<FigureStore> ledger;
    private final ZoneId zone;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Instant countedAt = Instant.MIN;

    /// @param zone in which days end
    public Figures(Ledger<FigureStore> ledger, ZoneId zone, Clock clock) {
        this.ledger = ledger;
        this.zone = zone;
        this.clock = clock;
    }

    /// A link's page must open whatever becomes of its figure.
    @Override
    public void looked(ClaimToken token) {
        try {
            if (!ledger.read(store -> store.wasLooked(token))) {
                ledger.write(store -> {
                    store.looked(token, clock.instant());
                    return null;
                });
            }
        } catch (RuntimeException e) {
            Logger.warn("a look was not counted: {}", e.getMessage());
        }
    }

    /// Keeps what a box tells.
    ///
    /// @throws IllegalArgumentException in one sentence, when it makes no sense
    public void tell(String merchantId, String deviceId, BoxReport report) {
        var checked = report.checked(today());
        ledger.write(store -> {
            store.tell(merchantId, deviceId, checked);
            return null;
        });
    }

    /// Today, where days end.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// Counts the days that may have changed since they were counted last.
    public void count() {
        counting.lock();
        try {
            var now = clock.instant();
            long today = today().toEpochDay();
            for (long day = firstOpen(today); day <= today; day++) {
                long open = day;
                ledger.write(store -> {
                    store.count(open, start(open), start(open + 1));
                    return null;
                });
            }
            countedAt = now;
        } finally {
            counting.unlock();
        }
    }

    private long firstOpen(long today) {
        var last = ledger.read(FigureStore::lastDay);
        if (last.isPresent()) {
            return Math.min(Math.max(last.getAsLong() - OPEN_DAYS, today - MOST_DAYS), today);
        }
        var first = ledger.read(FigureStore::firstPayment);
        return first.isEmpty()
                ? today
                : Math.max(
                        LocalDate.ofInstant(Instant.ofEpochMilli(first.getAsLong()), zone)
                                .toEpochDay(),
                        today - MOST_DAYS);
    }

    private long start(long day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private void refresh() {
        if (countedAt.isBefore(clock.instant().minus(FRESH))) {
            count();
        }
    }

    /// The figures of some merchants, day by day.
    ///
    /// @param campaignId only those of one campaign, for steps that have one
    public Summary summary(Collection<String> merchants, LocalDate first, LocalDate last, Optional<String> campaignId) {
        refresh();
        var counted = merchants.isEmpty()
                ? List.<FigureStore.Figure>of()
                : ledger.read(store -> store.between(merchants, first.toEpochDay(), last.toEpochDay()));
        var told = merchants.isEmpty() || campaignId.isPresent()
                ? List.<FigureStore.Figure>of()
                : ledger.read(store -> store.told(merchants, first.toEpochDay(), last.toEpochDay()));
        var byKind = new HashMap<String, Long>();
        var byDay = new HashMap<String, Long>();
        for (var figures : List.of(counted, told)) {
            for (var figure : figures) {
                if (campaignId.isEmpty() || figure.campaignId().equals(campaignId.get())) {
                    byKind.merge(figure.kind(), figure.amount(), Long::sum);
                    byDay.merge(figure.kind() + figure.day(), figure.amount(), Long::sum);
                }
            }
        }
        var steps = new TreeMap<Step, Long>();
        for (var step : Step.values()) {
            steps.put(step, byKind.getOrDefault(step.word(), 0L));
        }
        return new Summary(
                first,
                last,
                Collections.unmodifiableSortedMap(steps),
                days(first, last, byDay),
                held(byKind),
                byKind.getOrDefault(BoxReport.LATE, 0L));
    }

    private static List<Summary.Day> days(LocalDate first, LocalDate last, Map<String, Long> byDay) {
        var days = new ArrayList<Summary.Day>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(new Summary.Day(
                    day,
                    byDay.getOrDefault(Step.LINKED.word() + day.toEpochDay(), 0L),
                    byDay.getOrDefault(Step.REDEEMED.word() + day.toEpochDay(), 0L)));
        }
        return days;
    }

    private static Map<String, Long> held(Map<String, Long> byKind) {
        var held = new LinkedHashMap<String, Long>();
        BoxReport.HELD_MS.forEach(
                bound -> held.put(String.valueOf(bound), byKind.getOrDefault(BoxReport.held(bound), 0L)));
        held.put("more", byKind.getOrDefault(BoxReport.HELD_MORE, 0L));
        return Collections.unmodifiableMap(held);
    }

    /// Single numbers, as they are kept: for those who reckon themselves.
    public List<FigureStore.Figure> lines(Collection<String> merchants, LocalDate first, LocalDate last) {
        refresh();
        if (merchants.isEmpty()) {
            return List.of();
        }
        return ledger.read(store -> {
            var all = new ArrayList<>(store.between(merchants, first.toEpochDay(), last.toEpochDay()));
            all.addAll(store.told(merchants, first.toEpochDay(), last.toEpochDay()));
            return all;
        });
    }

    /// What each campaign of a circle that has a control group brings.
    public List<Lift> lifts(String circle) {
        return ledger.read(store -> store.groups(circle)).stream().map(Lift::of).toList();
    }

    /// What payers did within some days of meeting each campaign of a circle: who came back, and what they spent.
    public List<Returns> returns(String circle, int days) {
        return ledger.read(store -> {
            var currency = store.currency(circle).orElse("");
            return store.spending(circle, currency, Duration.ofDays(days).toMillis(), clock.instant()).stream()
                    .map(spending -> Returns.of(spending, days, currency))
                    .toList();
        });
    }

    /// Vouchers of some merchants, newest first.
    public List<FigureStore.VoucherLine> vouchers(Collection<String> merchants, int most) {
        return merchants.isEmpty() ? List.of() : ledger.read(store -> store.vouchers(merchants, most));
    }
}
