package slipstream.device.picture;

import java.util.ArrayList;
import java.util.List;

/// What white columns part a line into, and whether it looks like a number: digits of one font are equally high.
final class Glyphs {
    /// Digits are higher than wide; the widest touch their neighbours in small print.
    private static final double WIDEST = 0.95;

    private static final double LOWEST = 0.4;
    private static final int SLACK = 2;

    /// What stands between two white columns.
    record Glyph(int from, int to, int top, int bottom) {
        /// Both as one.
        Glyph with(Glyph other) {
            return new Glyph(from, other.to, Math.min(top, other.top), Math.max(bottom, other.bottom));
        }

        int width() {
            return to - from;
        }

        int height() {
            return bottom - top;
        }
    }

    private Glyphs() {}

    /// How many neighbouring glyphs of `line` may be digits of one number, at the most.
    static int longestNumber(Band line) {
        return number(line).size();
    }

    /// The most neighbouring glyphs of `line` that may be digits of one number.
    static List<Glyph> number(Band line) {
        List<Glyph> glyphs = of(line);
        int longest = 0;
        int end = 0;
        int run = 0;
        Glyph before = null;
        for (int i = 0; i < glyphs.size(); i++) {
            Glyph glyph = glyphs.get(i);
            boolean digit = glyph.width() <= glyph.height() * WIDEST && glyph.height() >= line.height() * LOWEST;
            boolean goesOn = before != null
                    && Math.abs(glyph.top - before.top) <= SLACK
                    && Math.abs(glyph.bottom - before.bottom) <= SLACK
                    && glyph.from - before.to <= glyph.height();
            run = digit ? goesOn ? run + 1 : 1 : 0;
            before = digit ? glyph : null;
            if (run > longest) {
                longest = run;
                end = i + 1;
            }
        }
        return glyphs.subList(end - longest, end);
    }

    /// What white columns part `line` into, from left to right.
    static List<Glyph> of(Band line) {
        int[] columns = line.columns();
        List<Glyph> glyphs = new ArrayList<>();
        int from = -1;
        for (int x = 0; x <= columns.length; x++) {
            boolean ink = x < columns.length && columns[x] > 0;
            if (ink && from < 0) {
                from = x;
            } else if (!ink && from >= 0) {
                glyphs.add(glyph(line, from, x));
                from = -1;
            }
        }
        return glyphs;
    }

    private static Glyph glyph(Band line, int from, int to) {
        int top = line.height();
        int bottom = 0;
        for (int y = 0; y < line.height(); y++) {
            for (int x = from; x < to; x++) {
                if (line.black(x, y)) {
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return new Glyph(from, to, top, bottom);
    }
}
