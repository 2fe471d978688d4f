package slipstream.escpos.inject;

import slipstream.escpos.state.PrinterState;

/// Where on the paper a block is to stand.
///
/// @param state the printer's state there; its line is not empty where the block must first print it
/// @param behindDots how far the sender has fed back above what is printed
/// @param swallowsLineFeed whether the printer swallows a line feed that comes next
record Site(PrinterState state, int behindDots, boolean swallowsLineFeed) {
    /// Directly below what is printed.
    static Site at(PrinterState state) {
        return new Site(state, 0, false);
    }
}
