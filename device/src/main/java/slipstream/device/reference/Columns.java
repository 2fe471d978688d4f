package slipstream.device.reference;

import java.util.List;
import slipstream.device.reference.text.Folded;

/// Which label in the line above speaks of a number, by the columns that both stand in.
final class Columns {
    /// Numbers and labels are in the same column when their middles or edges are so near.
    private static final int NEAR = 8;

    /// More labels without values in one line are no columns.
    private static final int MOST_COLUMNS = 8;

    private Columns() {}

    /// The labels of the line above that speak of `number`, null for none.
    static Chain above(Reading reading, Number number, Reading above) {
        if (above == null || above.open().isEmpty() || !reading.firstInColumn(number)) {
            return null;
        }
        if (above.open().size() == 1 && reading.first(number)) {
            return above.open().getFirst();
        }
        List<Number> numbers = reading.numbers();
        if (above.open().size() > MOST_COLUMNS) {
            return null;
        }
        if (above.open().size() == numbers.size() && numbers.size() > 1) {
            return above.open().get(numbers.indexOf(number));
        }
        Chain nearest = null;
        int distance = NEAR + 1;
        for (Chain chain : above.open()) {
            int apart = apart(above, chain, reading, number);
            if (apart < distance) {
                nearest = chain;
                distance = apart;
            }
        }
        return nearest;
    }

    private static int apart(Reading above, Chain chain, Reading reading, Number number) {
        int start = column(above, chain.start());
        int end = column(above, chain.end());
        int numberStart = column(reading, number.start());
        int numberEnd = column(reading, number.end());
        int edges = Math.min(Math.abs(start - numberStart), Math.abs(end - numberEnd));
        return Math.min(edges, Math.abs(start + end - numberStart - numberEnd) / 2);
    }

    private static int column(Reading reading, int index) {
        return Folded.columns(reading.printed().text(), index);
    }
}
