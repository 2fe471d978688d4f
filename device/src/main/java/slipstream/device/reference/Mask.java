package slipstream.device.reference;

/// Numbers as they may be shown.
public final class Mask {
    /// How many characters at its end a mask shows.
    static final int SHOWN = 4;

    private static final int SHORTEST = 8;

    private Mask() {}

    /// `number` with its last four characters only; of a short one the last two.
    public static String of(String number) {
        int shown = number.length() < SHORTEST ? SHOWN / 2 : SHOWN;
        int hidden = Math.max(0, number.length() - shown);
        return "*".repeat(hidden) + number.substring(hidden);
    }

    /// `line` with every number masked that may pay or stand for a card or a person; as long as it was. Digits may be
    /// full-width and in groups of any size, a blank or a dash between.
    public static String secrets(String line) {
        return secrets(line, '*');
    }

    static String secrets(String line, char with) {
        StringBuilder masked = null;
        for (Number number : Numbers.of(line, at -> at)) {
            if (secret(Impostor.of(number))) {
                masked = masked == null ? new StringBuilder(line) : masked;
                hide(masked, number.start(), number.end(), with);
            }
        }
        for (Digits digits = Digits.next(line, 0); digits != null; digits = Digits.next(line, digits.end())) {
            for (Digits part : digits.parts()) {
                if (secret(Impostor.of(part.value()))) {
                    masked = masked == null ? new StringBuilder(line) : masked;
                    hide(masked, part.start(), part.end(), with);
                }
            }
        }
        return masked == null ? line : masked.toString();
    }

    /// `text` with the beginning of every long row of digits masked, whatever it is: for what was not written by us.
    public static String digits(String text) {
        var masked = new StringBuilder(text);
        for (Digits digits = Digits.next(text, 0); digits != null; digits = Digits.next(text, digits.end())) {
            if (digits.value().length() >= SHORTEST) {
                hide(masked, digits.start(), digits.end(), '*');
            }
        }
        return masked.toString();
    }

    static boolean secret(Impostor impostor) {
        return impostor != null && impostor.secret();
    }

    private static void hide(StringBuilder line, int start, int end, char with) {
        hide(line, start, end, with, SHOWN);
    }

    /// Hides the letters and digits from `start` to `end`, but as many at the end as are to be shown.
    static void hide(StringBuilder line, int start, int end, char with, int most) {
        int shown = 0;
        for (int i = end - 1; i >= start; i--) {
            if (Character.isLetterOrDigit(line.charAt(i)) && shown++ >= most) {
                line.setCharAt(i, with);
            }
        }
    }
}
