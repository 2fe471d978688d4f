package slipstream.device.reference;

import java.util.Locale;

/// What a number is written with.
enum Alphabet {
    /// Digits.
    DIGITS("digits"),
    /// Capital letters and digits, one of them at least.
    CAPITALS("capital letters and digits"),
    /// Letters and digits, one digit at least.
    ALNUM("letters and digits"),
    /// Digits and dashes between them.
    DASHED("digits and dashes"),
    /// What WeChat Pay allows in an order number, digits and letters and `_ - | *`; four digits at least.
    ORDER("letters, digits and _ - | *");

    private static final int ORDER_DIGITS = 4;

    private final String words;

    Alphabet(String words) {
        this.words = words;
    }

    static Alphabet of(String cell) {
        return valueOf(cell.toUpperCase(Locale.ROOT));
    }

    /// As sentences say it.
    String words() {
        return words;
    }

    /// Whether `value` is written with it.
    boolean writes(String value) {
        int digits = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (!allows(c)) {
                return false;
            }
        }
        return digits > 0 && (this != ORDER || digits >= ORDER_DIGITS && !value.contains("**"));
    }

    private boolean allows(char c) {
        boolean capital = c >= 'A' && c <= 'Z';
        boolean letter = capital || c >= 'a' && c <= 'z';
        return switch (this) {
            case DIGITS -> false;
            case DASHED -> c == '-';
            case CAPITALS -> capital;
            case ALNUM -> letter;
            case ORDER -> letter || c == '_' || c == '-' || c == '|' || c == '*';
        };
    }
}
