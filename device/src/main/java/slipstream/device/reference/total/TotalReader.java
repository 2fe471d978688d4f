package slipstream.device.reference.total;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Finds what was paid among the amounts of one receipt, line by line; labels and their ranks are in
/// `amounts.tsv`.
public final class TotalReader {
    private static final int UNLABELLED = 99;
    private static final int MOST_DIGITS = 9;

    private static final Words<String> LABELS = labels();

    private static final String CURRENCY = "(?:¥|\\$|€|£|₩|RMB|CNY|USD|EUR|GBP|HKD|JPY|MOP|HK\\$)";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?i)(-?)\\s*(" + CURRENCY
                    + "?)\\s*(-?)(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:\\.\\d{3})+,\\d\\d|\\d+)([.,]\\d{1,2})?"
                    + "(?:元|円|원|CNY|RMB|USD|EUR|GBP|HKD|JPY)?([0-9A-Z%*./:,-]*)\\s*(件|份|个|項|项|点|點|位|人|张|瓶|杯|pcs|items?|qty|x)?");
    /// Dots that lead the eye from label to amount.
    private static final Pattern LEADERS = Pattern.compile("\\.{2,}");

    private static final Pattern ONLY_AMOUNT =
            Pattern.compile("(?i)-?\\s*" + CURRENCY + "?\\s*-?[\\d.,]+\\s*(?:元|円|원|CNY|RMB|USD|EUR)?");

    private BigDecimal total;
    private int totalRank = UNLABELLED;
    private BigDecimal tendered;
    private BigDecimal change;
    private String rankAbove;
    private final Currencies currencies = new Currencies();

    /// At the beginning of a receipt.
    public TotalReader() {}

    /// Takes the next line, folded.
    public void line(String folded) {
        currencies.line(folded);
        String line = folded.contains("..") ? LEADERS.matcher(folded).replaceAll(" ") : folded;
        String above = rankAbove;
        rankAbove = null;
        List<Words.Found<String>> labels = LABELS.in(line);
        if (labels.isEmpty()) {
            if (above != null && ONLY_AMOUNT.matches(line.strip())) {
                amount(line).ifPresent(value -> take(above, value));
            }
            return;
        }
        for (int i = 0; i < labels.size(); i++) {
            Words.Found<String> label = labels.get(i);
            int end = i + 1 < labels.size() ? labels.get(i + 1).start() : line.length();
            String rest = line.substring(label.end(), end);
            Optional<BigDecimal> value = masked(rest) ? Optional.empty() : amount(rest);
            value.ifPresent(amount -> take(label.meaning(), amount));
            if (value.isEmpty() && i + 1 == labels.size() && rest.chars().noneMatch(Character::isDigit)) {
                rankAbove = label.meaning();
            }
        }
    }

    /// What was paid, if the lines so far tell it.
    public Optional<BigDecimal> total() {
        boolean givenBack = change != null && change.signum() > 0;
        boolean received = tendered != null && totalRank > 2;
        if (received && (!givenBack || total != null && total.subtract(change).compareTo(tendered) == 0)) {
            return Optional.of(tendered);
        }
        if (total == null && tendered != null) {
            return Optional.of(tendered.subtract(change));
        }
        return Optional.ofNullable(total);
    }

    /// The currency of the amounts, ISO 4217, if the lines so far tell it.
    public Optional<String> currency() {
        return currencies.currency();
    }

    private void take(String rank, BigDecimal value) {
        if (value.signum() == 0) {
            return;
        }
        switch (rank) {
            case "no" -> {}
            case "change" -> change = value;
            case "tendered" -> tendered = value;
            default -> {
                int number = Integer.parseInt(rank);
                if (number <= totalRank) {
                    totalRank = number;
                    total = value;
                }
            }
        }
    }

    private static Words<String> labels() {
        var words = new Words<String>();
        Table.rows(TotalReader.class, "amounts.tsv")
                .forEach(row -> Table.entries(row.get(1)).forEach(label -> words.add(label, row.get(0))));
        return words;
    }

    /// Whether the number is the rest of a card's: `**** 1234`.
    private static boolean masked(String text) {
        return text.contains("***") || text.contains("XXX");
    }

    /// The first amount of money in `text`: one with cents or a currency if there is any.
    private static Optional<BigDecimal> amount(String beside) {
        String text = beside.strip();
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        Matcher matcher = AMOUNT.matcher(text);
        BigDecimal whole = null;
        while (matcher.find()) {
            boolean counted = matcher.group(7) != null;
            boolean partOfWord = !matcher.group(6).isEmpty();
            boolean inWord =
                    matcher.group(2).isEmpty() && matcher.start(4) > 0 && partOfWord(text.charAt(matcher.start(4) - 1));
            if (counted || partOfWord || inWord || digits(matcher.group(4)).length() > MOST_DIGITS) {
                continue;
            }
            boolean continental = matcher.group(4).contains(".");
            String cents =
                    matcher.group(5) == null ? "" : "." + matcher.group(5).substring(1);
            boolean negative = !matcher.group(1).isEmpty() || !matcher.group(3).isEmpty();
            var value = new BigDecimal((negative ? "-" : "") + digits(matcher.group(4)) + cents)
                    .movePointLeft(continental ? 2 : 0)
                    .setScale(2, RoundingMode.DOWN);
            if (continental || !cents.isEmpty() || !matcher.group(2).isEmpty()) {
                return Optional.of(value);
            }
            whole = whole == null ? value : whole;
        }
        return Optional.ofNullable(whole);
    }

    private static boolean partOfWord(char before) {
        return before == '*'
                || before == '#'
                || before == '.'
                || before == '/'
                || before == '_'
                || before < 0x80 && Character.isLetterOrDigit(before);
    }

    private static String digits(String grouped) {
        return grouped.replace(",", "").replace(".", "");
    }
}
