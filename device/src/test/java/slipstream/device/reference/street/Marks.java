package slipstream.device.reference.street;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What an examination comes to: how much was right, by category, and examples of what was not.
final class Marks {
    private static final int EXAMPLES = Integer.getInteger("street.examples", 3);

    private static final class Tally {
        private int all;
        private int right;

        void add(boolean isRight) {
            all++;
            right += isRight ? 1 : 0;
        }

        double share() {
            return all == 0 ? 1 : (double) right / all;
        }
    }

    private final Map<String, Map<String, Tally>> tallies = new TreeMap<>();
    private final Map<String, Integer> wrong = new TreeMap<>();
    private final Map<String, List<String>> examples = new TreeMap<>();
    private final Map<String, Integer> misses = new TreeMap<>();

    void reference(String axis, String category, boolean found) {
        add("recall by " + axis, category, found);
    }

    void kind(String category, boolean right) {
        add("kind", category, right);
        add("kind of all", "receipts", right);
    }

    void total(String language, boolean right) {
        add("total", language, right);
        add("total of all", "paid receipts", right);
    }

    void currency(boolean right) {
        add("currency", "right of those told", right);
    }

    void currencyTold(boolean told) {
        add("currency", "told of paid receipts", told);
    }

    void time(boolean right) {
        add("time", "of those printed", right);
    }

    void wrong(String what) {
        wrong.merge(what, 1, Integer::sum);
    }

    void miss(String category, String job, String what, List<String> shown) {
        misses.merge(category, 1, Integer::sum);
        List<String> of = examples.computeIfAbsent(category, ignored -> new ArrayList<>());
        if (of.size() < EXAMPLES) {
            of.add("job " + job + ": " + what + "\n    | " + String.join("\n    | ", shown));
        }
    }

    private void add(String table, String category, boolean right) {
        tallies.computeIfAbsent(table, ignored -> new TreeMap<>())
                .computeIfAbsent(category, ignored -> new Tally())
                .add(right);
    }

    private double share(String table, String category) {
        return tallies.getOrDefault(table, Map.of())
                .getOrDefault(category, new Tally())
                .share();
    }

    /// How many of the references printed were told, from 0 to 1.
    double recall() {
        return share("recall by all", "references");
    }

    /// How many references were told that are none, or not so.
    int wrong() {
        return wrong.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How many receipts were taken for what they are, from 0 to 1.
    double kinds() {
        return share("kind of all", "receipts");
    }

    /// How many totals were read right, from 0 to 1.
    double totals() {
        return share("total of all", "paid receipts");
    }

    /// How many currencies that were told are right, from 0 to 1.
    double currencies() {
        return share("currency", "right of those told");
    }

    /// How many times that were printed were read right, from 0 to 1.
    double times() {
        return share("time", "of those printed");
    }

    /// One line.
    String summary() {
        return String.format(
                Locale.ROOT,
                "recall %.2f %%, false references %d, kinds %.2f %%, totals %.2f %%, currencies %.2f %%,"
                        + " times %.2f %%",
                100 * recall(),
                wrong(),
                100 * kinds(),
                100 * totals(),
                100 * currencies(),
                100 * times());
    }

    /// Every category with its count and share, what was missed, and examples.
    String table() {
        var text = new StringBuilder(summary()).append('\n');
        tallies.forEach((table, rows) -> {
            text.append('\n').append(table).append('\n');
            rows.forEach((category, tally) -> text.append(String.format(
                    Locale.ROOT,
                    "  %7.2f %%  %5d of %5d  %s%s%n",
                    100 * tally.share(),
                    tally.right,
                    tally.all,
                    category,
                    tally.right == tally.all ? "" : "  <--")));
        });
        text.append("\nfalse references ").append(wrong).append('\n');
        text.append("\nmisses").append('\n');
        misses.forEach((category, count) -> text.append(String.format("  %5d  %s%n", count, category)));
        return text.toString();
    }

    /// What was missed, by category, with the receipts' text.
    String examples() {
        var text = new StringBuilder();
        examples.forEach((category, of) -> {
            text.append("\n== ")
                    .append(category)
                    .append(" (")
                    .append(misses.get(category))
                    .append(")\n");
            of.forEach(one -> text.append("  ").append(one).append('\n'));
        });
        return text.toString();
    }
}
