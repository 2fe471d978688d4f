package slipstream.escpos.render;

import slipstream.escpos.command.Setting;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;

/// The area of a page that is written, as it lies on the paper, in dots: `ESC W`, and `ESC T`.
///
/// @param chosen whether `ESC W` set it; the page is printed down to its end then
/// @param direction 0 left to right, 1 bottom to top, 2 right to left, 3 top to bottom
record PageArea(int left, int top, int width, int length, boolean chosen, int direction) {
    /// The longest side of an area.
    static final int LONGEST = 8192;

    /// The page's length until `ESC W` sets another, in vertical motion units at power-on.
    private static final int DEFAULT_LENGTH = 1662;

    /// What page mode begins with.
    static PageArea whole(PrinterProfile profile) {
        int length = Math.round((float) DEFAULT_LENGTH * profile.dpi() / profile.unitsPerInchY());
        return new PageArea(0, 0, profile.dotsPerLine(), length, false, 0);
    }

    /// `ESC W`; null for an area of no size, which changes nothing.
    PageArea with(PrinterState state, Setting.PageArea set) {
        int dotsPerLine = state.profile().dotsPerLine();
        int x = state.dotsX(set.x());
        return set.width() == 0 || set.height() == 0 || x >= dotsPerLine
                ? null
                : new PageArea(
                        x,
                        state.dotsY(set.y()),
                        Math.min(state.dotsX(set.width()), dotsPerLine - x),
                        Math.min(state.dotsY(set.height()), LONGEST),
                        true,
                        direction);
    }

    /// `ESC T`; null for a direction there is not.
    PageArea turned(int n) {
        int value = n >= '0' ? n - '0' : n;
        return value > 3 ? null : new PageArea(left, top, width, length, chosen, value);
    }

    /// How long a line is, as it is read.
    int across() {
        return direction % 2 == 0 ? width : length;
    }

    /// How far lines may follow each other.
    int down() {
        return direction % 2 == 0 ? length : width;
    }
}
