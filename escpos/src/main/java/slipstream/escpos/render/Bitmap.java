package slipstream.escpos.render;

import java.util.Arrays;

/// Black dots on white paper, growing downwards.
///
/// Rows are whole bytes, the highest bit left; bits past the width are 0. A bitmap never grows past its limit:
/// rows drawn or fed below it are dropped and counted. Not safe for use by two threads at once.
public final class Bitmap {
    private static final int ROWS_A_STEP = 512;

    private final int width;
    private final int limit;
    private final int dpi;
    private final int stride;
    private byte[] dots = {};
    private int height;
    private int wanted;

    private Bitmap(int width, int limit, int dpi) {
        this.width = width;
        this.limit = limit;
        this.dpi = dpi;
        stride = (width + 7) / 8;
    }

    /// Empty paper.
    ///
    /// @param limit the most rows it may have
    static Bitmap paper(int width, int limit, int dpi) {
        return new Bitmap(width, limit, dpi);
    }

    /// A white rectangle.
    static Bitmap blank(int width, int height) {
        var bitmap = new Bitmap(width, height, 0);
        bitmap.extendTo(height);
        return bitmap;
    }

    /// A bitmap of rows whose lowest bits are the rightmost dots.
    static Bitmap of(int[] rows, int width) {
        var bitmap = blank(width, rows.length);
        for (int y = 0; y < rows.length; y++) {
            long bits = (long) rows[y] << 64 - width;
            for (int i = 0; i < bitmap.stride; i++) {
                bitmap.dots[y * bitmap.stride + i] = (byte) (bits >>> 56 - 8 * i);
            }
        }
        return bitmap;
    }

    /// The left `width` dots of rows of `stride` bytes each.
    static Bitmap ofRows(byte[] data, int stride, int width, int rows) {
        var bitmap = blank(width, rows);
        int mask = 0xFF << (8 - width % 8) % 8;
        for (int y = 0; y < rows && width > 0; y++) {
            System.arraycopy(data, y * stride, bitmap.dots, y * bitmap.stride, bitmap.stride);
            bitmap.dots[(y + 1) * bitmap.stride - 1] &= (byte) mask;
        }
        return bitmap;
    }

    /// Dots a row.
    public int width() {
        return width;
    }

    /// Rows.
    public int height() {
        return height;
    }

    /// Dots an inch, both ways; 0 when unknown.
    public int dpi() {
        return dpi;
    }

    /// How many rows were lost below the limit.
    public int droppedRows() {
        return Math.max(0, wanted - limit);
    }

    /// Whether the dot is black; outside the bitmap, none is.
    public boolean black(int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < width && y < height;
        return inside && (dots[y * stride + (x >> 3)] & 0x80 >> (x & 7)) != 0;
    }

    /// Bytes a row.
    int stride() {
        return stride;
    }

    /// The rows' bytes, [#stride] each, and perhaps more after the last row.
    byte[] dots() {
        return dots;
    }

    /// Grows to `rows`, or to the limit.
    void extendTo(int rows) {
        wanted = Math.max(wanted, rows);
        int next = Math.min(rows, limit);
        if (next > height) {
            if (next * stride > dots.length) {
                int capacity = Math.max(next, Math.min(limit, height + Math.max(height / 2, ROWS_A_STEP)));
                dots = Arrays.copyOf(dots, capacity * stride);
            }
            height = next;
        }
    }

    /// Blackens a rectangle, as much of it as is inside.
    void fill(int x, int y, int w, int h) {
        for (int row = Math.max(0, y); row < Math.min(height, y + h); row++) {
            for (int column = Math.max(0, x); column < Math.min(width, x + w); column++) {
                dots[row * stride + (column >> 3)] |= (byte) (0x80 >> (column & 7));
            }
        }
    }

    /// Swaps black and white.
    void invert() {
        int rest = width & 7;
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < stride; i++) {
                dots[y * stride + i] ^= (byte) (i == stride - 1 && rest > 0 ? 0xFF << 8 - rest : 0xFF);
            }
        }
    }

    /// The number of rows down to the last one that is not white.
    int inkedRows() {
        int at = height * stride;
        while (at > 0 && dots[at - 1] == 0) {
            at--;
        }
        return (at + stride - 1) / stride;
    }

    /// Whitens everything.
    void clear() {
        Arrays.fill(dots, (byte) 0);
    }

    /// Blackens what is black in rows `from` to `to` of `source`, whose left upper corner goes to `x`, `y`;
    /// what is left of 0, right of `right` or outside stays out.
    void draw(Bitmap source, int from, int to, int x, int y, int right) {
        int end = Math.min(right, width);
        for (int row = Math.max(from, from - y); row < Math.min(to, source.height); row++) {
            int target = y + row - from;
            if (target >= height) {
                break;
            }
            drawRow(source, row * source.stride, target * stride, x, end);
        }
    }

    /// As above, all of `source`.
    void draw(Bitmap source, int x, int y) {
        draw(source, 0, source.height, x, y, width);
    }

    private void drawRow(Bitmap source, int from, int to, int x, int end) {
        int shift = x & 7;
        int first = x >> 3;
        for (int i = 0; i < source.stride; i++) {
            int bits = (source.dots[from + i] & 0xFF) << 8 - shift;
            put(to, first + i, bits >> 8, end);
            put(to, first + i + 1, bits & 0xFF, end);
        }
    }

    private void put(int row, int index, int bits, int end) {
        int left = end - index * 8;
        if (bits != 0 && index >= 0 && left > 0) {
            dots[row + index] |= (byte) (left >= 8 ? bits : bits & 0xFF << 8 - left);
        }
    }

    /// Each dot `x` dots wide and `y` high.
    Bitmap scaled(int x, int y) {
        if (x == 1 && y == 1) {
            return this;
        }
        var larger = blank(width * x, height * y);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                if (black(column, row)) {
                    larger.fill(column * x, row * y, x, 1);
                }
            }
            for (int copy = 1; copy < y; copy++) {
                int at = row * y * larger.stride;
                System.arraycopy(larger.dots, at, larger.dots, at + copy * larger.stride, larger.stride);
            }
        }
        return larger;
    }

    /// Turned clockwise by `quarters` of a turn.
    Bitmap turned(int quarters) {
        if (quarters % 4 == 0) {
            return this;
        }
        boolean upright = quarters % 2 == 0;
        var turned = new Bitmap(upright ? width : height, upright ? height : width, dpi);
        turned.extendTo(turned.limit);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (black(x, y)) {
                    switch (quarters % 4) {
                        case 1 -> turned.fill(height - 1 - y, x, 1, 1);
                        case 2 -> turned.fill(width - 1 - x, height - 1 - y, 1, 1);
                        default -> turned.fill(y, width - 1 - x, 1, 1);
                    }
                }
            }
        }
        return turned;
    }
}
