package slipstream.cloudlink.protocol;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Set;

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

    /// The reasons after which the payer may be identified at the scan instead: the merchant has entrusted nothing
    /// that this payment could be looked up with, or the platform could not be asked just now.
    public static final Set<String> AT_SCAN = Set.of("unsupported-scheme", "platform-unavailable");

    /// Whether the box may print a token of its pool ([TokensRequest]) in place of a link. It may, too, where there
    /// was no answer at all, and for receipts without a reference, as with cash; after any other reason it must not.
    public boolean identifiesAtScan() {
        return decision == Decision.PLAIN && AT_SCAN.contains(reason);
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
