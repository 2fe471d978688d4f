package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// What became of telling on which receipt a token was printed.
///
/// @param outcome whether the token now stands for the receipt
@Json
public record TokenUseAnswer(Outcome outcome) {
    /// What became of it. After [#LATER] the box tells it again after a while; after any other it is done.
    public enum Outcome {
        /// The token stands for this receipt, now or since it was told first.
        BOUND("bound"),
        /// The payment platform knows no such payment so far, or could not be asked; nothing was kept.
        LATER("later"),
        /// It stands for another receipt already.
        USED("used"),
        /// It was printed after its time.
        EXPIRED("expired"),
        /// There is no such token in the pool of this box.
        UNKNOWN("unknown");

        private final String wire;

        Outcome(String wire) {
            this.wire = wire;
        }

        /// The outcome's name in JSON.
        @Json.Value
        public String wire() {
            return wire;
        }
    }
}
