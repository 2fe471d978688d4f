package slipstream.device.picture;

import java.util.ArrayList;
import java.util.List;

/// Takes bands apart into what may be lines of text: without frames around them, black on white, each cut to its ink.
final class Lines {
    /// Characters lower than this cannot be read; rules and rows of dashes are lower, too.
    static final int LOWEST = 9;

    /// A band that is taller is more than a line: 12 mm.
    static final int TALLEST = 96;

    /// A column that is black for so long in a row is the side of a frame, unless there are many.
    private static final int FRAME_ROWS = 48;

    private static final int MOST_FRAME_COLUMNS = 24;
    private static final double MOSTLY = 0.55;

    private Lines() {}

    /// The lines of `band`, from the top.
    static List<Band> of(Band band) {
        List<Band> lines = new ArrayList<>();
        Band ink = band.slice(0, band.height());
        if (ink != null) {
            split(ink, lines);
        }
        return lines;
    }

    private static void split(Band band, List<Band> lines) {
        if (band.height() < LOWEST) {
            return;
        }
        if (ink(band) > MOSTLY) {
            Band inner = band.inverted();
            inner = inner.slice(0, inner.height());
            if (inner != null && ink(inner) <= MOSTLY) {
                cut(inner, inner.rows(), lines);
            }
        } else if (band.height() <= FRAME_ROWS) {
            lines.add(band);
        } else {
            Band bare = withoutSides(band);
            if (bare != null) {
                cut(bare, bare.rows(), lines);
            }
        }
    }

    /// Cuts at white rows and at the rules of a frame.
    private static void cut(Band band, int[] rows, List<Band> lines) {
        int from = 0;
        for (int y = 0; y <= band.height(); y++) {
            boolean part = y == band.height() || rows[y] == 0 || rows[y] > band.width() * 0.8;
            if (part) {
                Band line = y - from >= LOWEST ? band.slice(from, y) : null;
                if (line != null && line.height() >= LOWEST && line.height() <= TALLEST) {
                    lines.add(line);
                }
                from = y + 1;
            }
        }
    }

    private static Band withoutSides(Band band) {
        boolean[] sides = new boolean[band.width()];
        int count = 0;
        for (int x = 0; x < band.width(); x++) {
            int run = 0;
            for (int y = 0; y < band.height() && !sides[x]; y++) {
                run = band.black(x, y) ? run + 1 : 0;
                sides[x] = run >= FRAME_ROWS;
            }
            count += sides[x] ? 1 : 0;
        }
        if (count == 0 || count > MOST_FRAME_COLUMNS) {
            return band;
        }
        return Band.of(band.left(), band.width(), band.height(), (x, y) -> !sides[x] && band.black(x, y))
                .slice(0, band.height());
    }

    private static double ink(Band band) {
        long black = 0;
        for (int row : band.rows()) {
            black += row;
        }
        return black / ((double) band.width() * band.height());
    }
}
