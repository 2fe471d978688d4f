package slipstream.device.picture;

/// How a line is shown to a reader. Two views of a line are different pictures to a reader.
enum View {
    /// Dot for dot.
    PLAIN,
    /// Twice as large and blurred: dithering and gaps in thin strokes close.
    SMOOTH;

    private static final int MARGIN = 10;

    /// The widest white between two words that is worth a reader's time, in line heights.
    private static final double WIDEST_GAP = 1.5;

    /// The page with `line` on it, eight bits a dot.
    Page of(Band line) {
        int[] columns = kept(line);
        int scale = this == SMOOTH ? 2 : 1;
        int width = columns.length * scale + 2 * MARGIN;
        int height = line.height() * scale + 2 * MARGIN;
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) (255 - darkness(line, columns, x, y, scale));
            }
        }
        return new Page(width, height, grey);
    }

    private int darkness(Band line, int[] columns, int x, int y, int scale) {
        if (this == PLAIN) {
            return ink(line, columns, x - MARGIN, y - MARGIN) * 255;
        }
        int sum = 0;
        for (int down = -1; down <= 1; down++) {
            for (int right = -1; right <= 1; right++) {
                int weight = (2 - Math.abs(down)) * (2 - Math.abs(right));
                int left = Math.floorDiv(x - MARGIN + right, scale);
                sum += weight * ink(line, columns, left, Math.floorDiv(y - MARGIN + down, scale));
            }
        }
        return sum * 255 / 16;
    }

    private static int ink(Band line, int[] columns, int x, int y) {
        boolean inside = x >= 0 && x < columns.length && y >= 0 && y < line.height();
        return inside && line.black(columns[x], y) ? 1 : 0;
    }

    /// The columns of the line, without the middle of wide white gaps.
    private static int[] kept(Band line) {
        int[] columns = line.columns();
        int most = (int) (line.height() * WIDEST_GAP);
        int[] kept = new int[columns.length];
        int count = 0;
        int white = 0;
        for (int x = 0; x < columns.length; x++) {
            white = columns[x] == 0 ? white + 1 : 0;
            if (white <= most) {
                kept[count++] = x;
            }
        }
        return java.util.Arrays.copyOf(kept, count);
    }
}
