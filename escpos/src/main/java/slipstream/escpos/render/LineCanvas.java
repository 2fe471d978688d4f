package slipstream.escpos.render;

import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// One line in the making. Whatever its height, an element stands on the line's bottom.
final class LineCanvas {
    /// The highest element that fonts do not decide: eight times the 24 dots of two-byte text.
    private static final int LEAST = 192;

    private final GlyphDrawer glyphs;
    private final int limit;
    private final int highest;
    private Bitmap canvas;
    private int height;
    private int extent;
    private boolean marked;

    /// A canvas of `limit` dots' width, as high as the printer's fonts may get.
    LineCanvas(PrinterProfile profile, GlyphDrawer glyphs, int limit) {
        this.glyphs = glyphs;
        this.limit = limit;
        highest = profile.fonts().stream().mapToInt(cell -> 8 * cell.height()).reduce(LEAST, Math::max);
        canvas = Bitmap.blank(limit, highest);
    }

    void letter(PrinterState state, Letter letter, int code, Cell cell, int x, int right) {
        put(glyphs.draw(state, letter, code, cell), x + cell.left(), right);
        extent = Math.min(right, Math.max(extent, x + cell.advance()));
    }

    void put(Bitmap bitmap, int x, int right) {
        canvas.draw(bitmap, 0, bitmap.height(), x, highest - bitmap.height(), right);
        height = Math.max(height, bitmap.height());
        extent = Math.min(right, Math.max(extent, x + bitmap.width()));
        marked = true;
    }

    boolean empty() {
        return !marked;
    }

    int height() {
        return height;
    }

    /// How far to the right elements reach.
    int extent() {
        return extent;
    }

    /// The line, `width` dots wide and as high as its highest element; the canvas is empty then.
    Bitmap take(int width) {
        Bitmap line = Bitmap.blank(width, height);
        line.draw(canvas, highest - height, highest, 0, 0, width);
        clear();
        return line;
    }

    void clear() {
        if (marked) {
            canvas.clear();
        }
        height = 0;
        extent = 0;
        marked = false;
    }
}
