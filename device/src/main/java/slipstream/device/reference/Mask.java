package slipstream.device.reference;

import java.util.List;

/// Numbers as they may be shown.
public final class Mask {
    private static final int SHOWN = 4;
    private static final int SHORTEST = 8;

    private Mask() {}

    /// `number` with its last four characters only; of a short one the last two.
    public static String of(String number) {
        int shown = number.length() < SHORTEST ? SHOWN / 2 : SHOWN;
        int hidden = Math.max(0, number.length() - shown);
        return "*".repeat(hidden) + number.substring(hidden);
    }

    /// `line`, folded, with every number masked that may pay or stand for a card or a person; as long as it was.
    public static String secrets(String line) {
        List<Number> numbers = Numbers.of(line, at -> at);
        StringBuilder masked = null;
        for (Number number : numbers) {
            Impostor impostor = Impostor.of(number.compact());
            if (impostor != null && impostor.secret()) {
                masked = masked == null ? new StringBuilder(line) : masked;
                hide(masked, number);
            }
        }
        return masked == null ? line : masked.toString();
    }

    private static void hide(StringBuilder line, Number number) {
        int shown = 0;
        for (int i = number.end() - 1; i >= number.start(); i--) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c) && shown++ >= SHOWN) {
                line.setCharAt(i, '*');
            }
        }
    }
}
