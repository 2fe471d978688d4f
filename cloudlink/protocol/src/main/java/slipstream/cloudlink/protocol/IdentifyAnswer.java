package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;
import java.util.List;

/// The service's answer: print this link, or print nothing.
///
/// @param decision whether the receipt carries a link
/// @param reason why, as one lower-case word an operator can count: `marked`, `first-payment`, `entitled`,
///     `not-successful`, `unknown-payment` and others; `openapi.yaml` has them all
/// @param url the claim link in capital letters, at most 120 characters; null when [Decision#PLAIN]
/// @param caption the lines to print beside the symbol, in the merchant's language; empty when
///     [Decision#PLAIN]
@Json
public record IdentifyAnswer(Decision decision, String reason, String url, List<String> caption) {

    /// What the box prints.
    public enum Decision {
        /// Print the claim link at the end of the receipt.
        LINK("link"),
        /// Print the receipt as it came.
        PLAIN("plain");

        private final String wire;

        Decision(String wire) {
            this.wire = wire;
        }

        /// The decision's name in JSON.
        @Json.Value
        public String wire() {
            return wire;
        }
    }

    /// An answer that prints a link.
    public static IdentifyAnswer link(String reason, String url, List<String> caption) {
        return new IdentifyAnswer(Decision.LINK, reason, url, List.copyOf(caption));
    }

    /// An answer that leaves the receipt as it is.
    public static IdentifyAnswer plain(String reason) {
        return new IdentifyAnswer(Decision.PLAIN, reason, null, List.of());
    }
}
