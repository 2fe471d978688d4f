package slipstream.device.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Collects what gives away the kind of one receipt, line by line; the words are in `kinds.tsv`.
final class KindMarks {
    /// How a word must stand in its line.
    private enum Place {
        /// Anywhere.
        PART,
        /// Among words of the table, numbers and punctuation only; behind it a colon or bracket lets anything follow.
        LINE,
        /// As in LINE, on a receipt without a payment.
        UNPAID,
        /// As in LINE, and anywhere on a receipt without a total and without a payment.
        TITLE,
        /// As in LINE, on a receipt without a total; with one and without a payment, of an order.
        UNPRICED,
        /// It marks nothing itself, and stands beside words that do.
        BESIDE,
        /// Anywhere: the line speaks about kinds, and marks none but by PART.
        NEVER
    }

    /// @param kind the kind that the word marks; null for words that mark none
    private record Mark(ReceiptKind kind, Place place) {
        static Mark of(List<String> row) {
            String kind = row.get(0).toUpperCase(Locale.ROOT).replace('-', '_');
            return new Mark(
                    kind.equals("NONE") ? null : ReceiptKind.valueOf(kind),
                    Place.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
    }

    private static final Words<Mark> WORDS = words();

    private final Set<ReceiptKind> marks = EnumSet.noneOf(ReceiptKind.class);
    private final Set<ReceiptKind> unpaid = EnumSet.noneOf(ReceiptKind.class);
    private final Set<ReceiptKind> unpriced = EnumSet.noneOf(ReceiptKind.class);
    private final Set<ReceiptKind> weak = EnumSet.noneOf(ReceiptKind.class);
    private boolean payment;

    private static Words<Mark> words() {
        var words = new Words<Mark>();
        Table.rows(KindMarks.class, "kinds.tsv")
                .forEach(row -> Table.entries(row.get(2)).forEach(word -> words.add(word, Mark.of(row))));
        return words;
    }

    /// Takes the next line, folded.
    void line(String line) {
        List<Words.Found<Mark>> found = WORDS.in(line);
        if (found.isEmpty()) {
            return;
        }
        boolean never = found.stream().anyMatch(word -> word.meaning().place == Place.NEVER);
        for (int i = 0; i < found.size(); i++) {
            Mark mark = found.get(i).meaning();
            if (mark.kind == null || nothing(line, found.get(i).end())) {
                continue;
            }
            if (mark.place == Place.PART) {
                marks.add(mark.kind);
            } else if (!never && wholeLine(line, found, i)) {
                set(mark.place).add(mark.kind);
            } else if (mark.place == Place.TITLE) {
                weak.add(mark.kind);
            }
        }
    }

    private Set<ReceiptKind> set(Place place) {
        return switch (place) {
            case UNPAID -> unpaid;
            case UNPRICED -> unpriced;
            default -> marks;
        };
    }

    /// Whether the line says nothing besides words of the table, up to a colon or bracket behind the `i`th.
    private static boolean wholeLine(String line, List<Words.Found<Mark>> found, int i) {
        int at = 0;
        for (int word = 0; word <= found.size(); word++) {
            int to = word < found.size() ? found.get(word).start() : line.length();
            for (; at < to; at++) {
                char c = line.charAt(at);
                if (word > i && (c == ':' || c == '(')) {
                    return true;
                }
                if (Character.isLetter(c)) {
                    return false;
                }
            }
            at = word < found.size() ? found.get(word).end() : at;
        }
        return true;
    }

    /// Whether the amount behind a word is zero: `退款 0.00`.
    private static boolean nothing(String line, int from) {
        boolean digits = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= '1' && c <= '9' || Character.isLetter(c) && c != '元') {
                return false;
            }
            digits |= c == '0';
        }
        return digits;
    }

    /// The receipt shows a payment: a word of one, or a reference.
    void payment() {
        payment = true;
    }

    /// The kind, as far as the lines tell it.
    ReceiptKind kind(boolean hasTotal) {
        if (!marks.isEmpty()) {
            return first(marks);
        }
        if (!unpriced.isEmpty() && !payment) {
            return hasTotal ? ReceiptKind.ORDER : first(unpriced);
        }
        if (!unpaid.isEmpty() && !payment) {
            return first(unpaid);
        }
        if (hasTotal || payment) {
            return ReceiptKind.SALE;
        }
        return weak.isEmpty() ? ReceiptKind.UNKNOWN : first(weak);
    }

    private static ReceiptKind first(Set<ReceiptKind> kinds) {
        return kinds.iterator().next();
    }
}
