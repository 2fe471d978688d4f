package slipstream.device.reference;

import com.google.re2j.Pattern;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Collects what gives away the kind of one receipt, line by line; the rules are in `kinds.tsv`.
final class KindMarks {
    private record Rule(String kind, String where, Pattern pattern) {
        static Rule of(List<String> row) {
            return new Rule(row.get(0), row.get(1), Pattern.compile("(?i)" + row.get(2)));
        }

        boolean fits(String line) {
            return where.equals("line")
                    ? pattern.matches(line)
                    : pattern.matcher(line).find();
        }
    }

    private static final List<Rule> RULES =
            Table.rows("kinds.tsv").stream().map(Rule::of).toList();

    /// "never" alone marks nothing.
    private static final Triggers TRIGGERS = Triggers.ofPatterns(Table.rows("kinds.tsv").stream()
            .filter(row -> !row.get(0).equals("never"))
            .map(row -> row.get(2))
            .toList());

    /// Rules and brackets around a line, and blanks in a row, say nothing.
    private static final String BEFORE = " \t*=~#_+.<>[(|:-";

    private static final String BEHIND = " \t*=~#_+.<>])|:-";

    private static final Pattern SPREAD = Pattern.compile("^(?:[\\p{Han}] +)+\\p{Han}$");

    private final Set<ReceiptKind> marks = EnumSet.noneOf(ReceiptKind.class);
    private final Set<ReceiptKind> weak = EnumSet.noneOf(ReceiptKind.class);
    private boolean payment;

    /// Takes the next line, folded.
    void line(String folded) {
        if (!TRIGGERS.in(folded)) {
            return;
        }
        String line = trimmed(folded).replaceAll(" +", " ");
        if (SPREAD.matches(line)) {
            line = line.replace(" ", "");
        }
        boolean speaksOfRefunds = false;
        for (Rule rule : RULES) {
            if (rule.fits(line)) {
                switch (rule.kind) {
                    case "never" -> speaksOfRefunds = true;
                    case "refund" -> {
                        if (!speaksOfRefunds) {
                            marks.add(ReceiptKind.REFUND);
                        }
                    }
                    case "merchant-copy" -> marks.add(ReceiptKind.MERCHANT_COPY);
                    case "kitchen" -> (rule.where.equals("weak") ? weak : marks).add(ReceiptKind.KITCHEN);
                    default -> marks.add(ReceiptKind.REPORT);
                }
            }
        }
    }

    private static String trimmed(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && BEFORE.indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && BEHIND.indexOf(line.charAt(to - 1)) >= 0) {
            to--;
        }
        return line.substring(from, to);
    }

    /// The receipt shows a payment: a word of one, or a reference.
    void payment() {
        payment = true;
    }

    /// The kind, as far as the lines tell it.
    ReceiptKind kind(boolean hasTotal) {
        for (ReceiptKind mark :
                List.of(ReceiptKind.REFUND, ReceiptKind.MERCHANT_COPY, ReceiptKind.KITCHEN, ReceiptKind.REPORT)) {
            if (marks.contains(mark)) {
                return mark;
            }
        }
        if (hasTotal || payment) {
            return ReceiptKind.SALE;
        }
        return weak.isEmpty() ? ReceiptKind.UNKNOWN : ReceiptKind.KITCHEN;
    }
}
