package slipstream.device.reference;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/// The words by which a receipt tells that and how it was paid; they are in `payments.tsv`.
final class PaymentWords {
    private record Words(String scheme, Pattern pattern) {}

    private static final List<Words> ALL = Table.rows("payments.tsv").stream()
            .map(row -> new Words(row.get(0), Pattern.compile("(?i)" + Label.anyOf(row.get(1)))))
            .toList();

    private static final Triggers TRIGGERS = Triggers.ofLabels(Table.rows("payments.tsv").stream()
            .flatMap(row -> Label.split(row.get(1)))
            .toList());

    private PaymentWords() {}

    /// The scheme that `line` speaks of, `-` for any other payment; empty when it speaks of none.
    static Optional<String> scheme(String line) {
        if (!TRIGGERS.in(line)) {
            return Optional.empty();
        }
        return ALL.stream()
                .filter(words -> words.pattern().matcher(line).find())
                .map(Words::scheme)
                .findFirst();
    }
}
