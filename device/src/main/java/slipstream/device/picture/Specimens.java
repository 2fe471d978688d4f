package slipstream.device.picture;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The digits of all lines of a receipt: what is one digit in a price and the date looks the same in a number of the
/// same font. A number that looks like other digits than it was read as is told from them.
///
/// ```
/// 2024-05-10 20:08    specimens of 0 and 8, as they were read
/// 988123456789        its third digit read 8, but shaped like the others' 0: misread
/// ```
final class Specimens {
    private static final Pattern LONG_AT_END = Pattern.compile("[0-9]{6,}$");
    private static final int MOST_OF_A_DIGIT = 8;

    /// So many specimens must bear a digit out: short numbers are read by one model, and may be misread.
    private static final int WITNESSES = 2;

    /// Digits of one font are equally high; baselines and dithering differ by a row.
    private static final int ROWS = 1;

    private static final int SLACK = 2;
    private static final double PUNCTUATION = 0.8;

    /// By how much another digit's specimens must be nearer than those of the digit itself.
    private static final double NEARER = 2;

    private record Specimen(Blot blot, int line, int digit) {}

    private final List<Specimen> all = new ArrayList<>();

    /// Adds the digits with which `text`, what was read in line number `line`, ends, as far as its glyphs fit it.
    void add(int line, Band band, String text) {
        List<Glyphs.Glyph> run = Glyphs.number(band);
        if (run.isEmpty()) {
            return;
        }
        int top = run.stream().mapToInt(Glyphs.Glyph::top).min().orElse(0);
        int bottom = run.stream().mapToInt(Glyphs.Glyph::bottom).max().orElse(0);
        List<Glyphs.Glyph> glyphs = Glyphs.of(band);
        int at = glyphs.size() - 1;
        for (int i = text.length() - 1; i >= 0 && at >= 0; i--) {
            char c = text.charAt(i);
            Glyphs.Glyph glyph = glyphs.get(at);
            boolean digit = c >= '0'
                    && c <= '9'
                    && Math.abs(glyph.top() - top) <= SLACK
                    && Math.abs(glyph.bottom() - bottom) <= SLACK;
            boolean between = ".:-".indexOf(c) >= 0 && glyph.height() < (bottom - top) * PUNCTUATION;
            if (digit && all.stream().filter(one -> one.digit == c - '0').count() < MOST_OF_A_DIGIT) {
                all.add(new Specimen(Blot.of(band, glyph, top, bottom), line, c - '0'));
            }
            if (!digit && !between && c != ' ') {
                return;
            }
            at -= c == ' ' ? 0 : 1;
        }
    }

    /// The text of line number `line`, with stars for the number at its end where that is told from others.
    String compared(int line, Band band, String text) {
        Matcher number = LONG_AT_END.matcher(text);
        boolean denied = number.find() && deny(line, band, number.group());
        return denied
                ? text.substring(0, number.start()) + "*".repeat(number.group().length())
                : text;
    }

    /// Whether a digit of `number`, with which line number `line` ends, is told from others by its shape.
    boolean deny(int line, Band band, String number) {
        List<Glyphs.Glyph> digits = new Likeness(band).digits(number.length());
        if (digits.isEmpty()) {
            return false;
        }
        int top = digits.stream().mapToInt(Glyphs.Glyph::top).min().orElse(0);
        int bottom = digits.stream().mapToInt(Glyphs.Glyph::bottom).max().orElse(0);
        List<Specimen> others = all.stream().filter(one -> one.line != line).toList();
        List<Blot> blots =
                digits.stream().map(glyph -> Blot.of(band, glyph, top, bottom)).toList();
        double[][] apart = blots.stream()
                .map(blot -> others.stream()
                        .mapToDouble(one -> one.blot.apart(blot, ROWS))
                        .toArray())
                .toArray(double[][]::new);
        double limit = Likeness.gap(
                Arrays.stream(apart).flatMapToDouble(Arrays::stream).toArray());
        return IntStream.range(0, digits.size()).anyMatch(i -> denied(number.charAt(i) - '0', apart[i], others, limit));
    }

    private static boolean denied(int digit, double[] apart, List<Specimen> others, double limit) {
        double own = nearest(digit, 1, apart, others);
        return IntStream.range(0, 10).filter(other -> other != digit).anyMatch(other -> {
            double near = nearest(other, WITNESSES, apart, others);
            return near < limit && own > near * NEARER && own > limit;
        });
    }

    /// How far the specimen of `digit` is that is the `count`-th nearest.
    private static double nearest(int digit, int count, double[] apart, List<Specimen> others) {
        return IntStream.range(0, apart.length)
                .filter(i -> others.get(i).digit == digit)
                .mapToDouble(i -> apart[i])
                .sorted()
                .skip(count - 1)
                .findFirst()
                .orElse(1);
    }
}
