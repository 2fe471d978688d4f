package slipstream.device.reference;

/// Numbers that pay, or that stand for a card or a person: never a reference, never kept, never shown.
///
/// | number | shape |
/// | --- | --- |
/// | WeChat Pay payment code | 18 digits, 10 to 15 in front |
/// | Alipay payment code | 16 to 24 digits, 25 to 30 in front |
/// | UnionPay payment code or card | 19 digits, 62 in front |
/// | card number | 13 to 19 digits with a right check digit (ISO/IEC 7812-1, annex B), unless a day is in front |
/// | Alipay user | 16 digits, 2088 in front |
final class Secrets {
    private Secrets() {}

    /// Whether `digits` may be such a number.
    static boolean may(String digits) {
        int length = digits.length();
        if (length < 13 || length > 24 || digits.chars().anyMatch(c -> c < '0' || c > '9')) {
            return false;
        }
        int lead = Integer.parseInt(digits.substring(0, 2));
        return length == 18 && lead >= 10 && lead <= 15
                || length >= 16 && lead >= 25 && lead <= 30
                || length == 19 && lead == 62
                || length == 16 && digits.startsWith("2088")
                || length <= 19 && luhn(digits) && !NumberShape.day(digits, 0);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2;
            sum += i % 2 == 0 ? digit : twice / 10 + twice % 10;
        }
        return sum % 10 == 0;
    }
}
