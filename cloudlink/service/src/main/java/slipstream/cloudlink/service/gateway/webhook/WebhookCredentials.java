package slipstream.cloudlink.service.gateway.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import slipstream.cloudlink.service.gateway.CredentialSheet;

/// What a merchant and its acquirer have agreed on.
///
/// @param acquirer a short name: payers' tokens count within it
/// @param keys any of which may have signed; two while one follows the other
public record WebhookCredentials(String acquirer, List<WebhookKey> keys) {
    private static final Pattern ACQUIRER = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern KEYS = Pattern.compile("\\S+( +\\S+){0,3}");

    /// Makes credentials of a sheet.
    ///
    /// | key | value |
    /// | --- | --- |
    /// | `acquirer` | a short name: `a-z`, `0-9`, `-` |
    /// | `keys` | one to four of `whsec_…` or `whpk_…`, parted by blanks |
    ///
    /// @throws IllegalArgumentException in one sentence
    public static WebhookCredentials of(CredentialSheet sheet) {
        var credentials = new WebhookCredentials(
                sheet.text("acquirer", ACQUIRER, "1 to 32 lower-case letters, digits or '-'"),
                Arrays.stream(sheet.text("keys", KEYS, "one to four keys parted by blanks")
                                .split(" +"))
                        .map(WebhookKey::of)
                        .toList());
        sheet.refuseUnknownKeys();
        return credentials;
    }

    /// Names the acquirer, never a key.
    @Override
    public String toString() {
        return "webhook credentials of " + acquirer;
    }
}
