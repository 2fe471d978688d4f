package slipstream.device.reference.street;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/// Numbers as platforms, banks and shops make them.
final class Numbers {
    private static final String[] WECHAT_LEADS = {"420000", "420000", "420000", "430000"};

    private final Random random;
    private final LocalDateTime time;

    Numbers(Random random, LocalDateTime time) {
        this.random = random;
        this.time = time;
    }

    /// So many random digits.
    String digits(int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /// The receipt's time, by a pattern.
    String at(String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern));
    }

    String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /// A WeChat Pay `transaction_id`: 28 digits with the day from the eleventh on.
    String wechat() {
        return of(WECHAT_LEADS) + digits(4) + at("yyyyMMdd") + digits(10);
    }

    /// An Alipay `trade_no`: 28 digits, the day first.
    String alipay() {
        return at("yyyyMMdd") + of("22001", "22001", "22001", "21001", "22000") + digits(15);
    }

    /// A merchant's order number, which neither a payment code nor a card number could be.
    String order() {
        while (true) {
            String order = of(
                    "A" + at("yyyyMMdd") + "-" + digits(4),
                    at("yyyyMMddHHmmss") + digits(6),
                    at("yyyyMMdd") + digits(4),
                    "1" + digits(9) + at("yyyyMMddHHmmss"),
                    "POS" + digits(2) + "_" + at("yyMMddHHmmss") + digits(3),
                    hex(32),
                    "S" + digits(3) + "T" + digits(2) + at("yyyyMMddHHmmss") + digits(4),
                    at("yyMMdd") + digits(3) + "-" + digits(5));
            if (!secret(order)) {
                return order;
            }
        }
    }

    private String hex(int count) {
        var hex = new StringBuilder("e" + random.nextInt(10));
        while (hex.length() < count) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }

    /// A retrieval reference number: often the year's last digit, the day of the year, the hour, a sequence.
    String rrn() {
        return random.nextBoolean() ? digits(12) : (time.getYear() % 10) + at("DDDHH") + digits(6);
    }

    /// A card number that passes Luhn's check.
    String card() {
        return luhn(of("622202", "621700", "411111", "545454", "356600")
                + digits(of("9", "12").equals("9") ? 9 : 12));
    }

    private static String luhn(String head) {
        for (char check = '0'; check <= '9'; check++) {
            if (passes(head + check)) {
                return head + check;
            }
        }
        throw new AssertionError(head);
    }

    private static boolean passes(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 % 10 + digit * 2 / 10;
        }
        return sum % 10 == 0;
    }

    /// Whether it would have to be taken for a payment code or a card number.
    static boolean secret(String value) {
        String digits = value.replaceAll("\\D", "");
        int length = digits.length();
        if (length < 13) {
            return false;
        }
        int lead = Integer.parseInt(digits.substring(0, 2));
        return length == 18 && lead >= 10 && lead <= 15
                || length >= 16 && length <= 24 && lead >= 25 && lead <= 30
                || length == 19 && lead == 62
                || length <= 19 && passes(digits);
    }

    /// A masked card number.
    String maskedCard() {
        String card = card();
        String last = card.substring(card.length() - 4);
        return of(
                "************" + last,
                card.substring(0, 6) + "******" + last,
                "XXXX XXXX XXXX " + last,
                "**** " + last);
    }

    /// What the section `decoy …` of a language calls for.
    String decoy(String what, Tongue tongue) {
        return switch (what) {
            case "phone" -> phone(tongue);
            case "order" ->
                of(
                        "A" + digits(4),
                        at("yyyyMMdd") + digits(4),
                        at("yyyyMMddHHmmss") + digits(3),
                        digits(6),
                        digits(12),
                        at("yyMMddHHmmss") + digits(4),
                        "1230000109" + at("yyyyMMddHHmmss"));
            case "tax" -> tax(tongue);
            case "invoice" ->
                switch (tongue) {
                    case ZH -> of("26" + digits(2) + "2000" + digits(12), digits(8));
                    case ZHT -> "AB-" + digits(8);
                    case PT -> (digits(44)).replaceAll("(\\d{4})(?=\\d)", "$1 ");
                    default -> of("INV-" + at("yyyy") + "-" + digits(5), digits(10), digits(12));
                };
            case "invoicecode" -> "0" + digits(11);
            case "member" -> of(digits(8), "138****" + digits(4), digits(12), luhn("900000" + digits(9)));
            case "identity" -> identity();
            case "ean" -> ean();
            case "code" ->
                of(
                        (10 + random.nextInt(6)) + digits(16),
                        (25 + random.nextInt(6)) + digits(14 + random.nextInt(9)),
                        "62" + digits(17));
            case "delivery" -> tongue == Tongue.ZH ? of(digits(16), "80" + digits(16)) : digits(5);
            case "aggregator" ->
                of("7895" + digits(12), at("yyyyMMdd") + digits(12), at("yyyyMMddHHmmss") + digits(16));
            case "buyer" -> "2088" + digits(12);
            case "fiscal" -> of(hex(64), digits(6), hex(40).toUpperCase(java.util.Locale.ROOT));
            case "iban" ->
                of("DE", "ES", "PT", "AT")
                        + (digits(20))
                                .replaceAll("(\\d{2})(\\d{4})(\\d{4})(\\d{4})(\\d{4})(\\d{2})", "$1 $2 $3 $4 $5 $6");
            case "tracking" -> of("SF" + digits(13), "YT" + digits(13), digits(12), digits(14));
            case "device" -> luhn("35" + digits(12));
            case "article" -> of(digits(5), digits(8), ean());
            case "voucher" -> of(digits(16), "7" + digits(18), digits(4) + "-" + digits(4) + "-" + digits(4));
            case "long" -> "9" + digits(27);
            case "account" -> "6" + digits(11);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private String phone(Tongue tongue) {
        return switch (tongue) {
            case ZH -> of("1" + (3 + random.nextInt(7)) + digits(9), "021-" + digits(8), "400-820-" + digits(4));
            case ZHT -> of(digits(4) + " " + digits(4), "02-" + digits(8));
            case JA -> "03-" + digits(4) + "-" + digits(4);
            case KO -> "02-" + digits(3) + "-" + digits(4);
            case DE -> "030 " + digits(7);
            case FR -> "01 " + digits(2) + " " + digits(2) + " " + digits(2) + " " + digits(2);
            case ES -> "91" + digits(7);
            case PT -> "(11) 9" + digits(4) + "-" + digits(4);
            case EN -> of("(555) " + digits(3) + "-" + digits(4), "+44 20 " + digits(4) + " " + digits(4));
        };
    }

    private String tax(Tongue tongue) {
        return switch (tongue) {
            case ZH -> of("91310000MA1FL" + digits(3) + "0X", "91" + digits(16), digits(15));
            case ZHT -> digits(8);
            case JA -> "T" + digits(13);
            case KO -> digits(3) + "-" + digits(2) + "-" + digits(5);
            case DE -> of("DE" + digits(9), digits(2) + "/" + digits(3) + "/" + digits(5));
            case FR -> of(digits(14), "FR" + digits(11));
            case ES -> "B" + digits(8);
            case PT -> digits(2) + "." + digits(3) + "." + digits(3) + "/0001-" + digits(2);
            case EN -> of("GB" + digits(9), digits(2) + "-" + digits(7), digits(11), "M" + digits(9));
        };
    }

    /// A mainland identity number with its check character (GB 11643, mod 11-2).
    private String identity() {
        LocalDate born = LocalDate.of(1960 + random.nextInt(45), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String head = of("110101", "310104", "440305") + born.format(DateTimeFormatter.BASIC_ISO_DATE) + digits(3);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (head.charAt(i) - '0') * ((1 << 17 - i) % 11);
        }
        return head + "10X98765432".charAt(sum % 11);
    }

    private String ean() {
        String head = of("690", "692", "400", "880", "490") + digits(9);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (head.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return head + (10 - sum % 10) % 10;
    }
}
