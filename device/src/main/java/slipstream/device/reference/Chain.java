package slipstream.device.reference;

import java.util.ArrayList;
import java.util.List;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Words;

/// Labels that speak of the same number, and where they stand.
///
/// @param runOn whether they are the end of other words, which say something else
record Chain(List<Label> labels, int start, int end, boolean runOn) {
    /// Blanks as wide part columns.
    static final int COLUMN_GAP = 2;

    /// As many say the same of one number.
    private static final int MOST_LABELS = 4;

    /// The chains of the labels found in a line.
    static List<Chain> of(String text, List<Words.Found<Label>> found) {
        List<Chain> chains = new ArrayList<>(found.size());
        for (Words.Found<Label> label : found) {
            Chain last = chains.isEmpty() ? null : chains.getLast();
            if (last != null && label.start() < last.end) {
                continue;
            }
            if (last != null
                    && last.labels.size() < MOST_LABELS
                    && (linked(text, last.end, label.start()) || goesOn(text, last, label))) {
                List<Label> labels = new ArrayList<>(last.labels);
                labels.add(label.meaning());
                chains.set(chains.size() - 1, new Chain(List.copyOf(labels), last.start, label.end(), last.runOn));
            } else {
                boolean refers = label.meaning().role().equals(Label.REFERENCE);
                int end = refers ? Stems.endOfCard(text, label.start(), label.end()) : label.end();
                chains.add(new Chain(List.of(label.meaning()), label.start(), end, runsOn(text, label.start(), label)));
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
    static boolean runsOn(String text, int start, Words.Found<Label> label) {
        if (start == 0) {
            return false;
        }
        char previous = text.charAt(start - 1);
        if (Character.isLetterOrDigit(previous)) {
            return true;
        }
        if (!label.meaning().role().equals(Label.REFERENCE) || " -".indexOf(previous) < 0 || start < 2) {
            return false;
        }
        char word = text.charAt(start - 2);
        return Character.isLetter(word) && !Folded.ideograph(word) && !Filling.numberWord(text, start - 1);
    }
}
