package slipstream.escpos.render.font;

/// Characters of one font in the cells of another.
///
/// A dot more or less is white, on the right and below; where cells differ by more, rows and columns are repeated or
/// laid over each other. Line drawing always reaches the cell's edges, as its neighbours' does.
final class Fitting {
    private static final int FIRST_DRAWN = 0x2500;
    private static final int LAST_DRAWN = 0x259F;

    private Fitting() {}

    /// The rows of a character in a cell of `width` × `height` dots; null when the font has none.
    static int[] fit(BitmapFont font, int codePoint, int width, int height) {
        int[] rows = font.rows(codePoint);
        if (rows == null) {
            return null;
        }
        boolean drawn = codePoint >= FIRST_DRAWN && codePoint <= LAST_DRAWN;
        int[] fitted = new int[height];
        for (int y = 0; y < height; y++) {
            int row = 0;
            int end = last(y, rows.length, height, drawn);
            for (int from = first(y, rows.length, height, drawn); from <= end && from < rows.length; from++) {
                row |= rows[from];
            }
            fitted[y] = across(row, font.width(), width, drawn);
        }
        return fitted;
    }

    private static int across(int row, int from, int to, boolean drawn) {
        if (from == to) {
            return row;
        }
        int fitted = 0;
        for (int x = 0; x < to; x++) {
            int end = last(x, from, to, drawn);
            for (int column = first(x, from, to, drawn); column <= end && column < from; column++) {
                fitted |= (row >> from - 1 - column & 1) << to - 1 - x;
            }
        }
        return fitted;
    }

    /// The first of `from` rows that is laid into row `at` of `to`.
    private static int first(int at, int from, int to, boolean drawn) {
        return alike(from, to, drawn) ? at : at * from / to;
    }

    private static int last(int at, int from, int to, boolean drawn) {
        return alike(from, to, drawn) ? at : Math.max(at * from / to, (at + 1) * from / to - 1);
    }

    private static boolean alike(int from, int to, boolean drawn) {
        return !drawn && Math.abs(from - to) <= 1;
    }
}
