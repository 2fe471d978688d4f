package slipstream.device.reference;

import java.time.DateTimeException;
import java.time.LocalDate;

/// What payment numbers look like (research notes on payment platforms, 1.1 and 1.4).
///
/// | number | shape |
/// | --- | --- |
/// | WeChat Pay `transaction_id` | 28 digits from 1 or 4, the day as yyyyMMdd from the 11th |
/// | Alipay `trade_no` | 28 digits, the day as yyyyMMdd from the first |
/// | card retrieval reference | 12 digits (ISO 8583, field 37) |
/// | merchant's order number | 6 to 32 of digits, letters and `_ - | *` |
final class NumberShape {
    /// The length of the platforms' numbers.
    static final int PLATFORM_LENGTH = 28;

    /// The length of a card retrieval reference.
    static final int RRN_LENGTH = 12;

    /// The longest order number.
    static final int LONGEST_ORDER = 32;

    private static final int SHORTEST_ORDER = 6;
    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2049;

    private NumberShape() {}

    /// Whether these are the digits of a WeChat Pay number, its day included.
    static boolean wechat(String digits) {
        return digits.length() == PLATFORM_LENGTH
                && (digits.charAt(0) == '1' || digits.charAt(0) == '4')
                && day(digits, 10);
    }

    /// Whether a label may vouch for these digits as a WeChat Pay number though their day is none: documents and
    /// sandboxes print such.
    static boolean wechatWithoutDay(String digits) {
        return digits.length() == PLATFORM_LENGTH && (digits.startsWith("42") || digits.startsWith("40"));
    }

    /// Whether these are the digits of an Alipay number, its day included.
    static boolean alipay(String digits) {
        return digits.length() == PLATFORM_LENGTH && digits.startsWith("20") && day(digits, 0);
    }

    /// Whether an Alipay number also has what all known ones have behind the day: `22001`, `21001`, `11001`.
    static boolean surelyAlipay(String digits) {
        return alipay(digits)
                && digits.startsWith("001", 10)
                && (digits.charAt(8) == '1' || digits.charAt(8) == '2')
                && (digits.charAt(9) == '1' || digits.charAt(9) == '2');
    }

    /// Whether a merchant may have made this its order number.
    static boolean order(String value) {
        return value.length() >= SHORTEST_ORDER
                && value.length() <= LONGEST_ORDER
                && value.chars().filter(c -> c >= '0' && c <= '9').count() >= 4
                && value.chars().noneMatch(c -> c == ' ')
                && !value.contains("**");
    }

    /// Whether eight digits from `at` on are a day on which such payments were made.
    static boolean day(String digits, int at) {
        if (digits.length() < at + 8) {
            return false;
        }
        int year = Integer.parseInt(digits.substring(at, at + 4));
        int month = Integer.parseInt(digits.substring(at + 4, at + 6));
        int dayOfMonth = Integer.parseInt(digits.substring(at + 6, at + 8));
        try {
            LocalDate.of(year, month, dayOfMonth);
            return year >= FIRST_YEAR && year <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
