package slipstream.device.picture;

/// A stretch of rows with ink, between white ones, cut to its ink: a line of text, a symbol, a drawing. Dots are
/// kept as rows of whole bytes, the highest bit left.
///
/// @param left where it begins on the paper, in dots
/// @param width dots a row
/// @param height rows
/// @param dots `(width + 7) / 8` bytes a row; bits past the width are 0
record Band(int left, int width, int height, byte[] dots) {
    /// Where it ends on the paper, in dots.
    int right() {
        return left + width;
    }

    /// Bytes a row.
    int stride() {
        return (width + 7) / 8;
    }

    /// Whether the dot is black.
    boolean black(int x, int y) {
        return (dots[y * stride() + (x >> 3)] & 0x80 >> (x & 7)) != 0;
    }

    /// How many dots of each column are black.
    int[] columns() {
        int[] columns = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                columns[x] += black(x, y) ? 1 : 0;
            }
        }
        return columns;
    }

    /// How many dots of each row are black.
    int[] rows() {
        int[] rows = new int[height];
        for (int i = 0; i < dots.length; i++) {
            rows[i / stride()] += Integer.bitCount(dots[i] & 0xFF);
        }
        return rows;
    }

    /// White where this is black.
    Band inverted() {
        return of(left, width, height, (x, y) -> !black(x, y));
    }

    /// The rows from `from` to `to`, cut to their ink; null when there is none.
    Band slice(int from, int to) {
        int first = width;
        int end = 0;
        int top = to;
        int bottom = from;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < width; x++) {
                if (black(x, y)) {
                    first = Math.min(first, x);
                    end = Math.max(end, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        if (first >= end) {
            return null;
        }
        int fromX = first;
        int fromY = top;
        return of(left + first, end - first, bottom - top, (x, y) -> black(fromX + x, fromY + y));
    }

    /// Which dots are black.
    @FunctionalInterface
    interface Dots {
        /// Whether this one is.
        boolean black(int x, int y);
    }

    /// A band drawn dot by dot.
    static Band of(int left, int width, int height, Dots from) {
        int stride = (width + 7) / 8;
        byte[] dots = new byte[stride * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (from.black(x, y)) {
                    dots[y * stride + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return new Band(left, width, height, dots);
    }
}
