package slipstream.device.reference;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/// One row of `references.tsv`: what a label says of the number behind it.
///
/// @param scheme who moved the money; `-` where the number itself tells
/// @param kind which of the scheme's numbers
/// @param shape what the number must look like
/// @param before the labels and what may follow them, up to the end of the text before the number
record ReferenceRule(String scheme, String kind, Shape shape, Pattern before) {
    /// What the number must look like.
    enum Shape {
        WECHAT,
        ALIPAY,
        PLATFORM,
        ORDER,
        RRN,
        NONE
    }

    private static final List<ReferenceRule> ALL =
            Table.rows("references.tsv").stream().map(ReferenceRule::of).toList();

    private static final Triggers TRIGGERS = Triggers.ofLabels(Table.rows("references.tsv").stream()
            .flatMap(row -> Label.split(row.get(3)))
            .toList());

    /// A label's rule, and whether another word runs into the label.
    record Labelled(ReferenceRule rule, boolean runOn) {}

    private static ReferenceRule of(List<String> row) {
        String labels = Label.anyOf(row.get(3));
        return new ReferenceRule(
                row.get(0),
                row.get(1),
                Shape.valueOf(row.get(2).toUpperCase(java.util.Locale.ROOT)),
                Pattern.compile("(?i)" + labels + Label.TO_VALUE + "$"));
    }

    /// The rule of the label with which `before` ends.
    static Optional<Labelled> atEndOf(String before) {
        if (!TRIGGERS.in(before)) {
            return Optional.empty();
        }
        ReferenceRule first = null;
        int start = before.length();
        for (ReferenceRule rule : ALL) {
            Matcher label = rule.before.matcher(before);
            if (label.find() && label.start() < start) {
                first = rule;
                start = label.start();
            }
        }
        return first == null ? Optional.empty() : Optional.of(new Labelled(first, runsOn(before, start, first)));
    }

    /// `订单参考号` is not `参考号`, `Order Ref` is not `Ref`.
    private static boolean runsOn(String before, int start, ReferenceRule rule) {
        if (start == 0) {
            return false;
        }
        char previous = before.charAt(start - 1);
        if (Character.isLetterOrDigit(previous)) {
            return true;
        }
        return rule.shape == Shape.RRN
                && previous == ' '
                && start > 1
                && Character.isLetter(before.charAt(start - 2))
                && !Folded.ideograph(before.charAt(start - 2));
    }
}
