package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// What became of telling that a payment was given back.
///
/// @param outcome how the payment counts now
@Json
public record RefundAnswer(Outcome outcome) {
    /// How the payment counts. After [#LATER] the box tells it again after a while; after any other it is done.
    public enum Outcome {
        /// As given back, now or since before: open links are taken back, vouchers that were redeemed are marked.
        GIVEN_BACK("given-back"),
        /// As it did: its platform, which alone is believed, does not say that it was given back.
        NOT_GIVEN_BACK("not-given-back"),
        /// As it did; its platform could not be asked.
        LATER("later"),
        /// The merchant of the box has no such payment that is known here.
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
