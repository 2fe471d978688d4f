package slipstream.escpos.inject;

import slipstream.escpos.state.Fact;
import slipstream.escpos.state.PrinterState;

/// Where a raster block goes on the line: the sender's print area if a symbol fits it, else the whole line.
///
/// @param dots its width
/// @param room how much of it, in its middle, is sure to show
/// @param widened whether the sender's margins must be set aside and put back
/// @param wholeUnits the whole line in horizontal motion units, where they are set aside
/// @param marginUnits the sender's left margin, likewise
/// @param widthUnits the sender's area width, likewise
record PrintArea(int dots, int room, boolean widened, int wholeUnits, int marginUnits, int widthUnits) {
    private PrintArea(int dots, int room) {
        this(dots, room, false, 0, 0, 0);
    }

    /// The area for a symbol of `modules`; null when there is none.
    static PrintArea of(PrinterState state, boolean star, int modules) {
        int line = state.profile().dotsPerLine();
        int dpi = state.profile().dpi();
        if (!state.knows(Fact.LEFT_MARGIN) || !state.knows(Fact.AREA_WIDTH)) {
            int room = line * 2 / 3;
            return QrSymbol.moduleDots(modules, room, dpi) == 0 ? null : new PrintArea(line, room);
        }
        if (QrSymbol.moduleDots(modules, state.areaDots(), dpi) > 0) {
            return new PrintArea(state.areaDots(), state.areaDots());
        }
        int margin = units(state, state.layout().leftMargin());
        int width = units(state, state.layout().areaWidth());
        int whole = units(state, line);
        boolean restorable = !star && state.knows(Fact.UNITS) && margin >= 0 && width >= 0 && whole >= 0;
        return restorable && QrSymbol.moduleDots(modules, line, dpi) > 0
                ? new PrintArea(line, line, true, whole, margin, width)
                : null;
    }

    int bytes() {
        return dots / 8;
    }

    /// Sets the sender's margins aside, if need be.
    void set(BlockWriter block) {
        if (widened) {
            block.printArea(0, wholeUnits);
        }
    }

    /// Puts the sender's margins back.
    void restore(BlockWriter block) {
        if (widened) {
            block.printArea(marginUnits, widthUnits);
        }
    }

    /// The motion units that make exactly these dots, or -1.
    private static int units(PrinterState state, int dots) {
        int units = Math.round(
                (float) dots * state.layout().unitsX() / state.profile().dpi());
        return state.dotsX(units) == dots ? units : -1;
    }
}
