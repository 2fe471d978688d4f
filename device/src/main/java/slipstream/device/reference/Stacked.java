package slipstream.device.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import slipstream.escpos.receipt.Element;

/// Labels one below the other, and below the last of them as many values in the same order.
///
/// ```
/// RRN
/// APPR CODE
/// 632419087754
/// A12345
/// ```
///
/// It remembers the lines above and keeps the values until there are as many as labels.
final class Stacked {
    /// More lines above are not looked at.
    static final int MOST = 6;

    private final Rules rules;
    private final Origin origin;
    private final Deque<Element.Line> passed = new ArrayDeque<>(MOST);
    private List<Chain> labels = List.of();
    private final List<Reading> values = new ArrayList<>();

    Stacked(Rules rules, Origin origin) {
        this.rules = rules;
        this.origin = origin;
    }

    /// A line was read; one with numbers is kept no longer.
    void read(Element.Line line, Reading reading) {
        if (waits() || reading == null || !reading.numbers().isEmpty()) {
            passed.clear();
        } else {
            above(line);
        }
    }

    /// A line was passed over.
    void above(Element.Line line) {
        if (passed.size() == MOST) {
            passed.removeFirst();
        }
        passed.addLast(line);
    }

    /// Whether values are being kept.
    boolean waits() {
        return !values.isEmpty();
    }

    /// What follows is no longer below the lines above.
    void apart() {
        passed.clear();
    }

    /// Whether `value`, which stands below `above`, is the first below two labels or more; it is kept then.
    boolean begins(Reading value, Reading above) {
        if (above == null || above.only() == null) {
            return false;
        }
        labels = new ArrayList<>();
        for (var lines = passed.descendingIterator(); lines.hasNext(); ) {
            var reading = new Reading(Printed.of(lines.next(), origin), rules);
            Chain label = reading.only();
            if (label == null) {
                break;
            }
            labels.addFirst(label);
        }
        boolean stack = labels.size() > 1;
        if (stack) {
            values.add(value);
        }
        return stack;
    }

    /// Keeps the next value.
    ///
    /// @return whether there are as many as labels
    boolean fills(Reading value) {
        values.add(value);
        return values.size() == labels.size();
    }

    /// The labels from above.
    List<Chain> labels() {
        return labels;
    }

    /// The values kept, from above; none are kept any more.
    List<Reading> take() {
        List<Reading> all = List.copyOf(values);
        values.clear();
        return all;
    }
}
