package slipstream.device.reference;

import java.util.List;
import slipstream.device.reference.text.Words;

/// Labels that are not plain to see: that no table has, that begin in the line above, or that were misread.
final class FarLabels {
    private static final int LONGEST_LABEL = 32;

    /// A shorter one may be of a label.
    private static final int SHORTEST_NUMBER = 6;

    private FarLabels() {}

    /// A label that no table has, made of the words before `number` in its column, or of the line above where nothing
    /// stands before it; null when they say nothing of payments.
    static Chain unknown(Reading reading, Number number, Reading above) {
        String text = reading.printed().text();
        int from = 0;
        for (Number other : reading.numbers()) {
            from = other.end() <= number.start() ? other.end() : from;
        }
        int to = number.start();
        while (to > from && Filling.punctuation(text.charAt(to - 1))) {
            to--;
        }
        Chain known = reading.chainFrom(from);
        if (known != null && known.end() <= to && known.labels().stream().anyMatch(Label::never)) {
            return known;
        }
        String words = text.substring(Math.max(from, to - LONGEST_LABEL), to);
        words = words.substring(words.lastIndexOf("  ") + 1).strip();
        Label label = words.isEmpty() ? null : Stems.label(words);
        if (label == null && from == 0 && above != null && above.speaks() && !Stems.whole(words)) {
            String whole = above.printed().text().strip();
            label = whole.length() <= LONGEST_LABEL ? Stems.label(whole + words) : null;
        }
        return label == null ? null : new Chain(List.of(label), from, to, false);
    }

    /// The label that begins in the line above and ends before `number`, null for none.
    static Chain across(Reading reading, Number number, Reading above, Rules rules) {
        if (above == null || number.start() > LONGEST_LABEL || !above.numbers().isEmpty()) {
            return null;
        }
        String head = above.printed().text().stripTrailing();
        head = head.substring(Math.max(0, head.length() - LONGEST_LABEL));
        String text =
                head + reading.printed().text().substring(0, number.start()).stripLeading();
        for (Words.Found<Label> label : rules.labels().in(text)) {
            if (label.start() < head.length()
                    && label.end() > head.length()
                    && Filling.fills(text, label.end(), text.length())
                    && !Chain.runsOn(text, label.start(), label)) {
                return new Chain(List.of(label.meaning()), 0, number.start(), false);
            }
        }
        return null;
    }

    /// A label that a reader of pictures misread, before `number` in its line, or all that the line above says where
    /// nothing stands before the number; null for none.
    static Chain damaged(Reading reading, Number number, Reading above, Rules rules) {
        if (reading.printed().origin() != Origin.PICTURE) {
            return null;
        }
        String words = reading.printed().text().substring(0, number.start());
        if (words.isBlank()) {
            boolean speaks = above != null
                    && above.numbers().stream().allMatch(other -> other.value().length() < SHORTEST_NUMBER);
            words = speaks ? above.printed().text() : "";
        }
        Label label =
                words.strip().length() > LONGEST_LABEL ? null : rules.damaged().label(words);
        return label == null ? null : new Chain(List.of(label), 0, number.start(), false);
    }
}
