package slipstream.device.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Collects what gives away the kind of one receipt, line by line; the words are in `kinds.tsv`.
final class KindMarks {
    private static final int LEAST_PRICE = 3;

    /// Letters of a currency's code.
    private static final int CURRENCY = 3;

    /// How a word must stand in its line.
    enum Place {
        /// Anywhere.
        PART,
        /// Among words of the table, numbers and punctuation only; behind it a colon or bracket lets anything follow.
        LINE,
        /// As in LINE, on a receipt without a payment.
        UNPAID,
        /// As in LINE, on a receipt without a total and without a payment.
        UNPRICED,
        /// As in PART, on a receipt without a total and without a payment.
        WEAK,
        /// As in PART, on a receipt that names no payment by a reference.
        FIGURE,
        /// Other letters in the line are half as many as those of words of the table at most.
        TITLE,
        /// Half of a mark: a COPY word and a SHOP word, one beside the other, at the end of a line without a digit.
        COPY,
        SHOP,
        /// It marks nothing itself, and stands beside words that do.
        BESIDE,
        /// Anywhere: the line speaks about kinds, and marks none but by PART.
        NEVER;

        /// Whether a word counts in a line that says nothing else, or that is a title.
        boolean counts(boolean whole, boolean title) {
            return switch (this) {
                case PART, WEAK, FIGURE -> true;
                case COPY, SHOP -> false;
                case TITLE -> whole || title;
                default -> whole;
            };
        }
    }

    /// @param kind the kind that the word marks; null for words that mark none
    record Mark(ReceiptKind kind, Place place) {
        static Mark of(List<String> row) {
            String kind = row.get(0).toUpperCase(Locale.ROOT).replace('-', '_');
            return new Mark(
                    kind.equals("NONE") ? null : ReceiptKind.valueOf(kind),
                    Place.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
    }

    static final Words<List<Mark>> WORDS = words();

    private final Set<ReceiptKind> marks = EnumSet.noneOf(ReceiptKind.class);
    private final Set<ReceiptKind> unpaid = EnumSet.noneOf(ReceiptKind.class);
    private final Set<ReceiptKind> unpriced = EnumSet.noneOf(ReceiptKind.class);
    private final Set<ReceiptKind> figures = EnumSet.noneOf(ReceiptKind.class);
    private boolean payment;
    private boolean reference;
    private boolean things;

    private static Words<List<Mark>> words() {
        Map<String, List<Mark>> marks = new LinkedHashMap<>();
        Table.rows(KindMarks.class, "kinds.tsv")
                .forEach(row -> Table.entries(row.get(2))
                        .forEach(word -> marks.computeIfAbsent(
                                        Folded.text(word).toLowerCase(Locale.ROOT), ignored -> new ArrayList<>())
                                .add(Mark.of(row))));
        var words = new Words<List<Mark>>();
        marks.forEach(words::add);
        return words;
    }

    /// Takes the next line.
    void line(Finder finder) {
        String line = finder.line();
        things = things || finder.digits() && thing(line);
        List<Words.Found<List<Mark>>> found = finder.of(WORDS);
        if (found.isEmpty()) {
            return;
        }
        boolean never = has(found, Place.NEVER);
        Rest rest = Rest.of(line, found);
        for (int i = 0; i < found.size(); i++) {
            boolean titled = !never && rest.title();
            boolean nothing = nothing(line, found.get(i).end());
            boolean priced = priced(line, found.get(i).end());
            boolean whole = !never && rest.allows(found.get(i).end(), line);
            for (Mark mark : found.get(i).meaning()) {
                if (mark.kind != null
                        && !nothing
                        && !(priced && mark.kind == ReceiptKind.KITCHEN)
                        && mark.place.counts(whole, titled)) {
                    set(mark.place).add(mark.kind);
                }
            }
        }
        if (!never && copyOfShop(line, found)) {
            marks.add(ReceiptKind.MERCHANT_COPY);
        }
    }

    /// `财务联`, `Copia Tienda`; not `门店:联华`, nor `Store 12 copy`.
    private static boolean copyOfShop(String line, List<Words.Found<List<Mark>>> found) {
        int second = found.size() - 1;
        if (second < 1 || line.chars().anyMatch(c -> Numbers.digit((char) c))) {
            return false;
        }
        int from = found.get(second - 1).end();
        int to = found.get(second).start();
        boolean beside = from == to || from + 1 == to && " -".indexOf(line.charAt(from)) >= 0;
        return beside
                && (is(found.get(second - 1), Place.SHOP) && is(found.get(second), Place.COPY)
                        || is(found.get(second - 1), Place.COPY) && is(found.get(second), Place.SHOP))
                && line.substring(found.get(second).end()).chars().noneMatch(Character::isLetter);
    }

    private static boolean is(Words.Found<List<Mark>> word, Place place) {
        return word.meaning().stream().anyMatch(mark -> mark.place == place);
    }

    /// `2 x 牛肉面`, `牛肉面 x2`: so many of something, and no price.
    private static boolean thing(String line) {
        int last = line.length() - 1;
        while (last > 0 && line.charAt(last) == ' ') {
            last--;
        }
        int first = 0;
        while (first < last && line.charAt(first) == ' ') {
            first++;
        }
        int end = last;
        while (end > first && Numbers.digit(line.charAt(end))) {
            end--;
        }
        if (end > first && end < last && times(line.charAt(end)) && line.charAt(end - 1) == ' ') {
            return true;
        }
        int start = first;
        while (start <= last && Numbers.digit(line.charAt(start))) {
            start++;
        }
        return start > first && start + 2 <= last && line.startsWith(" x ", start) && line.indexOf('.', start) < 0;
    }

    private static boolean times(char c) {
        return c == 'x' || c == 'X' || c == '×' || c == '*';
    }

    private static boolean has(List<Words.Found<List<Mark>>> found, Place place) {
        return found.stream().anyMatch(word -> is(word, place));
    }

    private Set<ReceiptKind> set(Place place) {
        return switch (place) {
            case UNPAID -> unpaid;
            case FIGURE -> figures;
            case UNPRICED, WEAK -> unpriced;
            default -> marks;
        };
    }

    /// What a line says besides words of the table.
    ///
    /// @param letter where the first other letter is, the line's end if there is none
    /// @param stop where the last colon or bracket before it is, -1 if there is none
    /// @param others how many other letters there are
    /// @param known how many characters the words of the table have
    private record Rest(int letter, int stop, int others, int known) {
        static Rest of(String line, List<Words.Found<List<Mark>>> found) {
            int letter = line.length();
            int stop = -1;
            int others = 0;
            int known = 0;
            int at = 0;
            for (int word = 0; word <= found.size(); word++) {
                int to = word < found.size() ? found.get(word).start() : line.length();
                for (; at < to; at++) {
                    char c = line.charAt(at);
                    if (Character.isLetter(c) && !unit(line, at)) {
                        letter = Math.min(letter, at);
                        others++;
                    } else if (letter == line.length() && (c == ':' || c == '(')) {
                        stop = at;
                    }
                }
                if (word < found.size()) {
                    at = found.get(word).end();
                    known += at - to;
                }
            }
            return new Rest(letter, stop, others, known);
        }

        boolean title() {
            return others * 2 <= known;
        }

        /// Whether nothing else is said up to a colon or bracket behind the word that ends at `end`.
        boolean allows(int end, String line) {
            return letter == line.length() || end <= stop;
        }
    }

    /// Whether the amount behind a word is zero: `退款 0.00`.
    private static boolean nothing(String line, int from) {
        boolean digits = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= '1' && c <= '9' || Character.isLetter(c) && !unit(line, i)) {
                return false;
            }
            digits |= c == '0';
        }
        return digits;
    }

    /// Whether a price is all that stands behind a word: `酒水 600.00` is sold, and no bar's ticket.
    private static boolean priced(String line, int from) {
        int digits = 0;
        for (int i = from; i < line.length(); i++) {
            if (Character.isLetter(line.charAt(i)) && !unit(line, i)) {
                return false;
            }
            digits += Numbers.digit(line.charAt(i)) ? 1 : 0;
        }
        return digits >= LEAST_PRICE;
    }

    /// Whether the letter at `at` is one of a currency beside its amount: `AUD88.00`, `18,00 EUR`, `18元`. Looks no
    /// further than a currency reaches, however many capitals follow.
    private static boolean unit(String line, int at) {
        int start = at;
        while (start > 0 && at - start < CURRENCY && Character.isUpperCase(line.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < line.length() && end - at <= CURRENCY && Character.isUpperCase(line.charAt(end))) {
            end++;
        }
        char c = line.charAt(at);
        boolean currency = c == '元' || c == '円' || Character.isUpperCase(c) && end - start <= CURRENCY;
        return currency && (number(line, start - 1, -1) || number(line, end, 1));
    }

    /// Whether a digit stands at `from`, or a blank further on in the direction of `step`.
    private static boolean number(String line, int from, int step) {
        int at = from >= 0 && from < line.length() && line.charAt(from) == ' ' ? from + step : from;
        return at >= 0 && at < line.length() && Numbers.digit(line.charAt(at));
    }

    /// The receipt shows a payment by a word of one.
    void payment() {
        payment = true;
    }

    /// The receipt names a payment by a reference.
    void reference() {
        payment = true;
        reference = true;
    }

    /// The kind, as far as the lines tell it.
    ReceiptKind kind(boolean hasTotal) {
        Set<ReceiptKind> sure = sure();
        if (!sure.isEmpty()) {
            boolean ticket = !hasTotal && !payment && sure.contains(ReceiptKind.KITCHEN);
            return ticket && first(sure) == ReceiptKind.REFUND ? ReceiptKind.KITCHEN : first(sure);
        }
        boolean ordered = !payment || things;
        if (ordered && !hasTotal && !unpriced.isEmpty()) {
            return first(unpriced);
        }
        if (!payment && !unpaid.isEmpty()) {
            return first(unpaid);
        }
        if (hasTotal || payment) {
            return ReceiptKind.SALE;
        }
        return things ? ReceiptKind.KITCHEN : ReceiptKind.UNKNOWN;
    }

    private Set<ReceiptKind> sure() {
        if (reference || figures.isEmpty()) {
            return marks;
        }
        Set<ReceiptKind> sure = EnumSet.copyOf(figures);
        sure.addAll(marks);
        return sure;
    }

    private static ReceiptKind first(Set<ReceiptKind> kinds) {
        return kinds.iterator().next();
    }
}
