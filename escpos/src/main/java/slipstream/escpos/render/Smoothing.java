package slipstream.escpos.render;

/// `GS b`: takes the steps off slanting edges of characters at least twice as wide and as high.
///
/// Where two dots touch by a corner only, a triangle is filled on both sides of it, half a dot long. Dots that are
/// black stay black, and upright and level edges stay as they are.
final class Smoothing {
    private Smoothing() {}

    /// @param dots the character
    /// @param large the same, each dot `x` wide and `y` high
    static void smooth(Bitmap dots, Bitmap large, int x, int y) {
        if (x < 2 || y < 2) {
            return;
        }
        for (int row = 1; row < dots.height(); row++) {
            for (int column = 1; column < dots.width(); column++) {
                boolean upperLeft = dots.black(column - 1, row - 1);
                boolean upperRight = dots.black(column, row - 1);
                boolean lowerLeft = dots.black(column - 1, row);
                boolean lowerRight = dots.black(column, row);
                if (upperLeft && lowerRight && !upperRight && !lowerLeft) {
                    triangle(large, column * x, row * y - 1, 1, -1, x, y);
                    triangle(large, column * x - 1, row * y, -1, 1, x, y);
                } else if (upperRight && lowerLeft && !upperLeft && !lowerRight) {
                    triangle(large, column * x - 1, row * y - 1, -1, -1, x, y);
                    triangle(large, column * x, row * y, 1, 1, x, y);
                }
            }
        }
    }

    /// Fills from the corner at `left`, `top` on, in steps of `right` and `down`.
    private static void triangle(Bitmap large, int left, int top, int right, int down, int x, int y) {
        for (int j = 0; j < y; j++) {
            for (int i = 0; 2 * (i * y + j * x) < x * y; i++) {
                large.fill(left + i * right, top + j * down, 1, 1);
            }
        }
    }
}
