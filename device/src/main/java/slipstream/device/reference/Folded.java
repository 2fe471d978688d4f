package slipstream.device.reference;

/// Text in the one form that tables are written in.
final class Folded {
    private Folded() {}

    /// `text` with half-width forms for full-width ones, one kind of dash and one kind of blank; as long as it was.
    static String text(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(character(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char character(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3000', '\u00A0', '\t', '\r', '\n' -> ' ';
            case '\uFFE5' -> '¥';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2500', '\u2501', '\u2212' -> '-';
            case '\u3010', '\u3014', '\u300A', '\u300C' -> '[';
            case '\u3011', '\u3015', '\u300B', '\u300D' -> ']';
            default -> c;
        };
    }

    /// Whether `c` is of a script that is written without blanks between words.
    static boolean ideograph(char c) {
        return c >= '\u2E80' && c < '\uFF00';
    }

    /// How many columns of half-width characters `text` takes on paper.
    static int columns(String text) {
        return text.chars().map(c -> ideograph((char) c) ? 2 : 1).sum();
    }
}
