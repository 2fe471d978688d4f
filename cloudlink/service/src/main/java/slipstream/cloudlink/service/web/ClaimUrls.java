package slipstream.cloudlink.service.web;

import java.util.Locale;
import slipstream.cloudlink.service.claim.ClaimToken;

/// The addresses in the QR symbols: in capitals, so that the symbol is alphanumeric and small.
///
/// @param publicUrl how phones reach the claim pages, without a slash at its end
record ClaimUrls(String publicUrl) {
    ClaimUrls {
        publicUrl = publicUrl.replaceAll("/+$", "");
    }

    String of(ClaimToken token) {
        return (publicUrl + "/C/" + token.value()).toUpperCase(Locale.ROOT);
    }

    boolean isSecure() {
        return publicUrl.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}
