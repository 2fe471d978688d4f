package slipstream.cloudlink.service.web.claim;

import java.util.Locale;
import slipstream.cloudlink.service.claim.ClaimToken;

/// The addresses in the QR symbols: in capitals, so that the symbol is alphanumeric and small.
///
/// @param publicUrl how phones reach the claim pages, without a slash at its end
public record ClaimUrls(String publicUrl) {
    public ClaimUrls {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    public String of(ClaimToken token) {
        return prefix() + token.value();
    }

    /// What comes before the token.
    public String prefix() {
        return (publicUrl + "/C/").toUpperCase(Locale.ROOT);
    }

    /// Whether browsers reach the pages by TLS.
    public boolean isSecure() {
        return publicUrl.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
