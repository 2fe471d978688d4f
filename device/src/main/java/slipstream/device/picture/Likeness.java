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

    /// The shapes of the last `count` digits of the number, equal numbers for equal shapes; none where the glyphs do
    /// not
    /// stand evenly, as digits do, or their shapes are not plain.
    int[] shapes(int count) {
        if (count > number.size()) {
            return NONE;
        }
        List<Glyphs.Glyph> digits = number.subList(number.size() - count, number.size());
        if (!even(digits)) {
            return NONE;
        }
        int[][] dots = digits.stream().map(this::blurred).toArray(int[][]::new);
        double[][] apart = new double[count][count];
        double[] all = new double[count * (count - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                apart[i][j] = apart(dots[i], dots[j]);
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
    private static double gap(double[] apart) {
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

    private int stride() {
        return line.height();
    }

    /// The glyph's dots, each the sum of its neighbourhood, weighted 1 2 1 both ways, with a margin; column by column.
    private int[] blurred(Glyphs.Glyph glyph) {
        int columns = glyph.width() + 2;
        int[] sums = new int[columns * stride()];
        for (int x = 0; x < columns; x++) {
            for (int y = 0; y < stride(); y++) {
                int sum = 0;
                for (int dx = -1; dx <= 1; dx++) {
                    for (int dy = -1; dy <= 1; dy++) {
                        sum += ink(glyph, x - 1 + dx, y + dy) * (2 - Math.abs(dx)) * (2 - Math.abs(dy));
                    }
                }
                sums[x * stride() + y] = sum;
            }
        }
        return sums;
    }

    private int ink(Glyphs.Glyph glyph, int x, int y) {
        boolean inside = x >= 0 && x < glyph.width() && y >= 0 && y < line.height();
        return inside && line.black(glyph.from() + x, y) ? 1 : 0;
    }

    /// How unlike two glyphs are where they lie on each other best: 0 for the same, 1 for nothing in common.
    private double apart(int[] one, int[] other) {
        double best = 1;
        for (int shift = -SHIFT; shift <= SHIFT; shift++) {
            long unlike = 0;
            long all = 0;
            int from = Math.min(0, shift * stride());
            int to = Math.max(one.length, other.length + shift * stride());
            for (int i = from; i < to; i++) {
                int a = i >= 0 && i < one.length ? one[i] : 0;
                int j = i - shift * stride();
                int b = j >= 0 && j < other.length ? other[j] : 0;
                unlike += (long) (a - b) * (a - b);
                all += (long) a * a + (long) b * b;
            }
            best = Math.min(best, all == 0 ? 0 : (double) unlike / all);
        }
        return best;
    }
}
