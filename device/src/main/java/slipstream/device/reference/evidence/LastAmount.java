package slipstream.device.reference.evidence;

import slipstream.device.reference.text.Ascii;

/// The amount of money that ends a line: `合计 -12.00`, `Total 1.204,50 EUR`, `合計 ¥1,288`, `(20.00)`.
///
/// @param start where its digits begin
/// @param money whether cents, a currency or groups of three show that it is money
/// @param negative whether it is less than nothing
record LastAmount(int start, boolean money, boolean negative) {
    private static final LastAmount NONE = new LastAmount(-1, false, false);
    private static final String SIGNS = "元円원€$£¥₩";
    private static final int CODE = 3;

    static LastAmount of(String line) {
        int end = back(line, line.length());
        boolean credit = end > 2 && line.startsWith("CR", end - 2);
        boolean behind = end > 0 && (line.charAt(end - 1) == '-' || line.charAt(end - 1) == ')');
        end = behind ? back(line, end - 1) : end;
        int digitsEnd = back(line, currency(line, end));
        boolean trailed = digitsEnd > 0 && line.charAt(digitsEnd - 1) == '-';
        digitsEnd -= trailed ? 1 : 0;
        int start = digitsEnd;
        while (start > 0 && (Ascii.digit(line.charAt(start - 1)) || ".,".indexOf(line.charAt(start - 1)) >= 0)) {
            start--;
        }
        while (start < digitsEnd && !Ascii.digit(line.charAt(start))) {
            start++;
        }
        if (start == digitsEnd) {
            return NONE;
        }
        int front = back(line, start);
        boolean minus = front == start && front > 0 && line.charAt(front - 1) == '-';
        int sign = currency(line, minus ? front - 1 : front);
        boolean signed = sign < (minus ? front - 1 : front) || digitsEnd < end && !trailed;
        char before = sign > 0 ? line.charAt(sign - 1) : ' ';
        if (!signed && Character.isLetterOrDigit(before) && sign == start
                || before == ':' && sign > 1 && Ascii.digit(line.charAt(sign - 2))
                || before == '/') {
            return NONE;
        }
        boolean bracketed = behind && line.charAt(back(line, line.length()) - 1) == ')';
        boolean closing = sign < start && line.charAt(sign) == '¥' && !minus;
        boolean dash = minus && part(line, front - 1)
                || trailed
                || behind && !bracketed && !closing
                || before == '-' && signed && part(line, sign - 1);
        boolean negative = dash || credit || bracketed && before == '(';
        return new LastAmount(start, signed || written(line, start, digitsEnd), negative);
    }

    /// Whether nothing joins the dash at `at` with what is before it.
    private static boolean part(String line, int at) {
        return at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
    }

    /// Where the blanks that end at `to` begin.
    private static int back(String line, int to) {
        int at = to;
        while (at > 0 && line.charAt(at - 1) == ' ') {
            at--;
        }
        return at;
    }

    /// Where the currency that ends at `to` begins, `to` for none.
    private static int currency(String line, int to) {
        if (to > 0 && SIGNS.indexOf(line.charAt(to - 1)) >= 0) {
            boolean code = to > 1 && Character.isUpperCase(line.charAt(to - 2));
            return code ? letters(line, to - 1) : to - 1;
        }
        int from = letters(line, to);
        boolean word = from > 0 && (Character.isLetter(line.charAt(from - 1)) || line.charAt(from - 1) == '.');
        return to - from == CODE && !word ? from : to;
    }

    private static int letters(String line, int to) {
        int from = to;
        while (from > 0 && to - from <= CODE && Character.isUpperCase(line.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /// Whether digits are written as money: cents at the end, or groups of three.
    private static boolean written(String line, int start, int end) {
        int whole = end;
        boolean cents = end - start > CODE && ".,".indexOf(line.charAt(end - CODE)) >= 0;
        whole -= cents ? CODE : 0;
        boolean groups = false;
        for (int at = whole - 1, digits = 0; at >= start; at--) {
            if (Ascii.digit(line.charAt(at))) {
                digits++;
            } else if (digits == CODE && at > start) {
                digits = 0;
                groups = true;
            } else {
                return false;
            }
        }
        return cents || groups;
    }
}
