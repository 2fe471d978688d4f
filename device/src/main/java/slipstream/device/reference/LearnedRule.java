package slipstream.device.reference;

/// A rule that the receipts of one till taught.
///
/// @param name what people call it, another for each rule of a till
/// @param scheme who moved the money, as the service knows it
/// @param kind which of the scheme's numbers
/// @param anchor where on the receipt the number stands
/// @param number what all of the number looks like
/// @param confidence when the service is asked about it
public record LearnedRule(
        String name, String scheme, String kind, Anchor anchor, RulePattern number, Confidence confidence) {

    /// Where a number stands.
    public sealed interface Anchor {}

    /// By a text that is the same on every receipt.
    ///
    /// @param text as it is printed; letter case, accents and full-width forms make no difference
    /// @param place where the number stands, seen from it
    public record ByLabel(String text, Place place) implements Anchor {}

    /// Below a line that a pattern tells.
    ///
    /// @param line found in that line
    /// @param below how many printed lines below it the number stands; 0 for in it
    public record ByLine(RulePattern line, int below) implements Anchor {}

    /// In a barcode or another symbol, as all of it or as a part of the address in it.
    public record InSymbol() implements Anchor {}

    /// Where a number stands, seen from its label.
    public enum Place {
        /// Behind it in its line.
        SAME_LINE("same-line"),
        /// In the line below, in its column.
        NEXT_LINE("next-line"),
        /// Before it in its line.
        BEFORE_LABEL("before-label"),
        /// In the line above.
        LINE_ABOVE("line-above");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        /// The place as files write it.
        public String word() {
            return word;
        }
    }
}
