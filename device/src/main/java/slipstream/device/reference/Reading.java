package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import slipstream.device.reference.text.Words;

/// A line with the labels and numbers in it, and which label speaks of which number.
///
/// ```
/// 参考号 REF NO: 123456789012       both labels speak of the number: one chain
/// 交易单号    商户单号               open chains: their values are below
/// ```
final class Reading {
    private final Printed printed;
    private final List<Chain> chains;
    private final List<Number> numbers;
    private final List<Chain> open;

    Reading(Printed printed, Rules rules) {
        this.printed = printed;
        String text = printed.text();
        List<Words.Found<Label>> found = rules.labels().in(text);
        chains = Chain.of(text, found);
        numbers = Numbers.of(text, new LabelEnds(found));
        open = chains.isEmpty() ? List.of() : openChains();
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
    boolean firstInColumn(Number number) {
        int blanks = blanksBefore(number);
        return blanks == number.start() || blanks >= Chain.COLUMN_GAP;
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
        return nearest != null && Filling.fills(printed.text(), nearest.end(), number.start()) ? nearest : null;
    }

    /// Whether it holds words only, and no label that is known.
    boolean speaks() {
        return numbers.isEmpty() && chains.stream().allMatch(Chain::runOn);
    }

    /// The labels that stand behind `number` and have no number of their own, null for none.
    Chain behind(Number number) {
        int behind = firstFrom(number.end());
        if (behind == chains.size()) {
            return null;
        }
        Chain chain = chains.get(behind);
        for (int i = number.end(); i < chain.start(); i++) {
            if (" (<-=".indexOf(text(i)) < 0) {
                return null;
            }
        }
        return !chain.runOn() && open.contains(chain) ? chain : null;
    }

    /// The first chain that begins at `at` or later, null for none.
    Chain chainFrom(int at) {
        int first = firstFrom(at);
        return first < chains.size() ? chains.get(first) : null;
    }

    /// How many chains begin before `at`, by halving.
    private int firstFrom(int at) {
        int low = 0;
        int high = chains.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chains.get(middle).start() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The label that is all the line shows and waits for a value below; null for none, or one that says who was paid
    /// by and so needs none.
    Chain only() {
        Chain label = numbers.isEmpty() && chains.size() == 1 && open.size() == 1 ? open.getFirst() : null;
        if (label == null || label.runOn() || !blank(0, label.start())) {
            return null;
        }
        Words.Found<String> tender = PaymentWords.WORDS.at(printed.text(), label.start());
        return tender == null || tender.end() < label.end() ? label : null;
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
                    ? chains.get(i + 1).start()
                    : printed.text().length();
            while (number < numbers.size() && numbers.get(number).start() < chain.end()) {
                number++;
            }
            boolean own = number < numbers.size()
                    && numbers.get(number).start() < end
                    && Filling.fills(
                            printed.text(), chain.end(), numbers.get(number).start());
            if (!own && Filling.fills(printed.text(), chain.end(), endOfColumn(chain.end()))) {
                found.add(chain);
            }
        }
        return found;
    }

    private int endOfColumn(int from) {
        int gap = printed.text().indexOf("  ", from);
        return gap < 0 ? printed.text().length() : gap;
    }
}
