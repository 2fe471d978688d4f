package slipstream.device.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import slipstream.cloudlink.protocol.VoucherCode;

/// What the characters of a number must come to, besides having a length and a lead.
enum Check {
    /// Nothing.
    NONE,
    /// The check digit of card numbers (ISO/IEC 7812-1, annex B); a number with a day in front is an order's.
    LUHN,
    /// The check digit of articles (GS1 General Specifications, 7.9), behind a prefix that GS1 gives out.
    EAN,
    /// The check character of identity numbers (GB 11643, ISO 7064 MOD 11-2) behind a day of birth.
    IDENTITY,
    /// The check character of unified social credit codes (GB 32100-2015).
    TAX_CODE,
    /// The check digit of Japanese corporate numbers, which comes first, behind the T of a tax registration.
    CORPORATE,
    /// The check digits of bank accounts (ISO 13616, ISO 7064 MOD 97-10) behind two letters of a country.
    IBAN,
    /// The check characters of our own vouchers.
    VOUCHER;

    private static final String TAX_CODE_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2049;
    private static final String IDENTITY_CHARACTERS = "10X98765432";

    /// Whether `value`, of a length that such numbers have, passes.
    boolean passes(String value) {
        return switch (this) {
            case NONE -> true;
            case LUHN -> weighed(value, 1, 2) % 10 == 0 && !day(value, 0);
            case EAN -> weighed(value, 1, 3) % 10 == 0 && prefix(Integer.parseInt(value.substring(0, 3)));
            case IDENTITY -> identity(value);
            case TAX_CODE -> taxCode(value);
            case CORPORATE -> corporate(value);
            case IBAN -> iban(value);
            case VOUCHER -> VoucherCode.read(value).isPresent();
        };
    }

    /// The sum of digits that weigh `odd` and `even` in turns from the last, of products above nine the digits'.
    private static int weighed(String digits, int odd, int even) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? odd : even);
            sum += even == 2 && product > 9 ? product - 9 : product;
        }
        return sum;
    }

    private static boolean prefix(int gs1) {
        return gs1 < 140 || gs1 >= 300 && gs1 < 630 || gs1 >= 640 && gs1 < 700 || gs1 >= 730 && gs1 < 960 || gs1 > 976;
    }

    private static boolean identity(String value) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            sum += (c - '0') * ((1 << (17 - i)) % 11);
        }
        return IDENTITY_CHARACTERS.charAt(sum % 11) == Character.toUpperCase(value.charAt(17))
                && day(value, 6, 1900, LAST_YEAR);
    }

    private static boolean taxCode(String value) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < value.length(); i++) {
            int number = TAX_CODE_CHARACTERS.indexOf(value.charAt(i));
            if (number < 0) {
                return false;
            }
            boolean last = i == value.length() - 1;
            sum += last ? number : number * weight;
            weight = weight * 3 % TAX_CODE_CHARACTERS.length();
        }
        return sum % TAX_CODE_CHARACTERS.length() == 0;
    }

    private static boolean corporate(String value) {
        int sum = 0;
        for (int i = 2; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            sum += digit * ((value.length() - i) % 2 == 0 ? 2 : 1);
        }
        return digits(value, 1, value.length()) && value.charAt(1) - '0' == 9 - sum % 9;
    }

    private static boolean iban(String value) {
        boolean country = Character.isLetter(value.charAt(0)) && Character.isLetter(value.charAt(1));
        if (!country || !digits(value, 2, 4)) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < value.length(); i++) {
            int number = Character.digit(value.charAt((i + 4) % value.length()), 36);
            rest = (rest * (number > 9 ? 100 : 10) + number) % 97;
        }
        return rest == 1;
    }

    private static boolean digits(String value, int from, int to) {
        return value.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// Whether eight digits from `at` on are a day on which such payments were made.
    static boolean day(String digits, int at) {
        return day(digits, at, FIRST_YEAR, LAST_YEAR);
    }

    private static boolean day(String digits, int at, int firstYear, int lastYear) {
        if (digits.length() < at + 8) {
            return false;
        }
        int number = 0;
        for (int i = at; i < at + 8; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = number * 10 + digit;
        }
        int year = number / 10_000;
        if (year < firstYear || year > lastYear) {
            return false;
        }
        try {
            LocalDate.of(year, number / 100 % 100, number % 100);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
