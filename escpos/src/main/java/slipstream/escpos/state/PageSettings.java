package slipstream.escpos.state;

import slipstream.escpos.profile.PrinterProfile;

/// What page mode has of its own, and the spacing of the mode that is not in force: each of standard and page
/// mode keeps its own (TM command reference, "ESC 3", "ESC SP").
///
/// @param x left edge of the area, in dots: `ESC W`
/// @param y its upper edge
/// @param width its width; 0 is the whole width
/// @param height its height; 0 is as far as the printer goes
/// @param direction `ESC T`, 0 to 3
/// @param position how far `GS $`, `GS \` and feeds have moved down the page, in dots
/// @param otherLineSpacing line spacing of the other mode, in dots
/// @param otherCharacterSpacing character spacing of the other mode, in dots
public record PageSettings(
        int x,
        int y,
        int width,
        int height,
        int direction,
        int position,
        int otherLineSpacing,
        int otherCharacterSpacing)
        implements Part {

    static PageSettings initial(PrinterProfile profile) {
        return new PageSettings(0, 0, 0, 0, 0, 0, PrinterState.defaultLineSpacing(profile), 0);
    }

    /// Whether lines run up or down the paper.
    boolean upright() {
        return direction % 2 == 1;
    }

    /// How long a line of the page is, in dots; as long as can be where the area has no end.
    int lineDots(int dotsPerLine) {
        if (upright()) {
            return height == 0 ? Integer.MAX_VALUE : height;
        }
        int room = dotsPerLine - x;
        return width == 0 ? room : Math.min(width, room);
    }

    PageSettings withArea(int left, int top, int across, int down) {
        return new PageSettings(left, top, across, down, direction, 0, otherLineSpacing, otherCharacterSpacing);
    }

    PageSettings withDirection(int n) {
        return new PageSettings(x, y, width, height, n, 0, otherLineSpacing, otherCharacterSpacing);
    }

    PageSettings withPosition(int dots) {
        return new PageSettings(x, y, width, height, direction, dots, otherLineSpacing, otherCharacterSpacing);
    }

    PageSettings withOther(int lineSpacing, int characterSpacing) {
        return new PageSettings(x, y, width, height, direction, position, lineSpacing, characterSpacing);
    }
}
