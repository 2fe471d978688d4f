package slipstream.escpos.render;

import slipstream.escpos.command.Cut;

/// The paper itself, which is cut.
interface Roll extends Sheet {
    /// Cuts.
    ///
    /// @param feedDots paper fed on top of the way to the blade; 0 where the form has none
    /// @param shows whether anything was printed since the cut before; else the paper is thrown away
    void cut(Cut.Form form, int feedDots, boolean shows);

    /// Nothing follows.
    void end(boolean shows);
}
