package slipstream.device.reference.street;

import java.time.LocalDateTime;
import java.time.chrono.Chronology;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.MinguoChronology;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import slipstream.cloudlink.protocol.PaymentReference;

/// Fills the places of a receipt's text with numbers, and tells its truth which of them are references.
///
/// | place | number |
/// | --- | --- |
/// | `{wx}` `{ali}` `{wxo}` `{alio}` `{rrn}` `{psp}` `{pi}` | references; of a refund they may be told, and need not |
/// | `{wx/4}` `{wx/fw}` `{wx\|16}` | in groups of four, in full width, on two lines |
/// | `{rrn~}` `{wx~}` `{wxo~}` | references that may be told, and need not |
/// | `{~6}` | six digits that the bank prints beside its reference, which may be told |
/// | `{n12}` `{n12o}` `{hex16}` `{ean}` `{phone}` | no references; `o` begins with the day |
/// | `{d:dd.MM.yyyy HH:mm}` `{day}` `{stamp}` | the time, in the words of the receipt's language |
/// | `{d:era Gy年M月d日}` | the same in years of the country's own |
/// | `{e:dd.MM.yyyy HH:mm}` | an earlier time, of something else |
final class ShopNumbers {
    private static final int EARLIER = 95;
    private static final Pattern PLACE = Pattern.compile("\\{([^{}:]+|[de]:[^{}]+)}");
    private static final String ERA = "era ";
    private static final String CARD = "card";
    private static final String RRN = "rrn";

    private final Truth truth;
    private final Random random;
    private final Numbers numbers;
    private final String name;
    private final LocalDateTime time;
    private final Locale locale;
    private boolean day;
    private boolean clock;
    private final Map<String, String> drawn = new HashMap<>();

    /// @param language of the receipt, as [Tongue] names it
    ShopNumbers(Truth truth, Random random, String language, String name) {
        locale = language.equals("zht") ? Locale.TAIWAN : Locale.of(language);
        this.truth = truth;
        this.random = random;
        this.name = name;
        time = LocalDateTime.of(2025, 6, 1, 8, 0).plusMinutes(random.nextInt(1_200_000));
        numbers = new Numbers(random, time);
    }

    /// The line with its places filled.
    String filled(String line) {
        return PLACE.matcher(line).replaceAll(place -> java.util.regex.Matcher.quoteReplacement(filled(place)));
    }

    private String filled(MatchResult place) {
        String what = place.group(1);
        if (what.startsWith("d:")) {
            return when(what.substring(2));
        }
        if (what.startsWith("e:")) {
            return text(time.minusMinutes(EARLIER), what.substring(2));
        }
        String[] parts = what.split("[/|]");
        if (parts.length == 1) {
            return number(what);
        }
        String value = number(parts[0]);
        if (what.contains("|")) {
            int at = Integer.parseInt(parts[1]);
            return value.substring(0, at) + "\n" + value.substring(at);
        }
        return parts[1].equals("fw")
                ? value.codePoints()
                        .map(c -> c - '0' + '０')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : value.replaceAll("(.{" + parts[1] + "})(?=.)", "$1 ");
    }

    private String when(String pattern) {
        day |= pattern.matches(".*y.*M.*d.*|.*[dM].*[dM].*y.*");
        clock |= pattern.matches(".*[Hh].*");
        if (day && clock) {
            truth.time(time);
        }
        return text(time, pattern);
    }

    private String text(LocalDateTime when, String pattern) {
        if (!pattern.startsWith(ERA)) {
            return when.format(DateTimeFormatter.ofPattern(pattern, locale));
        }
        Chronology years = locale.equals(Locale.TAIWAN) ? MinguoChronology.INSTANCE : JapaneseChronology.INSTANCE;
        return DateTimeFormatter.ofPattern(pattern.substring(ERA.length()), locale)
                .withChronology(years)
                .format(when);
    }

    private String number(String what) {
        return switch (what) {
            case "wx" -> reference("wechat", "transaction_id", numbers.wechat());
            case "ali" -> reference("alipay", "trade_no", numbers.alipay());
            case "wxo" -> reference("wechat", "out_trade_no", numbers.order());
            case "alio" -> reference("alipay", "out_trade_no", numbers.order());
            case RRN -> reference(CARD, RRN, drawn.computeIfAbsent(RRN, ignored -> numbers.rrn()));
            case "rrn2", "rrn~" -> allowed(CARD, RRN, numbers.rrn());
            case "wxo~" -> allowed("wechat", "out_trade_no", numbers.order());
            case "wx~" -> allowed("wechat", "transaction_id", numbers.wechat());
            case "ali~" -> allowed("alipay", "trade_no", numbers.alipay());
            case "psp" -> reference("adyen", "psp_reference", letters(16));
            case "pi" -> reference("stripe", "payment_intent", "pi_" + letters(24));
            case "ean" -> numbers.decoy("ean", Tongue.ZH);
            case "phone" -> numbers.decoy("phone", Tongue.ZH);
            case "day" -> numbers.at("yyyyMMdd");
            case "stamp" -> numbers.at("yyyyMMddHHmmss");
            default -> counted(what);
        };
    }

    private String counted(String what) {
        int count = Integer.parseInt(what.replaceAll("\\D", ""));
        if (what.startsWith("~")) {
            return allowed(CARD, "*", numbers.digits(count));
        }
        if (what.startsWith("hex")) {
            return decoy(hex(count));
        }
        if (!what.startsWith("n")) {
            throw new IllegalArgumentException(name + ": there is no number {" + what + "}.");
        }
        return decoy(what.endsWith("o") ? numbers.at("yyyyMMdd") + numbers.digits(count - 8) : numbers.digits(count));
    }

    private String decoy(String value) {
        truth.decoy(name, value);
        return value;
    }

    private String allowed(String scheme, String kind, String value) {
        truth.allow(scheme, kind, value);
        return value;
    }

    /// Which must be told, except where money is given back.
    private String reference(String scheme, String kind, String value) {
        if (truth.kind() == Kind.REFUND) {
            truth.allow(scheme, kind, value);
        } else {
            truth.reference(new PaymentReference(scheme, kind, value), name, "shops");
        }
        return value;
    }

    private String hex(int count) {
        var hex = new StringBuilder();
        while (hex.length() < count) {
            hex.append(Character.toUpperCase(Character.forDigit(random.nextInt(16), 16)));
        }
        return hex.toString();
    }

    private String letters(int count) {
        var letters = new StringBuilder();
        while (letters.length() < count) {
            letters.append("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".charAt(random.nextInt(32)));
        }
        return letters.toString();
    }
}
