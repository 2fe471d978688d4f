package slipstream.escpos.render;

import java.util.List;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// The line under way on whatever is written, paper or page: keeps the print position, wraps where the line is full,
/// and knows whether anything has come on the paper.
final class PrintLine {
    private final Roll paper;
    private final Page page;
    private int x;
    private boolean begun;
    private boolean inked;
    private boolean shown;

    /// @param page where page mode writes
    PrintLine(Roll paper, Page page) {
        this.paper = paper;
        this.page = page;
    }

    /// The print position, in dots from the line's beginning.
    int x() {
        return x;
    }

    /// Whether something stands in the line.
    boolean begun() {
        return begun;
    }

    /// Whether anything has come on the paper since the receipt began.
    boolean shown() {
        return shown;
    }

    /// Something comes on the paper, by way of the page or at once.
    void shows() {
        shown = true;
    }

    void receiptEnds() {
        shown = false;
    }

    /// How long a line is.
    int width(PrinterState state) {
        return sheet(state).width(state);
    }

    private Sheet sheet(PrinterState state) {
        return state.page() ? page : paper;
    }

    /// @param run the bytes that the letters were decoded from
    void letters(PrinterState state, List<Letter> letters, Bytes run) {
        Cell narrow = letters.isEmpty() ? null : Cell.of(state, false);
        Cell wide = null;
        for (Letter letter : letters) {
            if (letter.wide() && wide == null) {
                wide = Cell.of(state, true);
            }
            Cell cell = letter.wide() ? wide : narrow;
            if (x > 0 && x + cell.advance() > width(state)) {
                feed(state, state.layout().lineSpacing());
            }
            boolean single = letter.length() == 1 && letter.offset() >= 0;
            sheet(state).letter(state, letter, single ? run.at(letter.offset()) : -1, cell, x);
            x += cell.advance();
            begun = true;
            inked |= GlyphDrawer.inked(state, letter);
        }
    }

    /// Dots that stand in the line as letters do.
    void image(PrinterState state, Bitmap bitmap) {
        sheet(state).image(state, bitmap, x);
        x = Math.min(width(state), x + bitmap.width());
        begun = true;
        inked = true;
    }

    /// Prints the pending line, as most printers do, then what stands by itself.
    void block(PrinterState state, Block block) {
        print(state);
        begin();
        sheet(state).block(state, block);
        shown |= sheet(state) == paper;
    }

    void tab(PrinterState state) {
        int next = state.layout().tabStops().stream()
                .filter(stop -> stop > x)
                .findFirst()
                .orElse(x);
        x = Math.min(next, width(state));
    }

    /// Moves within the line; a move out of it is none.
    void moveTo(PrinterState state, int dots) {
        if (dots >= 0 && dots <= width(state)) {
            x = dots;
        }
    }

    /// Moves to the line's beginning; what stands in it stays.
    void back() {
        x = 0;
    }

    /// Prints the line, and feeds so far.
    void feed(PrinterState state, int dots) {
        sheet(state).line(state, dots);
        shown |= inked && sheet(state) == paper;
        begin();
    }

    /// Prints the line if something stands in it.
    void print(PrinterState state) {
        if (begun) {
            feed(state, state.layout().lineSpacing());
        }
    }

    /// Throws the line away.
    void drop(PrinterState state) {
        sheet(state).discardLine();
        begin();
    }

    /// The next line begins.
    void begin() {
        x = 0;
        begun = false;
        inked = false;
    }
}
