package slipstream.escpos.render;

import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// What is printed on. Positions count from the left edge of the print area, in dots.
interface Sheet {
    /// How wide a line is.
    int width(PrinterState state);

    /// Puts a character into the line.
    ///
    /// @param code its byte where it has just one, else -1
    void letter(PrinterState state, Letter letter, int code, Cell cell, int x);

    /// Puts dots into the line.
    void image(PrinterState state, Bitmap bitmap, int x);

    /// Prints the line, if there is anything in it, and feeds `feedDots`, or as far as the line is high.
    void line(PrinterState state, int feedDots);

    /// Throws the line away.
    void discardLine();

    /// Prints what stands by itself, at the place that justification gives it.
    void block(PrinterState state, Block block);
}
