package slipstream.device.picture;

/// What a glyph looks like, blurred: each dot the sum of its neighbourhood, weighted 1 2 1 both ways.
///
/// @param width columns, one of them white on either side of the ink
/// @param height rows
/// @param sums column by column
/// @param weight the sum of their squares
record Blot(int width, int height, int[] sums, long weight) {
    private static final int SHIFT = 2;

    /// Of the rows of `line` from `top` to `bottom`.
    static Blot of(Band line, Glyphs.Glyph glyph, int top, int bottom) {
        int width = glyph.width() + 2;
        int height = bottom - top;
        int[] sums = new int[width * height];
        long weight = 0;
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                int sum = 0;
                for (int dx = -1; dx <= 1; dx++) {
                    for (int dy = -1; dy <= 1; dy++) {
                        boolean black = black(line, glyph, x - 1 + dx, top + y + dy);
                        sum += black ? (2 - Math.abs(dx)) * (2 - Math.abs(dy)) : 0;
                    }
                }
                sums[x * height + y] = sum;
                weight += (long) sum * sum;
            }
        }
        return new Blot(width, height, sums, weight);
    }

    private static boolean black(Band line, Glyphs.Glyph glyph, int x, int y) {
        return x >= 0 && x < glyph.width() && y >= 0 && y < line.height() && line.black(glyph.from() + x, y);
    }

    /// How unlike two glyphs are where they lie on each other best: 0 for the same, 1 for nothing in common.
    ///
    /// @param rows by how many rows they may be moved up or down
    double apart(Blot other, int rows) {
        long both = weight + other.weight;
        long best = 0;
        for (int dx = -SHIFT; dx <= SHIFT; dx++) {
            for (int dy = -rows; dy <= rows; dy++) {
                best = Math.max(best, shared(other, dx, dy));
            }
        }
        return both == 0 ? 0 : 1 - 2.0 * best / both;
    }

    private long shared(Blot other, int dx, int dy) {
        long shared = 0;
        for (int x = Math.max(0, dx); x < Math.min(width, other.width + dx); x++) {
            for (int y = Math.max(0, dy); y < Math.min(height, other.height + dy); y++) {
                shared += (long) sums[x * height + y] * other.sums[(x - dx) * other.height + y - dy];
            }
        }
        return shared;
    }
}
