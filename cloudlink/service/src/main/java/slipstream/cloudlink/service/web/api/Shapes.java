package slipstream.cloudlink.service.web.api;

import java.util.Optional;

/// What tills and receipts are called, in the messages of boxes.
final class Shapes {
    private static final int LONGEST = 64;

    private Shapes() {}

    /// What is wrong with a till's name, in one sentence.
    static Optional<String> till(String till) {
        return text("till", till);
    }

    /// What is wrong with the box's name for a receipt, in one sentence.
    static Optional<String> receipt(String receipt) {
        return text("receipt", receipt);
    }

    private static Optional<String> text(String field, String value) {
        if (value == null || value.isBlank()) {
            return Optional.of("'" + field + "' is missing, 1 to " + LONGEST + " characters were expected");
        }
        return value.length() <= LONGEST
                ? Optional.empty()
                : Optional.of(
                        "'" + field + "' has " + value.length() + " characters, at most " + LONGEST + " were expected");
    }
}
