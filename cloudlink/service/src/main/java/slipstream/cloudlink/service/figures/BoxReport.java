package slipstream.cloudlink.service.figures;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a box tells of one day: totals since it was started, so that a report may be sent any number of times.
///
/// @param day in the box's own zone: `2026-11-22`
/// @param run a word that the box draws anew each time it is started
/// @param counts by name: `receipts`, `references`, `printed`; `late`, answers that missed the hold budget;
///     `held-10` to `held-1000` and `held-more`, receipts held for at most so many milliseconds (each counted once,
///     in the first that fits). What is not named is 0
public record BoxReport(String day, String run, Map<String, Long> counts) {
    /// Upper bounds of the classes of holding times, in milliseconds.
    public static final List<Integer> HELD_MS = List.of(10, 25, 50, 100, 150, 200, 250, 350, 500, 1000);

    /// Beyond the last bound.
    public static final String HELD_MORE = "held-more";

    /// Answers that missed the hold budget.
    public static final String LATE = "late";

    private static final long MOST = 10_000_000;
    private static final Pattern RUN = Pattern.compile("[0-9A-Za-z-]{1,40}");
    private static final Set<String> NAMES = Stream.concat(
                    Stream.concat(
                            HELD_MS.stream().map(BoxReport::held),
                            Stream.of(Step.values()).filter(Step::toldByBoxes).map(Step::word)),
                    Stream.of(LATE, HELD_MORE))
            .collect(Collectors.toCollection(TreeSet::new));

    /// The name of a class of holding times.
    public static String held(int milliseconds) {
        return "held-" + milliseconds;
    }

    /// The report as it may be kept.
    ///
    /// @param today in the service's zone; boxes may be a day off
    /// @throws IllegalArgumentException in one sentence
    public Checked checked(LocalDate today) {
        if (run == null || !RUN.matcher(run).matches()) {
            throw new IllegalArgumentException("'run': expected 1 to 40 letters, digits or '-'");
        }
        var kept = new HashMap<String, Long>();
        for (var entry : (counts == null ? Map.<String, Long>of() : counts).entrySet()) {
            if (!NAMES.contains(entry.getKey())) {
                throw new IllegalArgumentException("'counts' names something unknown, expected some of " + NAMES);
            }
            if (entry.getValue() == null || entry.getValue() < 0 || entry.getValue() > MOST) {
                throw new IllegalArgumentException(
                        "'" + entry.getKey() + "' is " + entry.getValue() + ", expected 0 to " + MOST);
            }
            kept.put(entry.getKey(), entry.getValue());
        }
        return new Checked(day(today), run, Map.copyOf(kept));
    }

    private long day(LocalDate today) {
        try {
            var found = LocalDate.parse(day == null ? "" : day);
            if (!found.isAfter(today.plusDays(1)) && !found.isBefore(today.minusDays(31))) {
                return found.toEpochDay();
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw new IllegalArgumentException("'day': expected a day such as " + today + ", of the last 31");
    }

    /// A report that makes sense.
    ///
    /// @param day days since 1970
    public record Checked(long day, String run, Map<String, Long> counts) {}
}
