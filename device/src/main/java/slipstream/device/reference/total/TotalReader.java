package slipstream.device.reference.total;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Finds what was paid among the amounts of one receipt, line by line; labels and their ranks are in
/// `amounts.tsv`.
@SuppressWarnings("exports") // only the package above reads with it
public final class TotalReader {
    private static final int UNLABELLED = 99;
    private static final Words<String> LABELS = labels();

    /// Dots that lead the eye from label to amount.
    private static final Pattern LEADERS = Pattern.compile("\\.{2,}");

    /// What is left of a card's number behind dots.
    private static final Pattern CARD_END = Pattern.compile("(^|[^.])\\.{2,4}\\d{4}( |$)");

    private static final String TENDER = "6";

    /// An amount with a currency and no label.
    private static final String BARE = "8";

    private BigDecimal total;
    private int totalRank = UNLABELLED;
    private BigDecimal tendered;
    private BigDecimal change;

    /// The last of the parts in which it was paid, where no total shows.
    private BigDecimal lastTender;

    private String rankAbove;
    private final Currencies currencies = new Currencies();

    /// At the beginning of a receipt.
    public TotalReader() {}

    /// The tables of words that it wants to be found.
    public static List<Words<?>> tables() {
        return List.of(LABELS, Currencies.WORDS);
    }

    /// Takes the next line.
    public void line(Finder finder) {
        currencies.line(finder);
        String above = rankAbove;
        rankAbove = null;
        if (finder.line().contains("..")) {
            boolean tender =
                    finder.of(LABELS).stream().anyMatch(label -> label.meaning().equals(TENDER));
            String shown = tender ? CARD_END.matcher(finder.line()).replaceAll("$1 ") : finder.line();
            String line = LEADERS.matcher(shown).replaceAll(" ");
            line(line, LABELS.in(line), above);
        } else if (above == null
                && finder.of(LABELS).isEmpty()
                && !finder.of(Currencies.WORDS).isEmpty()
                && Amounts.only(finder.line())) {
            take(BARE, Amounts.first(finder.line(), 0, finder.line().length()));
        } else if (above != null || !finder.of(LABELS).isEmpty()) {
            line(finder.line(), finder.of(LABELS), above);
        }
    }

    private void line(String line, List<Words.Found<String>> labels, String above) {
        if (labels.isEmpty() && above != null && Amounts.only(line)) {
            take(above, Amounts.first(line, 0, line.length()));
        }
        for (int i = 0; i < labels.size(); i++) {
            Words.Found<String> label = labels.get(i);
            int end = i + 1 < labels.size() ? labels.get(i + 1).start() : line.length();
            boolean none = masked(line, label.end(), end)
                    || label.meaning().equals(TENDER) && numbered(line, label.end(), end);
            BigDecimal value = none ? null : Amounts.first(line, label.end(), end);
            take(label.meaning(), value);
            if (value == null && i + 1 == labels.size() && !digits(line, label.end(), end)) {
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
        if (totalRank == Integer.parseInt(TENDER) && givenBack && total.compareTo(change) > 0) {
            return Optional.of(total.subtract(change));
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
        if (value == null || value.signum() == 0) {
            return;
        }
        switch (rank) {
            case "no" -> {}
            case "change" -> change = value;
            case "tendered" -> tendered = value;
            default -> {
                int number = Integer.parseInt(rank);
                boolean less = rank.equals(BARE) && total != null && total.compareTo(value) > 0;
                if (number <= totalRank && !less) {
                    boolean more = rank.equals(TENDER) && number == totalRank && !value.equals(lastTender);
                    total = more ? total.add(value) : value;
                    lastTender = rank.equals(TENDER) ? value : null;
                    totalRank = number;
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
    private static boolean masked(String line, int from, int to) {
        return line.indexOf("***", from, to) >= 0 || line.indexOf("XXX", from, to) >= 0;
    }

    /// Whether the number is of something else than money: `Karte 1 gültig bis`, `扫码 48小时`, `BAR 1`.
    private static boolean numbered(String line, int from, int to) {
        int start = from;
        while (start < to && " :".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < to && Character.isDigit(line.charAt(end))) {
            end++;
        }
        int next = end;
        while (next < to && line.charAt(next) == ' ') {
            next++;
        }
        boolean over = next == to;
        boolean counts = !over && Character.isLetter(line.charAt(next)) && !Currencies.at(line, next);
        boolean latin = Character.UnicodeScript.of(line.charAt(from - 1)) == Character.UnicodeScript.LATIN;
        return end > start && (counts || over && latin && end - start <= 2);
    }

    private static boolean digits(String line, int from, int to) {
        int at = from;
        while (at < to && !Character.isDigit(line.charAt(at))) {
            at++;
        }
        return at < to;
    }
}
