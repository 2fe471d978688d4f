package slipstream.escpos.render;

import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Cut;
import slipstream.escpos.state.PrinterState;

/// The paper itself, which is cut.
interface Roll extends Sheet {
    /// A row of dots of an image that comes row by row, from the paper's left edge.
    ///
    /// @param feedRows how many rows the paper moves on by; with 0 the next row is printed over this one
    void row(Bitmap row, int feedRows);

    /// `GS ( Q` 51: an upright line begins or ends here.
    void rule(PrinterState state, Bytes parameters);

    /// `ESC @`: upright lines end here.
    void endRules();

    /// Cuts.
    ///
    /// @param feedDots paper fed on top of the way to the blade; 0 where the form has none
    /// @param shows whether anything was printed since the cut before; else the paper is thrown away
    void cut(Cut.Form form, int feedDots, boolean shows);

    /// Nothing follows.
    void end(boolean shows);
}
