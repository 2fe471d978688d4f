package slipstream.device.reference;

import java.util.List;
import slipstream.device.reference.text.Folded;
import slipstream.escpos.receipt.Element;

/// A line of characters as a receipt shows it.
///
/// @param text folded
/// @param line which line of the receipt, from 1
/// @param origin where it was read
record Printed(String text, int line, Origin origin) {
    private static final int DOTS = 12;
    private static final int WIDEST_MOVE = 64;

    static Printed of(Element.Line line, Origin origin) {
        return new Printed(Folded.text(text(line)), line.number(), origin);
    }

    /// The line's characters, unfolded; blanks fill what a move of the print position leaves empty.
    static String text(Element.Line line) {
        List<Element.Run> runs = line.runs();
        if (runs.size() == 1) {
            return runs.getFirst().text();
        }
        var text = new StringBuilder();
        for (Element.Run run : runs) {
            if (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
                int gap = run.x() / DOTS - Folded.columns(text.toString(), text.length());
                text.repeat(' ', Math.clamp(gap, 0, WIDEST_MOVE));
            }
            text.append(run.text());
        }
        return text.toString();
    }

    /// How many columns it is wide.
    int columns() {
        return Folded.columns(text, text.length());
    }
}
