package slipstream.cloudlink.service.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The figures of some days.
///
/// @param steps every step with its number, in order
/// @param days links made and vouchers used, by day; every day is there
/// @param held how many receipts were held so long, by class of [BoxReport], in order; empty classes as well
/// @param late answers that missed the hold budget
public record Summary(
        LocalDate first,
        LocalDate last,
        SortedMap<Step, Long> steps,
        List<Day> days,
        Map<String, Long> held,
        long late) {
    /// One day.
    public record Day(LocalDate day, long linked, long redeemed) {}

    public long of(Step step) {
        return steps.getOrDefault(step, 0L);
    }

    /// Whether boxes have told anything.
    public boolean boxesTold() {
        return of(Step.RECEIPTS) > 0;
    }
}
