package slipstream.device.reference.total;

import java.util.List;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// What stands beside days and times, and the names of months; both are in `times.tsv`.
final class TimeWords {
    static final String DAY_FIRST = "day-first";
    private static final List<String> WEIGHTS = List.of("other", "begun", "", "left", "paid");
    private static final int PLAIN = WEIGHTS.indexOf("");

    private static final Words<String> LABELS = new Words<>();
    private static final Words<Integer> MONTHS = new Words<>();

    static {
        for (List<String> row : Table.rows(TimeWords.class, "times.tsv")) {
            String meaning = row.get(0);
            boolean month = Character.isDigit(meaning.charAt(0));
            Table.entries(row.get(1)).forEach(word -> {
                if (month) {
                    MONTHS.add(word, Integer.valueOf(meaning));
                } else {
                    LABELS.add(word, meaning);
                }
            });
        }
    }

    private TimeWords() {}

    static List<Words.Found<String>> in(String line) {
        return LABELS.in(line);
    }

    /// How well a time at `at` tells when the payment was, by the word before it: 0 for not at all.
    static int weight(List<Words.Found<String>> words, int at) {
        int weight = PLAIN;
        for (Words.Found<String> word : words) {
            int its = WEIGHTS.indexOf(word.meaning());
            weight = its >= 0 && word.end() <= at ? its : weight;
        }
        return weight;
    }

    /// Whether the words say that no time of the line is it.
    static boolean other(List<Words.Found<String>> words) {
        return words.stream().anyMatch(word -> word.meaning().equals("other"));
    }

    /// The month whose name `word` is, 0 for none.
    static int month(String word) {
        Words.Found<Integer> found = MONTHS.at(word, 0);
        return found == null || found.end() < word.length() ? 0 : found.meaning();
    }

    /// Whether the line names a month.
    static boolean monthIn(String line) {
        return !MONTHS.in(line).isEmpty();
    }
}
