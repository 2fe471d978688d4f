package slipstream.device.reference.evidence;

import java.util.List;
import slipstream.device.reference.evidence.KindWords.Mark;
import slipstream.device.reference.text.Ascii;
import slipstream.device.reference.text.Words;

/// What a line says besides words of a table.
///
/// @param letter where the first other letter is, the line's end if there is none
/// @param stop where the last colon or bracket before it is, -1 if there is none
/// @param others how many other letters there are
/// @param known how many characters the words of the table have
record Besides(int letter, int stop, int others, int known) {
    private static final int LEAST_PRICE = 3;

    /// Letters of a currency's code.
    private static final int CURRENCY = 3;

    static Besides of(String line, List<Words.Found<List<Mark>>> found) {
        int letter = line.length();
        int stop = -1;
        int others = 0;
        int known = 0;
        int at = 0;
        for (int word = 0; word <= found.size(); word++) {
            int to = word < found.size() ? found.get(word).start() : line.length();
            for (; at < to; at++) {
                char c = line.charAt(at);
                if (Character.isLetter(c) && !unit(line, at)) {
                    letter = Math.min(letter, at);
                    others++;
                } else if (letter == line.length() && (c == ':' || c == '(')) {
                    stop = at;
                }
            }
            if (word < found.size()) {
                at = found.get(word).end();
                known += at - to;
            }
        }
        return new Besides(letter, stop, others, known);
    }

    boolean title() {
        return others * 2 <= known;
    }

    /// Whether nothing else is said up to a colon or bracket behind the word that ends at `end`.
    boolean allows(int end, String line) {
        return letter == line.length() || end <= stop;
    }

    /// Whether the amount behind a word is zero: `退款 0.00`.
    static boolean nothing(String line, int from) {
        boolean digits = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= '1' && c <= '9' || Character.isLetter(c) && !unit(line, i)) {
                return false;
            }
            digits |= c == '0';
        }
        return digits;
    }

    /// Whether a price is all that stands behind a word: `酒水 600.00` is sold, and no bar's ticket.
    static boolean priced(String line, int from) {
        int digits = 0;
        for (int i = from; i < line.length(); i++) {
            if (Character.isLetter(line.charAt(i)) && !unit(line, i)) {
                return false;
            }
            digits += Ascii.digit(line.charAt(i)) ? 1 : 0;
        }
        return digits >= LEAST_PRICE;
    }

    /// Whether the letter at `at` is one of a currency beside its amount: `AUD88.00`, `18,00 EUR`, `18元`. Looks no
    /// further than a currency reaches, however many capitals follow.
    private static boolean unit(String line, int at) {
        int start = at;
        while (start > 0 && at - start < CURRENCY && Character.isUpperCase(line.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < line.length() && end - at <= CURRENCY && Character.isUpperCase(line.charAt(end))) {
            end++;
        }
        char c = line.charAt(at);
        boolean currency = c == '元' || c == '円' || c == '원' || Character.isUpperCase(c) && end - start <= CURRENCY;
        return currency && (number(line, start - 1, -1) || number(line, end, 1));
    }

    /// Whether a digit stands at `from`, or a blank further on in the direction of `step`.
    private static boolean number(String line, int from, int step) {
        int at = from >= 0 && from < line.length() && line.charAt(from) == ' ' ? from + step : from;
        return at >= 0 && at < line.length() && Ascii.digit(line.charAt(at));
    }
}
