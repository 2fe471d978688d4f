package slipstream.device.claim;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.IdentifyAnswer;

/// A claim link that can be printed.
///
/// @param url an address of at most 300 printable ASCII characters
/// @param caption at most four lines of at most 48 characters
public record Link(String url, List<String> caption) {
    /// The longest address that makes a symbol of a size for receipts.
    public static final int LONGEST_URL = 300;

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[!-~]+");
    private static final int MOST_LINES = 4;
    private static final int LONGEST_LINE = 48;

    /// Whether `url` can be printed.
    public static boolean printable(String url) {
        return url.length() <= LONGEST_URL && ADDRESS.matcher(url).matches();
    }

    /// The link of `answer`; empty when it has none, or none that can be printed.
    static Optional<Link> of(IdentifyAnswer answer) {
        boolean link = answer != null && answer.decision() == IdentifyAnswer.Decision.LINK && answer.url() != null;
        return link ? of(answer.url(), answer.caption()) : Optional.empty();
    }

    /// The link to `url` under what can be printed of `caption`; empty when `url` cannot.
    static Optional<Link> of(String url, List<String> caption) {
        if (!printable(url)) {
            return Optional.empty();
        }
        List<String> lines = caption == null ? List.of() : caption;
        return Optional.of(new Link(
                url,
                lines.stream()
                        .filter(line -> line != null && !line.isBlank())
                        .limit(MOST_LINES)
                        .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE))
                        .toList()));
    }
}
