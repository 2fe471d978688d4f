package slipstream.device.doctor;

/// What a check found.
///
/// @param link the part of the chain
/// @param state whether it holds
/// @param sentence what was found; may be several short sentences
/// @param next what to do, empty when there is nothing to do
public record Finding(String link, State state, String sentence, String next) {
    /// Whether a link holds.
    public enum State {
        /// Nothing to do.
        OK("ok"),
        /// The box works, but not as well as it could, or it could not be found out.
        LOOK("look at this"),
        /// Receipts or claim links fail until it is mended.
        BROKEN("broken");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /// How a person says it.
        public String words() {
            return words;
        }
    }

    static Finding ok(String link, String sentence) {
        return new Finding(link, State.OK, sentence, "");
    }

    static Finding look(String link, String sentence, String next) {
        return new Finding(link, State.LOOK, sentence, next);
    }

    static Finding broken(String link, String sentence, String next) {
        return new Finding(link, State.BROKEN, sentence, next);
    }

    /// The same, told of one line among several.
    Finding of(String line) {
        return new Finding(link, state, "Line " + line + ": " + sentence, next);
    }
}
