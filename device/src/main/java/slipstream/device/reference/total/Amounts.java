package slipstream.device.reference.total;

import java.math.BigDecimal;
import java.util.List;

/// Reads amounts of money in a piece of a folded line, each character once.
///
/// ```
/// -¥1,288.00   RMB 12.8元   1.288,00   12        amounts
/// 3件   12 pcs   2026-11-22   #12   4200001     counts, days, parts of words, numbers too long: none
/// ```
final class Amounts {
    private static final int MOST_DIGITS = 9;
    private static final int GROUP = 3;
    private static final int CENTS = 2;
    private static final long MINOR = 100;

    private static final List<String> SIGNS =
            List.of("¥", "HK$", "$", "€", "£", "₩", "RMB", "CNY", "USD", "EUR", "GBP", "HKD", "JPY", "MOP");
    private static final List<String> BEHIND = List.of("元", "円", "원", "CNY", "RMB", "USD", "EUR", "GBP", "HKD", "JPY");
    private static final List<String> BEHIND_ALONE = List.of("元", "円", "원", "CNY", "RMB", "USD", "EUR");
    private static final List<String> UNITS =
            List.of("件", "份", "个", "項", "项", "点", "點", "位", "人", "张", "瓶", "杯", "pcs", "items", "item", "qty", "x");
    private static final String GOES_ON = "%*./:,-";
    private static final String BEFORE_PART = "*#./_";

    private final String line;
    private final int to;
    private int at;

    private Amounts(String line, int from, int to) {
        this.line = line;
        this.to = to;
        at = from;
    }

    /// The first amount of money from `from` to before `to`, with two decimals: one with cents or a currency if there
    /// is any; null for none.
    static BigDecimal first(String line, int from, int to) {
        var amounts = new Amounts(line, from, to);
        BigDecimal whole = null;
        for (int before = from; amounts.toDigit(); before = amounts.at) {
            int start = amounts.at;
            boolean signed = amounts.currencyBefore(before);
            boolean negative = amounts.negative(before);
            int digits = amounts.digits();
            boolean continental = amounts.continental(start, digits);
            int end = continental ? amounts.at : amounts.grouped(start, digits);
            int cents = amounts.cents(end);
            boolean money = continental || cents > 0 || signed;
            boolean partOfWord = amounts.behind() || !signed && start > from && partOfWord(line.charAt(start - 1));
            if (!amounts.counted() && !partOfWord && count(line, start, end) <= MOST_DIGITS) {
                BigDecimal value = value(line, start, end, cents, continental, negative);
                if (money) {
                    return value;
                }
                whole = whole == null ? value : whole;
            }
        }
        return whole;
    }

    /// Whether the line shows an amount and nothing else.
    static boolean only(String line) {
        var rest = new Amounts(line, 0, line.length());
        rest.blanks();
        rest.minus();
        rest.blanks();
        rest.one(SIGNS);
        rest.blanks();
        rest.minus();
        int digits = rest.at;
        while (rest.at < rest.to && (digit(rest.next()) || rest.next() == '.' || rest.next() == ',')) {
            rest.at++;
        }
        boolean number = rest.at > digits;
        rest.blanks();
        rest.one(BEHIND_ALONE);
        rest.blanks();
        return number && rest.at == rest.to;
    }

    private char next() {
        return line.charAt(at);
    }

    private boolean toDigit() {
        while (at < to && !digit(line.charAt(at))) {
            at++;
        }
        return at < to;
    }

    /// Where the signs before the digits begin that are no minus beside them.
    private int signsEnd(int from) {
        int end = at > from && line.charAt(at - 1) == '-' ? at - 1 : at;
        while (end > from && line.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private int currencyLength(int from) {
        int end = signsEnd(from);
        for (String sign : SIGNS) {
            int start = end - sign.length();
            if (start >= from && line.regionMatches(true, start, sign, 0, sign.length())) {
                return sign.length();
            }
        }
        return 0;
    }

    private boolean currencyBefore(int from) {
        return currencyLength(from) > 0;
    }

    /// Whether a minus stands beside the digits, or before their currency.
    private boolean negative(int from) {
        int end = signsEnd(from) - currencyLength(from);
        while (end > from && line.charAt(end - 1) == ' ') {
            end--;
        }
        return at > from && line.charAt(at - 1) == '-' || end > from && line.charAt(end - 1) == '-';
    }

    /// Passes digits.
    ///
    /// @return how many
    private int digits() {
        int start = at;
        while (at < to && digit(line.charAt(at))) {
            at++;
        }
        return at - start;
    }

    /// Passes the rest of `1.288,00` if it is one.
    private boolean continental(int start, int digits) {
        int end = digits <= GROUP ? groups(start + digits, '.') : start + digits;
        if (end > start + digits && end < to && line.charAt(end) == ',' && digitsAt(end + 1, CENTS) == CENTS) {
            at = end + 1 + CENTS;
            return true;
        }
        return false;
    }

    /// Passes the rest of `1,288` if it is one.
    private int grouped(int start, int digits) {
        at = digits <= GROUP ? groups(start + digits, ',') : start + digits;
        return at;
    }

    private int groups(int from, char separator) {
        int end = from;
        while (end < to && line.charAt(end) == separator && digitsAt(end + 1, GROUP) == GROUP) {
            end += 1 + GROUP;
        }
        return end;
    }

    private int digitsAt(int from, int most) {
        int count = 0;
        while (count < most && from + count < to && digit(line.charAt(from + count))) {
            count++;
        }
        return count;
    }

    /// Passes one or two decimals.
    ///
    /// @return how many
    private int cents(int end) {
        boolean point = end < to && (line.charAt(end) == '.' || line.charAt(end) == ',');
        int count = point ? digitsAt(end + 1, CENTS) : 0;
        at = count > 0 ? end + 1 + count : end;
        return count;
    }

    /// Passes a currency and what runs on behind it; whether anything does.
    private boolean behind() {
        one(BEHIND);
        int start = at;
        while (at < to && goesOn(line.charAt(at))) {
            at++;
        }
        return at > start;
    }

    /// Passes blanks and the name of what is counted, if it stands there.
    private boolean counted() {
        blanks();
        return one(UNITS);
    }

    private void blanks() {
        while (at < to && line.charAt(at) == ' ') {
            at++;
        }
    }

    private void minus() {
        at += at < to && line.charAt(at) == '-' ? 1 : 0;
    }

    /// Passes one of `words`.
    private boolean one(List<String> words) {
        if (at == to || digit(line.charAt(at)) || line.charAt(at) == ' ') {
            return false;
        }
        for (String word : words) {
            if (at + word.length() <= to && line.regionMatches(true, at, word, 0, word.length())) {
                at += word.length();
                return true;
            }
        }
        return false;
    }

    private static boolean goesOn(char c) {
        return letterOrDigit(c) || GOES_ON.indexOf(c) >= 0;
    }

    private static boolean partOfWord(char before) {
        return letterOrDigit(before) || BEFORE_PART.indexOf(before) >= 0;
    }

    private static boolean letterOrDigit(char c) {
        return digit(c) || c < 0x80 && (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int count(String line, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += digit(line.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    private static BigDecimal value(String line, int start, int end, int cents, boolean continental, boolean negative) {
        long digits = 0;
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            digits = digit(c) ? digits * 10 + c - '0' : digits;
        }
        long decimals = cents > 0 ? line.charAt(end + 1) - '0' : 0;
        decimals = decimals * 10 + (cents > 1 ? line.charAt(end + 2) - '0' : 0);
        long minor = continental ? digits : digits * MINOR + decimals;
        return BigDecimal.valueOf(negative ? -minor : minor, CENTS);
    }
}
