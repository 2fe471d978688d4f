package slipstream.device.reference.total;

import java.util.Optional;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Tells the currency of one receipt from the signs beside its amounts; they are in `currencies.tsv`.
final class Currencies {
    static final Words<String> WORDS = words();
    private static final String YEN_OR_YUAN = "¥";

    private String named;
    private boolean yenSign;
    private boolean kana;

    private static Words<String> words() {
        var words = new Words<String>();
        Table.rows(Currencies.class, "currencies.tsv")
                .forEach(row -> Table.entries(row.get(1)).forEach(sign -> words.add(sign, row.get(0))));
        return words;
    }

    /// Takes the next line.
    void line(Finder finder) {
        if (named != null) {
            return;
        }
        kana |= finder.kana();
        for (Words.Found<String> sign : finder.of(WORDS)) {
            if (!beside(finder.line(), sign)) {
                continue;
            }
            if (sign.meaning().equals(YEN_OR_YUAN)) {
                yenSign = true;
            } else {
                named = sign.meaning();
                return;
            }
        }
    }

    /// Whether an amount stands next to the sign.
    private static boolean beside(String line, Words.Found<String> sign) {
        return digit(line, sign.start() - 1, -1) || digit(line, sign.end(), 1);
    }

    private static boolean digit(String line, int from, int step) {
        int at = from;
        while (at >= 0 && at < line.length() && " :-([)]".indexOf(line.charAt(at)) >= 0) {
            at += step;
        }
        return at >= 0 && at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }

    /// The currency, ISO 4217, if the lines so far tell it. A dollar sign alone does not: many countries have one.
    Optional<String> currency() {
        if (named != null) {
            return Optional.of(named);
        }
        return yenSign ? Optional.of(kana ? "JPY" : "CNY") : Optional.empty();
    }
}
