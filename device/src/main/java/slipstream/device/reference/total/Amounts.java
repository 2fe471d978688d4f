package slipstream.device.reference.total;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads amounts of money in a piece of a folded line, each character once.
///
/// ```
/// -¥1,288.00   RMB 12.8元   1.288,00   12        amounts
/// Rp 45.000   KWD 45.000   12,50-   12.50 CR     thousands, mils, less than nothing
/// 3件   12 pcs   2026-11-22   #12   4200001     counts, days, parts of words, numbers too long: none
/// ```
final class Amounts {
    private static final int MOST_DIGITS = 9;
    private static final int GROUP = 3;
    private static final int CENTS = 2;
    private static final long MINOR = 100;

    private static final List<String> SIGNS = signs();
    private static final Set<String> MILS = Set.of("KWD", "BHD", "OMR", "JOD", "TND", "KD", "BD", "JD", "DT");
    private static final List<String> UNITS = List.of(
            "件", "份", "个", "項", "项", "点", "點", "位", "人", "张", "瓶", "杯", "pcs", "items", "item", "qty", "x", "kg", "km");
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
            int sign = amounts.currencyLength(before);
            boolean negative = amounts.negative(before, sign);
            boolean opened = amounts.opened(before, sign);
            int end = amounts.whole(start, amounts.mils(before, sign));
            int cents = amounts.cents(end);
            boolean closed = amounts.yen(start) && cents == 0;
            boolean credit = amounts.minusBehind() && !closed || amounts.credit() || opened && amounts.closed();
            boolean partOfWord = amounts.behind() || sign == 0 && start > from && partOfWord(line.charAt(start - 1));
            credit |= amounts.credit();
            if (!amounts.counted() && !partOfWord && count(line, start, end) <= MOST_DIGITS) {
                BigDecimal value = value(line, start, end, cents, negative || credit);
                if (cents > 0 || sign > 0) {
                    return value;
                }
                whole = whole == null ? value : whole;
            }
        }
        return whole;
    }

    private static List<String> signs() {
        List<String> signs = new ArrayList<>(Currencies.signs());
        signs.add("$");
        return List.copyOf(signs);
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
        rest.minusBehind();
        rest.blanks();
        rest.one(SIGNS);
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

    /// How long the currency is that stands before the digits: 0 for none.
    private int currencyLength(int from) {
        int end = signsEnd(from);
        for (String sign : SIGNS) {
            int start = end - sign.length();
            if (start >= from
                    && line.regionMatches(true, start, sign, 0, sign.length())
                    && (start == from || !letterOrDigit(sign.charAt(0)) || !letterOrDigit(line.charAt(start - 1)))) {
                return sign.length();
            }
        }
        return 0;
    }

    /// Whether that currency has three decimals.
    private boolean mils(int from, int sign) {
        int end = signsEnd(from);
        return sign > 0 && MILS.contains(line.substring(end - sign, end).toUpperCase(Locale.ROOT));
    }

    /// Whether a minus stands beside the digits, or before their currency.
    private boolean negative(int from, int sign) {
        int end = signsEnd(from) - sign;
        while (end > from && line.charAt(end - 1) == ' ') {
            end--;
        }
        return at > from && line.charAt(at - 1) == '-' || end > from && line.charAt(end - 1) == '-';
    }

    /// Whether a bracket of the amount's own opens before it: accountants write so what is less than nothing.
    private boolean opened(int from, int sign) {
        int start = signsEnd(from) - sign - 1;
        return start >= from && line.charAt(start) == '(' && (start == 0 || line.charAt(start - 1) == ' ');
    }

    private boolean closed() {
        return at < to && line.charAt(at) == ')' && (at + 1 == to || line.charAt(at + 1) == ' ');
    }

    /// Passes the whole part: `1288`, `1,288`, `1.288`.
    ///
    /// @param mils whether three digits behind a point are decimals
    /// @return where it ends
    private int whole(int start, boolean mils) {
        int digits = digits();
        int end = start + digits;
        if (digits <= GROUP && line.charAt(start) != '0') {
            int commas = groups(end, ',');
            int points = mils ? end : groups(end, '.');
            end = commas > end ? commas : ends(points) ? points : end;
        }
        at = end;
        return end;
    }

    /// Whether groups that end at `end` are the whole amount, or its cents follow behind a comma.
    private boolean ends(int end) {
        return end == to || !digit(line.charAt(end)) && line.charAt(end) != '.';
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

    private int groups(int from, char separator) {
        int end = from;
        while (end < to && line.charAt(end) == separator && digitsAt(end + 1, GROUP + 1) == GROUP) {
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

    /// Passes the decimals, three at most.
    ///
    /// @return how many there are, the third not counted
    private int cents(int end) {
        boolean point = end < to && (line.charAt(end) == '.' || line.charAt(end) == ',');
        int all = point ? digitsAt(end + 1, GROUP) : 0;
        int count = Math.min(all, CENTS);
        if (all == GROUP && line.charAt(end + GROUP) == '0') {
            at = end + 1 + GROUP;
            return count;
        }
        at = count > 0 ? end + 1 + count : end;
        return count;
    }

    /// Whether the sign of yen stands before the digits: a dash behind them then says that no more follows, `¥2,500-`.
    private boolean yen(int start) {
        return start > 0 && line.charAt(start - 1) == '¥';
    }

    /// Passes a minus behind the digits; whether there is one.
    private boolean minusBehind() {
        boolean minus = at < to && next() == '-' && (at + 1 == to || line.charAt(at + 1) == ' ');
        at += minus ? 1 : 0;
        return minus;
    }

    /// Passes `CR` for credit, or `DR`; whether it is credit.
    private boolean credit() {
        int start = at;
        while (start < to && line.charAt(start) == ' ') {
            start++;
        }
        boolean side = line.regionMatches(true, start, "CR", 0, 2) || line.regionMatches(true, start, "DR", 0, 2);
        if (!side || start + 2 > to || start + 2 < to && letterOrDigit(line.charAt(start + 2))) {
            return false;
        }
        at = start + 2;
        return (line.charAt(start) | 0x20) == 'c';
    }

    /// Passes a currency and what runs on behind it; whether anything does.
    private boolean behind() {
        one(SIGNS);
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

    private static BigDecimal value(String line, int start, int end, int cents, boolean negative) {
        long digits = 0;
        for (int i = start; i < end; i++) {
            char c = line.charAt(i);
            digits = digit(c) ? digits * 10 + c - '0' : digits;
        }
        long decimals = cents > 0 ? line.charAt(end + 1) - '0' : 0;
        decimals = decimals * 10 + (cents > 1 ? line.charAt(end + 2) - '0' : 0);
        long minor = digits * MINOR + decimals;
        return BigDecimal.valueOf(negative ? -minor : minor, CENTS);
    }
}
