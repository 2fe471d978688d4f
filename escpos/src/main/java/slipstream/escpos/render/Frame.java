package slipstream.escpos.render;

import slipstream.escpos.render.font.BitmapFont;

/// A framed name in the place of what cannot be drawn, so that a person sees that something is there.
final class Frame {
    private static final int MARGIN = 12;

    private Frame() {}

    /// The block that says `name`, at most `area` dots wide.
    static Block of(String name, int area) {
        Bitmap text = text(name, BitmapFont.fontA());
        int width = Math.max(2, Math.min(area, text.width() + 2 * MARGIN));
        int height = text.height() + 2 * MARGIN;
        Bitmap framed = Bitmap.blank(width, height);
        framed.fill(0, 0, width, 2);
        framed.fill(0, height - 2, width, 2);
        framed.fill(0, 0, 2, height);
        framed.fill(width - 2, 0, 2, height);
        framed.draw(text, 0, text.height(), MARGIN, MARGIN, width - MARGIN);
        return new Block(name, framed);
    }

    /// One line of text in `font`.
    static Bitmap text(String text, BitmapFont font) {
        int[] codePoints = text.codePoints().toArray();
        Bitmap line = Bitmap.blank(codePoints.length * font.width(), font.height());
        for (int i = 0; i < codePoints.length; i++) {
            int[] rows = font.rows(codePoints[i]);
            if (rows != null) {
                line.draw(Bitmap.of(rows, font.width()), i * font.width(), 0);
            }
        }
        return line;
    }
}
