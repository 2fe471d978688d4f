package slipstream.device.reference.text;

import java.text.Normalizer;

/// Text in the one form that tables are written in.
public final class Folded {
    /// Letters of Latin scripts without their accents, up to U+017F.
    private static final char[] LATIN = latin();

    private Folded() {}

    /// `text` with half-width forms for full-width ones, letters without accents, one kind of dash and one kind of
    /// blank; as long as it was.
    public static String text(String text) {
        int at = 0;
        while (at < text.length() && character(text.charAt(at)) == text.charAt(at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        char[] folded = text.toCharArray();
        for (; at < folded.length; at++) {
            folded[at] = character(folded[at]);
        }
        return new String(folded);
    }

    /// One character of it.
    static char character(char c) {
        if (c < 0x80) {
            return c < ' ' ? ' ' : c;
        }
        if (c < LATIN.length) {
            return LATIN[c];
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3000', '\u2002', '\u2003', '\u2009', '\u200A' -> ' ';
            case '\uFFE5' -> '¥';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2500', '\u2501', '\u2212' -> '-';
            case '\u3010', '\u3014', '\u300A', '\u300C' -> '[';
            case '\u3011', '\u3015', '\u300B', '\u300D' -> ']';
            case '\u2018', '\u2019' -> '\'';
            case '\u2502', '\u2503', '\u2551' -> '|';
            case '\u2236', '\uFE55', '\uA789' -> ':';
            case '\u2116' -> 'N';
            default -> c;
        };
    }

    private static char[] latin() {
        char[] table = new char[0x180];
        for (char c = 0; c < table.length; c++) {
            String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            table[c] = Character.isLetter(c) ? base.charAt(0) : c;
        }
        table['\u00A0'] = ' ';
        table['\u00BA'] = '°';
        table['\u00AA'] = '°';
        return table;
    }

    /// Whether `c` is of a script that is written without blanks between words.
    public static boolean ideograph(char c) {
        return c >= '\u2E80' && c < '\uFF00';
    }

    /// How many columns of half-width characters the first `length` characters of `text` take on paper.
    public static int columns(String text, int length) {
        int columns = length;
        for (int i = 0; i < length; i++) {
            if (ideograph(text.charAt(i))) {
                columns++;
            }
        }
        return columns;
    }
}
