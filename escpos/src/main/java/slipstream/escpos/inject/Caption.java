package slipstream.escpos.inject;

import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.render.font.BitmapFont;
import slipstream.escpos.text.EastAsianWidth;

/// The lines above the symbol, drawn into the raster so that no code page of the printer matters.
final class Caption {
    /// From the top of one line to the top of the next, in dots.
    static final int LINE_DOTS = 30;

    private final List<int[]> lines;
    private final int widthDots;

    private Caption(int widthDots, List<int[]> lines) {
        this.widthDots = widthDots;
        this.lines = lines;
    }

    /// Captions in an area of `widthDots`; a line that is too wide goes on in the next.
    Caption(List<String> captions, int widthDots) {
        this(
                widthDots,
                captions.stream()
                        .flatMap(line -> wrapped(line, widthDots).stream())
                        .toList());
    }

    /// The height of all lines, in dots.
    int height() {
        return lines.size() * LINE_DOTS;
    }

    /// How wide the lines are drawn, in dots.
    int widthDots() {
        return widthDots;
    }

    /// The same no wider than its widest line, in whole bytes.
    Caption trimmed() {
        int widest = lines.stream().mapToInt(line -> width(line)).max().orElse(0);
        return new Caption(Math.ceilDiv(widest, 8) * 8, lines);
    }

    /// Draws the lines, each in the middle, from row `top` on.
    void draw(byte[] rows, int widthBytes, int top) {
        for (int i = 0; i < lines.size(); i++) {
            int[] line = lines.get(i);
            int x = (widthDots - width(line)) / 2;
            for (int codePoint : line) {
                BitmapFont font = font(codePoint);
                drawGlyph(rows, widthBytes, font, codePoint, x, top + i * LINE_DOTS);
                x += font.width();
            }
        }
    }

    private static void drawGlyph(byte[] rows, int widthBytes, BitmapFont font, int codePoint, int x, int y) {
        int[] glyph = font.rows(codePoint);
        if (glyph == null) {
            return;
        }
        for (int row = 0; row < font.height(); row++) {
            for (int column = 0; column < font.width(); column++) {
                if ((glyph[row] >> font.width() - 1 - column & 1) == 1) {
                    rows[(y + row) * widthBytes + (x + column) / 8] |= (byte) (0x80 >> (x + column) % 8);
                }
            }
        }
    }

    private static List<int[]> wrapped(String line, int widthDots) {
        List<int[]> lines = new ArrayList<>();
        var current = new ArrayList<Integer>();
        int width = 0;
        for (int codePoint : line.strip().codePoints().toArray()) {
            int cell = font(codePoint).width();
            if (width + cell > widthDots) {
                lines.add(array(current));
                current.clear();
                width = 0;
            }
            current.add(codePoint);
            width += cell;
        }
        lines.add(array(current));
        return lines;
    }

    private static int[] array(List<Integer> codePoints) {
        return codePoints.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int width(int[] line) {
        int width = 0;
        for (int codePoint : line) {
            width += font(codePoint).width();
        }
        return width;
    }

    private static BitmapFont font(int codePoint) {
        return EastAsianWidth.isWide(codePoint) ? BitmapFont.kanji() : BitmapFont.fontA();
    }
}
