package slipstream.device.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Collects the words by which one receipt tells that and how it was paid, line by line; they are in
/// `payments.tsv`.
final class PaymentWords {
    private static final String CARD = "card";
    private static final String OTHER = "-";
    private static final Words<String> WORDS = words();

    /// How often each scheme was named, with an amount in the line counting more.
    private final Map<String, Integer> weights = new HashMap<>();

    private boolean any;

    private static Words<String> words() {
        var words = new Words<String>();
        Table.rows(PaymentWords.class, "payments.tsv")
                .forEach(row -> Table.entries(row.get(1)).forEach(word -> words.add(word, row.get(0))));
        return words;
    }

    /// Takes the next line, folded.
    void line(String line) {
        List<Words.Found<String>> found = WORDS.in(line);
        if (!found.isEmpty()) {
            any = true;
            boolean several =
                    found.stream().map(Words.Found::meaning).distinct().count() > 1;
            int weight = several ? 1 : line.chars().anyMatch(c -> c >= '0' && c <= '9') ? 8 : 3;
            found.forEach(word -> weights.merge(word.meaning(), weight, Integer::sum));
        }
    }

    /// Whether the receipt speaks of a payment.
    boolean any() {
        return any;
    }

    /// Whether it speaks of a card.
    boolean card() {
        return weights.containsKey(CARD);
    }

    /// The platform that it names, the one that it names most clearly of several.
    Optional<String> platform() {
        return weights.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(CARD) && !entry.getKey().equals(OTHER))
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
