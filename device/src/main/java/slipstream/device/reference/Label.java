package slipstream.device.reference;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Labels of the tables as patterns.
final class Label {
    /// What may stand between a label and its value: `No.`, `#`, a translation in brackets, colons, blanks.
    static final String TO_VALUE = "(?:\\s*(?:No\\b|Nr\\b|Num\\b|Number\\b|ID\\b|Code\\b|号码?|#)\\.?)?"
            + "(?:\\s*[(\\[/|][^()\\[\\]0-9]{0,24}[)\\]]?)?[\\s:;=.#>|\\])-]*";

    private Label() {}

    /// An expression for any of `cell`'s labels, the longest that fits.
    static String anyOf(String cell) {
        return split(cell)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Label::expression)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /// The labels that a cell of a table lists.
    static Stream<String> split(String cell) {
        return Arrays.stream(cell.split("\\|"));
    }

    /// Blanks may stand between ideographs, and where the label has one; other scripts end where words end.
    private static String expression(String label) {
        var expression = new StringBuilder();
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            boolean ideograph = Folded.ideograph(c);
            if (i > 0 && ideograph && Folded.ideograph(label.charAt(i - 1))) {
                expression.append("\\s*");
            }
            expression.append(c == ' ' ? "[\\s._-]*" : Pattern.quote(String.valueOf(c)));
        }
        String before = Folded.ideograph(label.charAt(0)) ? "" : "\\b";
        String after = Folded.ideograph(label.charAt(label.length() - 1)) ? "" : "(?:\\b|_)";
        return before + expression + after;
    }
}
