package slipstream.device.picture;

import java.util.Arrays;

/// How a line is shown to a reader: blurred, so that dithering and gaps in thin strokes close.
enum View {
    /// As large as printed.
    SOFT(1, 1),
    /// Half as large again.
    LARGE(1.5, 1),
    /// So large, and blurred twice: coarse dithering and the marks in zeros fade.
    FAINT(1.5, 2);

    private static final int MARGIN = 10;
    private static final int WEIGHTS = 16;

    /// The widest white between two words that is worth a reader's time, in line heights.
    private static final double WIDEST_GAP = 1.5;

    private final double scale;
    private final int blurs;

    View(double scale, int blurs) {
        this.scale = scale;
        this.blurs = blurs;
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
        int most = 1;
        for (int i = 0; i < blurs; i++) {
            ink = blurred(ink, width, height);
            most *= WEIGHTS;
        }
        byte[] grey = new byte[ink.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (255 - ink[i] * 255 / most);
        }
        return new Page(width, height, grey).scaled(scale);
    }

    /// Each dot the sum of its neighbourhood, weighted 1 2 1 both ways.
    private static int[] blurred(int[] ink, int width, int height) {
        int[] sums = new int[ink.length];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                sums[at] = across(ink, at - width) + 2 * across(ink, at) + across(ink, at + width);
            }
        }
        return sums;
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
