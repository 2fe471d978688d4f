package slipstream.device.picture;

import java.util.Arrays;

/// How a line is shown to a reader: blurred, so that dithering and gaps in thin strokes close.
enum View {
    /// As large as printed.
    SOFT(1),
    /// Half as large again.
    LARGE(1.5);

    private static final int MARGIN = 10;

    /// The widest white between two words that is worth a reader's time, in line heights.
    private static final double WIDEST_GAP = 1.5;

    private final double scale;

    View(double scale) {
        this.scale = scale;
    }

    /// The page with `line` on it.
    Page of(Band line) {
        int[] columns = kept(line);
        int width = columns.length + 2 * MARGIN;
        int height = line.height() + 2 * MARGIN;
        int[] ink = new int[width * height];
        for (int y = 0; y < line.height(); y++) {
            for (int x = 0; x < columns.length; x++) {
                ink[(y + MARGIN) * width + x + MARGIN] = line.black(columns[x], y) ? 1 : 0;
            }
        }
        return new Page(width, height, blurred(ink, width, height)).scaled(scale);
    }

    /// Each dot the mean of its neighbourhood, weighted 1 2 1 both ways.
    private static byte[] blurred(int[] ink, int width, int height) {
        byte[] grey = new byte[ink.length];
        Arrays.fill(grey, (byte) 255);
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                int sum = across(ink, at - width) + 2 * across(ink, at) + across(ink, at + width);
                grey[at] = (byte) (255 - sum * 255 / 16);
            }
        }
        return grey;
    }

    private static int across(int[] ink, int at) {
        return ink[at - 1] + 2 * ink[at] + ink[at + 1];
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
        return Arrays.copyOf(kept, count);
    }
}
