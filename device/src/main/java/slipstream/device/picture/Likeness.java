package slipstream.device.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which digits of a printed number look alike, whatever anybody reads: in one line, a digit looks the same wherever it
/// stands, and no other looks so.
///
/// ```
/// 4 2 0 0 0 0 1 …      the same shapes:  a b c c c c d …
/// ```
final class Likeness {
    /// Between the shapes of a digit that dithering makes unlike, and digits that differ by a stroke. Of the ink of
    /// both,
    /// so much is not common.
    private static final double ALIKE = 0.02;

    private static final double UNLIKE = 0.14;
    private static final int SHIFT = 2;

    /// A narrow digit need not stand in the middle of its place.
    private static final double UNEVEN = 0.4;

    private static final int[] NONE = {};

    private final Band line;
    private final List<Glyphs.Glyph> number;

    /// The number of `line` that has the most glyphs.
    Likeness(Band line) {
        this.line = line;
        number = whole(Glyphs.number(line));
    }

    /// Thin strokes break: pieces that are no wider together than a glyph are one.
    private static List<Glyphs.Glyph> whole(List<Glyphs.Glyph> pieces) {
        int widest = pieces.stream().mapToInt(Glyphs.Glyph::width).max().orElse(0);
        List<Glyphs.Glyph> glyphs = new ArrayList<>();
        for (Glyphs.Glyph piece : pieces) {
            Glyphs.Glyph last = glyphs.isEmpty() ? null : glyphs.getLast();
            if (last != null && piece.from() - last.to() <= SHIFT && piece.to() - last.from() <= widest) {
                glyphs.set(glyphs.size() - 1, last.with(piece));
            } else {
                glyphs.add(piece);
            }
        }
        return glyphs;
    }

    /// The last `count` glyphs of the number, where they stand evenly, as digits do; else none.
    List<Glyphs.Glyph> digits(int count) {
        List<Glyphs.Glyph> digits =
                count > number.size() ? List.of() : number.subList(number.size() - count, number.size());
        return digits.isEmpty() || even(digits) ? digits : List.of();
    }

    /// The shapes of the last `count` digits of the number, equal numbers for equal shapes; none where the glyphs do
    /// not
    /// stand evenly, as digits do, or their shapes are not plain.
    int[] shapes(int count) {
        List<Glyphs.Glyph> digits = digits(count);
        if (digits.isEmpty()) {
            return NONE;
        }
        List<Blot> dots = digits.stream()
                .map(digit -> Blot.of(line, digit, 0, line.height()))
                .toList();
        double[][] apart = new double[count][count];
        double[] all = new double[count * (count - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                apart[i][j] = dots.get(i).apart(dots.get(j), 0);
                apart[j][i] = apart[i][j];
                all[pairs++] = apart[i][j];
            }
        }
        double limit = gap(all);
        int[] shapes = new int[count];
        for (int i = 0; i < count; i++) {
            shapes[i] = i;
            for (int j = i - 1; j >= 0; j--) {
                shapes[i] = apart[i][j] < limit ? shapes[j] : shapes[i];
            }
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                if (shapes[i] == shapes[j] != apart[i][j] < limit) {
                    return NONE;
                }
            }
        }
        return shapes;
    }

    private static boolean even(List<Glyphs.Glyph> digits) {
        int[] steps = new int[digits.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            Glyphs.Glyph one = digits.get(i);
            Glyphs.Glyph next = digits.get(i + 1);
            steps[i] = (next.from() + next.to() - one.from() - one.to()) / 2;
        }
        int[] sorted = Arrays.stream(steps).sorted().toArray();
        int step = sorted[steps.length / 2];
        return Arrays.stream(steps).allMatch(each -> Math.abs(each - step) <= step * UNEVEN);
    }

    /// The middle of the widest gap between what may be alike and what may not.
    static double gap(double[] apart) {
        double[] sorted = Arrays.stream(apart)
                .filter(d -> d > ALIKE && d < UNLIKE)
                .sorted()
                .toArray();
        double from = ALIKE;
        double best = UNLIKE;
        double widest = 0;
        for (int i = 0; i <= sorted.length; i++) {
            double to = i < sorted.length ? sorted[i] : UNLIKE;
            if (to - from > widest) {
                widest = to - from;
                best = (from + to) / 2;
            }
            from = to;
        }
        return best;
    }
}
