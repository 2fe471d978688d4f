package slipstream.device.learn;

import java.util.ArrayList;
import java.util.List;

/// How a rule did on the receipts after the one it was learned from.
///
/// @param right sales on which it found one number
/// @param since of these, how many since the rule was last changed
/// @param changes how often a receipt changed the rule
/// @param missed the numbers of the sales on which it found none
/// @param doubled the numbers of receipts on which it found several
/// @param repeated the numbers of receipts with a number that another receipt had
/// @param different the numbers of receipts with another kind of number at the place
/// @param others how many other receipts (refunds, kitchen tickets, reports) had such a number too
public record Trial(
        int right,
        int since,
        int changes,
        List<Integer> missed,
        List<Integer> doubled,
        List<Integer> repeated,
        List<Integer> different,
        int others) {
    /// As many sales in a row without a fault, and a rule counts as sure.
    static final int ENOUGH = 5;

    /// Without a fault among so many, one in ten is missed at most, 19 times out of 20 (the rule of three).
    private static final int PLENTY = 30;

    private static final int MOST_NAMED = 6;

    static final Trial NONE = new Trial(0, 0, 0, List.of(), List.of(), List.of(), List.of(), 0);

    /// How many sales it was tried on.
    public int sales() {
        return right + missed.size() + doubled.size() + different.size() + repeated.size();
    }

    /// Whether it may be relied on: asked about as soon as it can be read.
    public boolean sure() {
        return since >= ENOUGH && !harmful();
    }

    /// Whether it would ask about numbers that are no payment's.
    public boolean harmful() {
        return !doubled.isEmpty() || !repeated.isEmpty();
    }

    /// How sure it is, in sentences for a technician.
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(verdict());
        if (!repeated.isEmpty()) {
            words.add("The same number stands on several receipts (" + named(repeated)
                    + "): it may be the shop's or the till's.");
        }
        if (!doubled.isEmpty()) {
            words.add("It found several numbers on " + receipts(doubled) + ".");
        }
        if (!different.isEmpty()) {
            words.add("Another kind of number stands at its place on " + receipts(different) + ".");
        }
        if (!missed.isEmpty()) {
            words.add("Without such a number: " + receipts(missed) + ". Right if these were paid otherwise.");
        }
        return words;
    }

    private String verdict() {
        if (sales() == 0) {
            return "Not sure: learned from one receipt, tried on none.";
        }
        String further = sales() == 1 ? " further sale" : " further sales";
        String counts = "one number on " + right + " of " + sales() + further;
        if (sure() && since >= PLENTY) {
            return "Sure: " + counts + ", never two"
                    + (right == sales() ? "; at most 1 in " + since / 3 + " will be missed." : ".");
        }
        if (sure()) {
            return "Sure enough: " + counts + ", never two.";
        }
        if (harmful() || right == 0) {
            return "Doubtful: " + counts + ".";
        }
        int more = ENOUGH - since;
        return "Promising: " + counts + "; " + more + " more would make it sure.";
    }

    /// `receipts 3, 7 and 5 more`.
    public static String receipts(List<Integer> numbers) {
        return (numbers.size() == 1 ? "receipt " : "receipts ") + named(numbers);
    }

    private static String named(List<Integer> numbers) {
        List<String> named =
                numbers.stream().limit(MOST_NAMED).map(String::valueOf).toList();
        return String.join(", ", named)
                + (numbers.size() > MOST_NAMED ? " and " + (numbers.size() - MOST_NAMED) + " more" : "");
    }

    Trial found() {
        return new Trial(right + 1, since + 1, changes, missed, doubled, repeated, different, others);
    }

    Trial changed() {
        return new Trial(right + 1, 0, changes + 1, missed, doubled, repeated, different, others);
    }

    Trial missing(int receipt) {
        return new Trial(right, since, changes, with(missed, receipt), doubled, repeated, different, others);
    }

    Trial several(int receipt) {
        return new Trial(right, 0, changes, missed, with(doubled, receipt), repeated, different, others);
    }

    Trial again(int receipt) {
        return new Trial(right, 0, changes, missed, doubled, with(repeated, receipt), different, others);
    }

    Trial otherwise(int receipt) {
        return new Trial(right, since, changes, missed, doubled, repeated, with(different, receipt), others);
    }

    Trial elsewhere() {
        return new Trial(right, since, changes, missed, doubled, repeated, different, others + 1);
    }

    private static List<Integer> with(List<Integer> numbers, int one) {
        List<Integer> all = new ArrayList<>(numbers);
        all.add(one);
        return List.copyOf(all);
    }
}
