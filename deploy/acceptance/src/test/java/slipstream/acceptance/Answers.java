package slipstream.acceptance;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is read from the service's answers.
final class Answers {
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");
    private static final Pattern VOUCHER = Pattern.compile("<p class=\"code\">(?:<span[^>]*>[^<]*</span>)?([^<]+)</p>");

    private Answers() {}

    /// Whether the answer to a box is for ever. It is not where the platform could not be asked in time.
    static boolean isDecided(String json) {
        return !json.contains("\"reason\":\"platform-unavailable\"");
    }

    /// The claim link in the answer to a box.
    static Optional<URI> link(String json) {
        var found = URL.matcher(json);
        return found.find() ? Optional.of(URI.create(found.group(1))) : Optional.empty();
    }

    /// The answer to a box, but for the node's own address: no common one is configured.
    static String withoutHost(String json) {
        return json.replaceFirst("(?i)http://[^/]+", "");
    }

    /// What became of a redemption.
    static String outcome(String json) {
        return json.replaceFirst("(?s).*\"outcome\":\"([a-z-]+)\".*", "$1");
    }

    /// The voucher's code on a claim page.
    static Optional<String> voucher(String html) {
        var found = VOUCHER.matcher(html);
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }
}
