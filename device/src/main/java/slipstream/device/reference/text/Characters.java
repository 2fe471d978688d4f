package slipstream.device.reference.text;

/// What characters of folded text are to words.
final class Characters {
    private Characters() {}

    /// Whether words in Latin letters end before `c`.
    static boolean letter(char c) {
        return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : c < 0x2E80 && Character.isLetter(c);
    }

    /// A letter, or a digit.
    static boolean latin(char c) {
        return letter(c) || c >= '0' && c <= '9';
    }

    /// What may stand where a word of a table has a blank.
    static boolean separator(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '_';
    }

    static char lower(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c : Character.toLowerCase(c);
    }
}
