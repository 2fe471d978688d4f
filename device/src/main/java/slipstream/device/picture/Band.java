package slipstream.device.picture;

/// A stretch of rows with ink, between white ones, cut to its ink: a line of text, a symbol, a drawing. Dots are
/// kept as rows of whole bytes, the highest bit left.
///
/// @param width dots a row
/// @param height rows
/// @param dots `(width + 7) / 8` bytes a row; bits past the width are 0
record Band(int width, int height, byte[] dots) {
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
        return new Maker(width, height).copy((x, y) -> !black(x, y)).band();
    }

    /// The rows from `from` to `to`, cut to their ink; null when there is none.
    Band slice(int from, int to) {
        int left = width;
        int right = 0;
        int top = to;
        int bottom = from;
        for (int y = from; y < to; y++) {
            for (int x = 0; x < width; x++) {
                if (black(x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        if (left >= right) {
            return null;
        }
        int fromX = left;
        int fromY = top;
        return new Maker(right - left, bottom - top)
                .copy((x, y) -> black(fromX + x, fromY + y))
                .band();
    }

    /// Which dots are black.
    @FunctionalInterface
    interface Dots {
        boolean black(int x, int y);
    }

    /// Makes a band dot by dot.
    static final class Maker {
        private final int width;
        private final int height;
        private final byte[] dots;

        Maker(int width, int height) {
            this.width = width;
            this.height = height;
            dots = new byte[(width + 7) / 8 * height];
        }

        Maker copy(Dots from) {
            int stride = (width + 7) / 8;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (from.black(x, y)) {
                        dots[y * stride + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                    }
                }
            }
            return this;
        }

        Band band() {
            return new Band(width, height, dots);
        }
    }
}
