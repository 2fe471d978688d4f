package slipstream.escpos.receipt;

import java.util.List;

/// What a stream shows up to one end.
///
/// @param number 1 for the first receipt of the stream
/// @param offset where its first byte stands in the stream
/// @param elements what it shows, in order; the first 4,096 of them
/// @param ending what ended it
public record Receipt(int number, long offset, List<Element> elements, Ending ending) {

    /// What ended a receipt.
    public enum Ending {
        /// A cut, or what a printer has instead.
        CUT,
        /// The next job began, on a printer without a blade.
        NEXT_JOB,
        /// The line stayed quiet.
        QUIET,
        /// The stream ended.
        END_OF_STREAM
    }

    /// Its lines of text.
    public List<Element.Line> lines() {
        return elements.stream()
                .filter(Element.Line.class::isInstance)
                .map(Element.Line.class::cast)
                .toList();
    }
}
