package slipstream.escpos.render;

import slipstream.escpos.command.Cut;
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

    /// Cuts.
    ///
    /// @param feedDots paper fed on top of the way to the blade; 0 where the form has none
    /// @param shows whether anything was printed since the cut before; else the paper is thrown away
    void cut(Cut.Form form, int feedDots, boolean shows);

    /// Nothing follows.
    void end(boolean shows);
}
