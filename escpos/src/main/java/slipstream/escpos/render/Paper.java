package slipstream.escpos.render;

/// Where a picture of paper begins and ends.
public enum Paper {
    /// A receipt: from the first row after a cut to where the paper passed the print line at the next.
    RECEIPTS,
    /// A piece as it falls: the blade stands [slipstream.escpos.profile.PrinterProfile#bladeDistanceDots] beyond
    /// the print line, so the last rows before `GS V 0` fall with the next piece. Each piece begins with the way
    /// from the blade to the print line; the last ends at the print line. Pieces without ink are not told.
    PIECES
}
