package slipstream.device.reference.evidence;

import slipstream.device.reference.text.Ascii;

/// What the numbers of a line count.
///
/// ```
/// 2 x 牛肉面   牛肉面 x2            things, so many of them
/// 2 Prawn Cocktail   김치찌개  2    what may be things
/// Espresso 2.40   ¥980             prices
/// VISA  31  1,204.10   现金 18笔 1,204.50    so many payments, and what they come to
/// ```
final class Counts {
    private static final String PAYMENTS = "笔筆件건";
    private static final int MOST_THINGS = 2;
    private static final int MOST_PAYMENTS = 4;
    private static final String UNITS = "份個个点點人位개건件笔筆回本枚皿杯串条條斤盘盤碗壶壺只隻根例打听罐扎块塊张張套盅锅鍋客卷瓶包盒袋";

    private Counts() {}

    /// So many of something, and no price.
    static boolean things(String line) {
        int first = first(line);
        int last = last(line);
        int end = last;
        while (end > first && Ascii.digit(line.charAt(end))) {
            end--;
        }
        if (end > first && end < last && times(line.charAt(end)) && parted(line.charAt(end - 1))) {
            return true;
        }
        int digits = digits(line, first);
        int sign = blanks(line, digits);
        int name = sign < last && digits > first && digits - first <= MOST_THINGS && times(line.charAt(sign))
                ? blanks(line, sign + 1)
                : last;
        return name < last && Character.isLetter(line.charAt(name)) && line.indexOf('.', name) < 0;
    }

    /// Whether a multiplication may follow: no Latin letter and no digit.
    private static boolean parted(char c) {
        return c == ' ' || c >= 0x80 || c == ')';
    }

    /// The count that stands between a name and the amount that begins at `to`, 0 for none.
    static int before(String line, int to) {
        int end = to;
        while (end > 0 && " -¥$€£₩".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        end -= end > 0 && UNITS.indexOf(line.charAt(end - 1)) >= 0 ? 1 : 0;
        int start = end;
        while (start > 0 && end - start <= MOST_PAYMENTS && Ascii.digit(line.charAt(start - 1))) {
            start--;
        }
        boolean count = end < to && start > 0 && end > start && end - start <= MOST_PAYMENTS;
        boolean named = count && line.charAt(start - 1) == ' ' && blanks(line, 0) < start - 1;
        return named ? Integer.parseInt(line, start, end, 10) : 0;
    }

    /// A small number at either end of a line that has no other, and letters beside it.
    static boolean mayBeThings(String line) {
        int first = first(line);
        int last = last(line);
        int end = digits(line, first);
        boolean leads = end > first && end - first <= MOST_THINGS && end < last && line.charAt(end) == ' ';
        if (leads) {
            return Character.isLetter(line.charAt(end + 1)) && none(line, end, last + 1);
        }
        int start = first;
        while (start <= last && !Ascii.digit(line.charAt(start))) {
            start++;
        }
        int stop = digits(line, start);
        boolean ends = stop > last || UNITS.indexOf(line.charAt(stop)) >= 0;
        boolean few = stop > start && stop - start <= MOST_THINGS && start > first + 1;
        boolean apart = few && (line.charAt(start - 1) == ' ' || line.startsWith(" -", start - 2));
        return ends
                && apart
                && Character.isLetter(line.charAt(first))
                && none(line, first, start)
                && none(line, stop, last + 1);
    }

    /// Whether the line shows an amount with cents, or with a currency's sign.
    static boolean price(String line) {
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i - 1);
            if (Ascii.digit(line.charAt(i)) && "¥$€£₩".indexOf(c) >= 0) {
                return true;
            }
            if ((c == '.' || c == ',')
                    && i > 1
                    && Ascii.digit(line.charAt(i - 2))
                    && digits(line, i) == i + 2
                    && (i + 2 == line.length() || ".,:".indexOf(line.charAt(i + 2)) < 0)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a count and an amount stand behind `from`, and nothing else.
    static boolean countAndAmount(String line, int from) {
        int at = blanks(line, from);
        int end = digits(line, at);
        if (end == at || end - at > MOST_PAYMENTS) {
            return false;
        }
        int next = end < line.length() && UNITS.indexOf(line.charAt(end)) >= 0 ? end + 1 : end;
        int amount = blanks(line, next);
        int signs = amount;
        while (signs < line.length() && "-¥$€£₩".indexOf(line.charAt(signs)) >= 0) {
            signs++;
        }
        int rest = signs;
        while (rest < line.length() && (Ascii.digit(line.charAt(rest)) || ".,".indexOf(line.charAt(rest)) >= 0)) {
            rest++;
        }
        return amount > next && rest > signs && blanks(line, rest) >= line.length() - 1;
    }

    /// The same behind anything, where the count has its word: `QR計 30件 ¥38,000`.
    static boolean namedCountAndAmount(String line) {
        for (int i = 1; i < line.length(); i++) {
            if (PAYMENTS.indexOf(line.charAt(i)) >= 0 && Ascii.digit(line.charAt(i - 1))) {
                int start = i - 1;
                while (start > 0 && Ascii.digit(line.charAt(start - 1))) {
                    start--;
                }
                return start > 0 && countAndAmount(line, start);
            }
        }
        return false;
    }

    private static boolean times(char c) {
        return c == 'x' || c == 'X' || c == '×' || c == '*';
    }

    private static int first(String line) {
        int at = blanks(line, 0);
        return at == line.length() ? 0 : at;
    }

    private static int last(String line) {
        int last = line.length() - 1;
        while (last > 0 && line.charAt(last) == ' ') {
            last--;
        }
        return last;
    }

    private static int blanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int digits(String line, int from) {
        int at = from;
        while (at < line.length() && Ascii.digit(line.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Whether neither digits nor a colon stand there.
    private static boolean none(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Ascii.digit(line.charAt(i)) || line.charAt(i) == ':') {
                return false;
            }
        }
        return true;
    }
}
