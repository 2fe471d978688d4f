package slipstream.device.bridge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Until when holds wait, the oldest first.
///
/// ```
/// waits  first waiting byte ──────────┬ budget ┐                 a receipt in text
///        first row ──── paper there ──┴────────┴ budget ┐        a picture that is still being read
/// ```
///
/// A hold waits for the budget, from its first waiting byte on; the end of a picture from the time on at which the
/// paper can have got there at the earliest. Whoever asks the printer something behind a hold is not kept waiting for
/// pictures: then the budget alone counts. Under the session's lock.
final class Deadlines {
    private static final class Deadline {
        final long hold;
        final long since;
        long paper;

        Deadline(long hold, long since) {
            this.hold = hold;
            this.since = since;
            paper = since;
        }
    }

    private final long budget;
    private final long mostPaper;
    private final Deque<Deadline> deadlines = new ArrayDeque<>();
    private long newest;

    /// @param budget how long each hold may wait
    /// @param paper how much longer one may wait for paper
    Deadlines(Duration budget, Duration paper) {
        this.budget = budget.toNanos();
        mostPaper = paper.toNanos();
    }

    /// Hold `hold`, if it is a new one, waits from `now` on.
    void add(long hold, long now) {
        if (hold > newest) {
            newest = hold;
            deadlines.addLast(new Deadline(hold, now));
        }
    }

    /// The paper can be at hold `hold`, which waits, at `when`.
    void paper(long hold, long when, long now) {
        add(hold, now);
        Deadline last = deadlines.peekLast();
        if (last != null && last.hold == hold) {
            last.paper = Math.clamp(when, last.since, last.since + mostPaper);
        }
    }

    /// Somebody waits for what the printer says behind the holds.
    void asked() {
        deadlines.forEach(deadline -> deadline.paper = deadline.since);
    }

    boolean isEmpty() {
        return deadlines.isEmpty();
    }

    /// No hold waits any more.
    void clear() {
        deadlines.clear();
    }

    /// When the oldest hold has waited long enough.
    long first() {
        return deadlines.getFirst().paper + budget;
    }

    /// Takes the oldest hold if it has waited long enough at `now`.
    ///
    /// @return its number, 0 when none has
    long expired(long now) {
        return !deadlines.isEmpty() && now - first() >= 0 ? deadlines.removeFirst().hold : 0;
    }
}
