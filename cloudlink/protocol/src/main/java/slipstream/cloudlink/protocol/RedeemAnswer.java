package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;

/// What became of a voucher that a receipt shows. Whatever it is, the box has nothing more to do about it.
///
/// @param outcome whether it was redeemed
/// @param at when it was redeemed or taken back, or has expired, as ISO 8601 in UTC; null when that is not known
@Json
public record RedeemAnswer(Outcome outcome, String at) {
    /// What became of it.
    public enum Outcome {
        /// Good, and used up by this receipt.
        REDEEMED("redeemed"),
        /// Used up before: by another receipt, or on the staff's page, as when it was scanned there first.
        USED_UP("used-up"),
        /// The payment behind it was given back.
        TAKEN_BACK("taken-back"),
        /// Its time is over.
        EXPIRED("expired"),
        /// It belongs to another merchant.
        ELSEWHERE("elsewhere"),
        /// There is no such voucher.
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
