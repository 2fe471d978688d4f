package slipstream.escpos.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what somebody may have meant to type.
public final class Nearest {
    private static final int MOST_EDITS = 3;

    private Nearest() {}

    /// The one of `known` that takes the fewest edits to make of `typed`, if they are few.
    public static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(word -> edits(typed, word)))
                .filter(word -> edits(typed, word) <= Math.min(MOST_EDITS, word.length() / 2));
    }

    /// Characters to insert, delete or replace (Levenshtein).
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
