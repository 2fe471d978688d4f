package slipstream.device.reference;

import slipstream.device.reference.text.Ascii;
import slipstream.device.reference.text.Words;

/// What may stand between a label and its number.
final class Filling {
    /// What may stand there besides punctuation.
    private static final Words<Boolean> SUFFIXES = new Words<Boolean>()
            .add("No", true)
            .add("Nr", true)
            .add("N°", true)
            .add("Num", true)
            .add("Number", true)
            .add("Nummer", true)
            .add("Numéro", true)
            .add("Número", true)
            .add("ID", true)
            .add("Code", true)
            .add("号", true)
            .add("号码", true)
            .add("番号", true)
            .add("번호", true)
            .add("#", true)
            .add("Nbr", true)
            .add("码", true)
            .add("碼", true)
            .add("de", true)
            .add("da", true)
            .add("do", true);

    private static final String PUNCTUATION = " :;=.#>|])-*'\"";
    private static final int LONGEST_TRANSLATION = 24;

    private Filling() {}

    /// Whether nothing but what may follow a label stands from `from` to `to`: `No.`, a translation in brackets,
    /// colons, blanks.
    static boolean fills(String text, int from, int to) {
        int at = blanks(text, from, to);
        if (at < to) {
            Words.Found<Boolean> suffix = SUFFIXES.at(text, at);
            at = suffix != null && suffix.end() <= to ? suffix.end() : at;
        }
        at = blanks(text, at, to);
        if (at < to && "([/|".indexOf(text.charAt(at)) >= 0) {
            int end = at + 1;
            while (end < to && end - at <= LONGEST_TRANSLATION && translation(text.charAt(end))) {
                end++;
            }
            at = end;
        }
        while (at < to && PUNCTUATION.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at >= to;
    }

    private static boolean translation(char c) {
        return "()[]".indexOf(c) < 0 && !Ascii.digit(c);
    }

    private static int blanks(String text, int from, int to) {
        int at = from;
        while (at < to && (text.charAt(at) == ' ' || text.charAt(at) == '.' || text.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    static boolean punctuation(char c) {
        return PUNCTUATION.indexOf(c) >= 0;
    }

    /// Whether the word that ends at `end` only says that a number follows: `No Ref`, `N° de référence`.
    static boolean numberWord(String text, int end) {
        int start = end;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        Words.Found<Boolean> word = SUFFIXES.at(text, start);
        return word != null && word.end() == end;
    }
}
