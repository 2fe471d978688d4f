package slipstream.escpos.render;

import slipstream.escpos.command.Bytes;
import slipstream.escpos.state.PrinterState;

/// What page mode writes on, area by area. Nothing of it is on the paper until it is printed.
interface Page extends Sheet {
    /// An empty page with the default area and direction: on entering and leaving page mode.
    void reset();

    /// The area that is written.
    PageArea area();

    /// `ESC W`, `ESC T`: another area is written.
    void area(PrinterState state, PageArea next);

    /// `GS $` and `GS \`, in dots.
    void moveY(boolean relative, int dots);

    /// `GS ( Q`: lines and rectangles, in the area as it is turned.
    void rule(PrinterState state, Bytes parameters);

    /// `CAN`: throws away what the area holds.
    void cancel();

    /// `FF`, `ESC FF`: puts the page on the paper. It keeps what it holds.
    void print(PrinterState state);
}
