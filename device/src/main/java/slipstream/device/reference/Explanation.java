package slipstream.device.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import slipstream.device.reference.text.Ascii;
import slipstream.device.reference.text.Folded;

/// Why the numbers of one receipt were or were not taken: for each with six digits in a row or more, a sentence.
///
/// It listens to the same decisions that make the references; a scan without one makes no sentence.
public final class Explanation {
    private static final int FEWEST_DIGITS = 6;

    /// What became of one number.
    ///
    /// @param origin where it was read
    /// @param line which line of the receipt, or of its pictures, it stands in, from 1; 0 in a symbol
    /// @param column where in the line it begins, from 1, in half-width characters
    /// @param number the number if it was taken, else a mask of it
    /// @param taken whether it is a payment reference
    /// @param because one sentence
    public record Verdict(Origin origin, int line, int column, String number, boolean taken, String because) {}

    private record Place(Origin origin, int line, String text, int column) {}

    private final Map<Place, Verdict> verdicts = new TreeMap<>(Comparator.comparing(Place::origin)
            .thenComparingInt(Place::line)
            .thenComparing(Place::text)
            .thenComparingInt(Place::column));

    /// Nothing decided yet.
    public Explanation() {}

    /// What became of the numbers, in the order of their places.
    public List<Verdict> verdicts() {
        return List.copyOf(verdicts.values());
    }

    Witness witness() {
        return this::decided;
    }

    private void decided(Printed printed, Number number, Decision decision) {
        if (digitsInRow(number) < FEWEST_DIGITS) {
            return;
        }
        int column = Folded.columns(printed.text(), number.start()) + 1;
        String shown = decision.isTaken() ? number.value() : Mask.of(number.value());
        verdicts.put(
                new Place(printed.origin(), printed.line(), printed.text(), column),
                new Verdict(
                        printed.origin(),
                        printed.line(),
                        column,
                        shown,
                        decision.isTaken(),
                        Sentences.of(decision, number)));
    }

    /// The longest run of digits; the blanks and dashes between groups of a number do not end it.
    private static int digitsInRow(Number number) {
        if (number.digits() != null && !number.part()) {
            return number.digits().length();
        }
        int longest = 0;
        int row = 0;
        for (int i = 0; i < number.value().length(); i++) {
            row = Ascii.digit(number.value().charAt(i)) ? row + 1 : 0;
            longest = Math.max(longest, row);
        }
        return longest;
    }
}
