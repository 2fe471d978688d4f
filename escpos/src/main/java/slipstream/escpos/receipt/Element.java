package slipstream.escpos.receipt;

import java.util.List;
import java.util.stream.Collectors;
import slipstream.escpos.state.CharacterStyle;
import slipstream.escpos.text.Figures;

/// Something a receipt shows.
public sealed interface Element {
    /// Where it begins, in bytes from the start of the stream.
    long offset();

    /// A printed line of text.
    ///
    /// @param number how many lines of paper into the receipt it stands, 1 for the first; a line that the paper's
    ///     edge wraps counts once, a picture or symbol counts as one line
    /// @param runs its text in the order sent, a run for each change of style or position
    /// @param figures whether it may show a number of some length, as [Figures] tells it
    record Line(long offset, int number, List<Run> runs, boolean figures) implements Element {
        /// A line whose runs tell whether it may show a number.
        public Line(long offset, int number, List<Run> runs) {
            this(offset, number, runs, Figures.in(runs.stream().map(Run::text).toList()));
        }

        /// The line's characters in the order sent; a blank stands where the print position was moved.
        public String text() {
            return runs.stream().map(Run::text).collect(Collectors.joining());
        }
    }

    /// Characters of one style.
    ///
    /// @param offset where its bytes begin in the stream
    /// @param x where its first character begins, in dots from the left edge of the print area of the time, before
    ///     justification moves the line
    /// @param text the characters
    /// @param style how they look
    record Run(long offset, int x, String text, CharacterStyle style) {}

    /// A barcode or a two-dimensional symbol.
    ///
    /// @param system its symbology: `CODE128`, `QR Code`, …
    /// @param payload what a scanner would read, as far as the stream tells it
    record Symbol(long offset, String system, String payload) implements Element {}

    /// An image or drawing.
    ///
    /// @param width in dots, 0 when the stream does not tell it
    /// @param height in dots, 0 when the stream does not tell it
    record Picture(long offset, int width, int height) implements Element {}
}
