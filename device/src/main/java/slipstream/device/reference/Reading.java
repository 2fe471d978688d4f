package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Words;

/// A line with the labels and numbers in it, and which label speaks of which number.
///
/// ```
/// 参考号 REF NO: 123456789012       both labels speak of the number: one chain
/// 交易单号    商户单号               open chains: their values are below
/// ```
final class Reading {
    /// What may stand between a label and its number besides punctuation.
    private static final Words<Boolean> SUFFIXES = new Words<Boolean>()
            .add("No", true)
            .add("Nr", true)
            .add("N°", true)
            .add("Num", true)
            .add("Number", true)
            .add("Nummer", true)
            .add("Numéro", true)
            .add("Número", true)
            .add("ID", true)
            .add("Code", true)
            .add("号", true)
            .add("号码", true)
            .add("番号", true)
            .add("번호", true)
            .add("#", true)
            .add("Nbr", true)
            .add("码", true)
            .add("碼", true)
            .add("de", true)
            .add("da", true)
            .add("do", true);

    private static final String PUNCTUATION = " :;=.#>|])-*'\"";
    private static final int LONGEST_TRANSLATION = 24;
    private static final int COLUMN_GAP = 2;
    private static final int LONGEST_LABEL = 32;

    /// Numbers and labels are in the same column when their middles or edges are so near.
    private static final int NEAR = 8;

    /// More labels without values in one line are no columns.
    private static final int MOST_COLUMNS = 8;

    /// As many say the same of one number.
    private static final int MOST_LABELS = 4;

    /// Labels that speak of the same number, and where they stand.
    record Chain(List<Label> labels, int start, int end, boolean runOn) {}

    private final Printed printed;
    private final List<Chain> chains;
    private final List<Number> numbers;
    private final List<Chain> open;

    Reading(Printed printed, Rules rules) {
        this.printed = printed;
        String text = printed.text();
        List<Words.Found<Label>> found = rules.labels().in(text);
        chains = chains(text, found);
        numbers = Numbers.of(text, new Ends(found));
        open = chains.isEmpty() ? List.of() : openChains();
    }

    /// Tells for places of the line, asked in their order, where a label that begins there ends.
    private static final class Ends implements IntUnaryOperator {
        private final List<Words.Found<Label>> found;
        private int next;

        Ends(List<Words.Found<Label>> found) {
            this.found = found;
        }

        @Override
        public int applyAsInt(int at) {
            while (next < found.size() && found.get(next).start() < at) {
                next++;
            }
            return next < found.size() && found.get(next).start() == at
                    ? found.get(next).end()
                    : at;
        }
    }

    Printed printed() {
        return printed;
    }

    List<Number> numbers() {
        return numbers;
    }

    /// The only number of a line that shows nothing else; null when there is another thing or none.
    Number lone() {
        if (numbers.size() != 1 || !chains.isEmpty() || numbers.getFirst().part()) {
            return null;
        }
        Number number = numbers.getFirst();
        return blank(0, number.start()) && blank(number.end(), printed.text().length()) ? number : null;
    }

    /// Whether the line ends with `number`, or with it and a dash.
    boolean endsWith(Number number) {
        return blank(number.end(), printed.text().length());
    }

    private boolean blank(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = printed.text().charAt(i);
            if (c != ' ' && c != '-') {
                return false;
            }
        }
        return true;
    }

    /// Whether nothing stands before `number` in its line; in a symbol, which holds no words for people, nothing of
    /// the same part of an address.
    boolean first(Number number) {
        int before = number.start() - 1;
        if (printed.origin() == Origin.SYMBOL && before >= 0 && "=/".indexOf(text(before)) >= 0) {
            return true;
        }
        return blanksBefore(number) == number.start();
    }

    /// Whether nothing stands before `number` in its column.
    private boolean firstInColumn(Number number) {
        int blanks = blanksBefore(number);
        return blanks == number.start() || blanks >= COLUMN_GAP;
    }

    private int blanksBefore(Number number) {
        int blanks = 0;
        while (blanks < number.start() && text(number.start() - 1 - blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }

    private char text(int at) {
        return printed.text().charAt(at);
    }

    /// The labels that stand before `number`, null for none.
    Chain before(Number number) {
        int behind = firstFrom(number.start());
        Chain nearest = behind == 0 ? null : chains.get(behind - 1);
        return nearest != null && fills(printed.text(), nearest.end, number.start()) ? nearest : null;
    }

    /// A label that no table has, made of the words before `number` in its column, or of the line above where nothing
    /// stands before it; null when they say nothing of payments.
    Chain unknown(Number number, Reading above) {
        String text = printed.text();
        int from = 0;
        for (Number other : numbers) {
            from = other.end() <= number.start() ? other.end() : from;
        }
        int to = number.start();
        while (to > from && PUNCTUATION.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        Chain known = firstFrom(from) < chains.size() ? chains.get(firstFrom(from)) : null;
        if (known != null && known.end <= to && known.labels.stream().anyMatch(Label::never)) {
            return known;
        }
        String words = text.substring(Math.max(from, to - LONGEST_LABEL), to);
        words = words.substring(words.lastIndexOf("  ") + 1).strip();
        Label label = words.isEmpty() ? null : Stems.label(words);
        if (label == null && from == 0 && above != null && above.speaks() && !Stems.whole(words)) {
            String whole = above.printed.text().strip();
            label = whole.length() <= LONGEST_LABEL ? Stems.label(whole + words) : null;
        }
        return label == null ? null : new Chain(List.of(label), from, to, false);
    }

    /// Whether it holds words only, and no label that is known.
    private boolean speaks() {
        return numbers.isEmpty() && chains.stream().allMatch(Chain::runOn);
    }

    /// The label that begins in the line above and ends before `number`, null for none.
    Chain across(Number number, Reading above, Rules rules) {
        if (above == null || number.start() > LONGEST_LABEL || !above.numbers.isEmpty()) {
            return null;
        }
        String head = above.printed.text().stripTrailing();
        head = head.substring(Math.max(0, head.length() - LONGEST_LABEL));
        String text = head + printed.text().substring(0, number.start()).stripLeading();
        for (Words.Found<Label> label : rules.labels().in(text)) {
            if (label.start() < head.length()
                    && label.end() > head.length()
                    && fills(text, label.end(), text.length())
                    && !runsOn(text, label.start(), label)) {
                return new Chain(List.of(label.meaning()), 0, number.start(), false);
            }
        }
        return null;
    }

    /// The labels that stand behind `number` and have no number of their own, null for none.
    Chain behind(Number number) {
        int behind = firstFrom(number.end());
        if (behind == chains.size()) {
            return null;
        }
        Chain chain = chains.get(behind);
        for (int i = number.end(); i < chain.start; i++) {
            if (" (<-=".indexOf(text(i)) < 0) {
                return null;
            }
        }
        return !chain.runOn && open.contains(chain) ? chain : null;
    }

    /// The first chain that begins at `at` or later, by halving.
    private int firstFrom(int at) {
        int low = 0;
        int high = chains.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chains.get(middle).start < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The labels of the line above that speak of `number`, null for none.
    Chain above(Number number, Reading above) {
        if (above == null || above.open.isEmpty() || !firstInColumn(number)) {
            return null;
        }
        if (above.open.size() == 1 && first(number)) {
            return above.open.getFirst();
        }
        if (above.open.size() > MOST_COLUMNS) {
            return null;
        }
        if (above.open.size() == numbers.size() && numbers.size() > 1) {
            return above.open.get(numbers.indexOf(number));
        }
        Chain nearest = null;
        int distance = NEAR + 1;
        for (Chain chain : above.open) {
            int apart = apart(above.column(chain.start), above.column(chain.end), number);
            if (apart < distance) {
                nearest = chain;
                distance = apart;
            }
        }
        return nearest;
    }

    private int apart(int start, int end, Number number) {
        int numberStart = column(number.start());
        int numberEnd = column(number.end());
        int edges = Math.min(Math.abs(start - numberStart), Math.abs(end - numberEnd));
        return Math.min(edges, Math.abs(start + end - numberStart - numberEnd) / 2);
    }

    private int column(int index) {
        return Folded.columns(printed.text(), index);
    }

    /// The label that is all the line shows and waits for a value below; null for none, or one that says who was paid
    /// by and so needs none.
    Chain only() {
        Chain label = numbers.isEmpty() && chains.size() == 1 && open.size() == 1 ? open.getFirst() : null;
        if (label == null || label.runOn || !blank(0, label.start)) {
            return null;
        }
        Words.Found<String> tender = PaymentWords.WORDS.at(printed.text(), label.start);
        return tender == null || tender.end() < label.end ? label : null;
    }

    /// Whether the line may be the value of a label above it, and nothing else.
    boolean value() {
        return chains.isEmpty()
                && !numbers.isEmpty()
                && (lone() != null || numbers.stream().allMatch(Number::part));
    }

    /// Labels without anything behind them in their column: their values stand elsewhere.
    List<Chain> open() {
        return open;
    }

    private List<Chain> openChains() {
        List<Chain> found = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < chains.size(); i++) {
            Chain chain = chains.get(i);
            int end = i + 1 < chains.size()
                    ? chains.get(i + 1).start
                    : printed.text().length();
            while (number < numbers.size() && numbers.get(number).start() < chain.end) {
                number++;
            }
            boolean own = number < numbers.size()
                    && numbers.get(number).start() < end
                    && fills(printed.text(), chain.end, numbers.get(number).start());
            if (!own && fills(printed.text(), chain.end, endOfColumn(chain.end))) {
                found.add(chain);
            }
        }
        return found;
    }

    private int endOfColumn(int from) {
        int gap = printed.text().indexOf("  ", from);
        return gap < 0 ? printed.text().length() : gap;
    }

    private static List<Chain> chains(String text, List<Words.Found<Label>> found) {
        List<Chain> chains = new ArrayList<>(found.size());
        for (Words.Found<Label> label : found) {
            Chain last = chains.isEmpty() ? null : chains.getLast();
            if (last != null
                    && last.labels.size() < MOST_LABELS
                    && (linked(text, last.end, label.start()) || goesOn(text, last, label))) {
                List<Label> labels = new ArrayList<>(last.labels);
                labels.add(label.meaning());
                chains.set(chains.size() - 1, new Chain(List.copyOf(labels), last.start, label.end(), last.runOn));
            } else {
                chains.add(new Chain(
                        List.of(label.meaning()), label.start(), label.end(), runsOn(text, label.start(), label)));
            }
        }
        return chains;
    }

    /// `Nº transacción Alipay`; `Card` says something else than the `Transaction ID` behind it.
    private static boolean goesOn(String text, Chain chain, Words.Found<Label> label) {
        return label.start() - chain.end <= COLUMN_GAP
                && text.substring(chain.end, label.start()).chars().allMatch(c -> c == ' ' || c == '.')
                && !text.startsWith("  ", chain.end)
                && !label.meaning().never()
                && chain.labels.stream().noneMatch(Label::never);
    }

    /// Whether the label that begins at `start` says again, in brackets or in another script, what the one that
    /// ended at `end` says.
    private static boolean linked(String text, int end, int start) {
        if (start - end > COLUMN_GAP || end == 0) {
            return false;
        }
        boolean scripts = Folded.ideograph(text.charAt(end - 1)) != Folded.ideograph(text.charAt(start));
        boolean bracket = false;
        for (int i = end; i < start; i++) {
            char c = text.charAt(i);
            bracket |= "([/|".indexOf(c) >= 0;
            if ("([/| ".indexOf(c) < 0) {
                return false;
            }
        }
        return bracket || scripts && start - end <= 1;
    }

    /// `订单参考号` is not `参考号`, `Order Ref` is not `Ref`.
    private static boolean runsOn(String text, int start, Words.Found<Label> label) {
        if (start == 0) {
            return false;
        }
        char previous = text.charAt(start - 1);
        if (Character.isLetterOrDigit(previous)) {
            return true;
        }
        if (!label.meaning().role().equals(Label.REFERENCE) || previous != ' ' || start < 2) {
            return false;
        }
        char word = text.charAt(start - 2);
        return Character.isLetter(word) && !Folded.ideograph(word) && !numberWord(text, start - 1);
    }

    /// Whether the word that ends at `end` only says that a number follows: `No Ref`, `N° de référence`.
    private static boolean numberWord(String text, int end) {
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        Words.Found<Boolean> word = SUFFIXES.at(text, start);
        return word != null && word.end() == end;
    }

    /// Whether nothing but what may follow a label stands from `from` to `to`: `No.`, a translation in brackets,
    /// colons, blanks.
    private static boolean fills(String text, int from, int to) {
        int at = blanks(text, from, to);
        if (at < to) {
            Words.Found<Boolean> suffix = SUFFIXES.at(text, at);
            at = suffix != null && suffix.end() <= to ? suffix.end() : at;
        }
        at = blanks(text, at, to);
        if (at < to && "([/|".indexOf(text.charAt(at)) >= 0) {
            int end = at + 1;
            while (end < to && end - at <= LONGEST_TRANSLATION && translation(text.charAt(end))) {
                end++;
            }
            at = end;
        }
        while (at < to && PUNCTUATION.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at >= to;
    }

    private static boolean translation(char c) {
        return "()[]".indexOf(c) < 0 && !Numbers.digit(c);
    }

    private static int blanks(String text, int from, int to) {
        int at = from;
        while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '.' || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }
}
