package slipstream.device.reference.total;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is read as an amount, against the same said as patterns.
class AmountsTest {
    private static final String CURRENCY = "(?:¥|\\$|€|£|₩|RMB|CNY|USD|EUR|GBP|HKD|JPY|MOP|HK\\$)";
    private static final Pattern AMOUNT = Pattern.compile("(?i)(-?)\\s*(" + CURRENCY
            + "?)\\s*(-?)(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:\\.\\d{3})+,\\d\\d|\\d+)([.,]\\d{1,2})?"
            + "(?:元|円|원|CNY|RMB|USD|EUR|GBP|HKD|JPY)?([0-9A-Z%*./:,-]*)"
            + "\\s*(件|份|个|項|项|点|點|位|人|张|瓶|杯|pcs|items?|qty|x)?");
    private static final Pattern ONLY =
            Pattern.compile("(?i)-?\\s*" + CURRENCY + "?\\s*-?[\\d.,]+\\s*(?:元|円|원|CNY|RMB|USD|EUR)?");
    private static final Pattern PART = Pattern.compile("[*#./_0-9A-Za-z]");
    private static final List<String> PIECES = List.of(
            " ",
            " ",
            "-",
            "¥",
            "$",
            "HK$",
            "rmb",
            "EUR",
            "usd",
            ".",
            ",",
            "1",
            "12",
            "288",
            "0",
            "7",
            "000",
            "4200001",
            "元",
            "円",
            "件",
            "pcs",
            "x",
            "items",
            "%",
            "*",
            "#",
            "/",
            ":",
            "A",
            "合计",
            "_",
            "JPY",
            "1.288,00",
            "1,288",
            ".50");
    private static final int LINES = 20_000;

    @Test
    void linesOfAnyPiecesAreReadAsThePatternsSay() {
        var random = new Random(22);
        for (int i = 0; i < LINES; i++) {
            var text = new StringBuilder();
            for (int pieces = 1 + random.nextInt(8); pieces > 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String line = text.toString();
            assertEquals(first(line), Amounts.first(line, 0, line.length()), line);
            assertEquals(ONLY.matches(line.strip()), Amounts.only(line), line);
            assertEquals(first(line), Amounts.first("7" + line + "9", 1, 1 + line.length()), line);
        }
    }

    private static BigDecimal first(String line) {
        String text = line.strip();
        Matcher matcher = AMOUNT.matcher(text);
        BigDecimal whole = null;
        while (matcher.find()) {
            String digits = matcher.group(4).replaceAll("[,.]", "");
            boolean currency = !matcher.group(2).isEmpty();
            boolean word = !matcher.group(6).isEmpty()
                    || !currency
                            && matcher.start(4) > 0
                            && PART.matches(text.substring(matcher.start(4) - 1, matcher.start(4)));
            if (matcher.group(7) != null || word || digits.length() > 9) {
                continue;
            }
            boolean continental = matcher.group(4).contains(".");
            String cents =
                    matcher.group(5) == null ? "" : "." + matcher.group(5).substring(1);
            String sign = matcher.group(1) + matcher.group(3);
            BigDecimal value = new BigDecimal((sign.isEmpty() ? "" : "-") + digits + cents)
                    .movePointLeft(continental ? 2 : 0)
                    .setScale(2, RoundingMode.DOWN);
            if (continental || currency || !cents.isEmpty()) {
                return value;
            }
            whole = whole == null ? value : whole;
        }
        return whole;
    }
}
