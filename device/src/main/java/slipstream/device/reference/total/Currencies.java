package slipstream.device.reference.total;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// Tells the currency of one receipt from the signs beside its amounts; they are in `currencies.tsv`.
final class Currencies {
    static final Words<String> WORDS = words();
    private static final String YEN_OR_YUAN = "¥";
    private static final String YUAN_OR_TAIWAN = "元";

    /// Characters that only one of the two ways to write Chinese has, as receipts are full of them.
    private static final String TRADITIONAL = "總計實號碼單點買發區員錢營業現備務統編應與門開關顧簽機請謝櫃結帳聯電話時間數謹惠讓";
    private static final String SIMPLIFIED = "总计实号码单点买发区员钱营业现备务统编应与门开关顾签机请谢柜结账联电话时间数谨让";

    private String named;
    private boolean yenSign;
    private boolean yuanWord;
    private int traditional;
    private boolean kana;

    private static Words<String> words() {
        var words = new Words<String>();
        Table.rows(Currencies.class, "currencies.tsv")
                .forEach(row -> Table.entries(row.get(1)).forEach(sign -> words.add(sign, row.get(0))));
        return words;
    }

    /// All signs, the longest first.
    static List<String> signs() {
        return Table.rows(Currencies.class, "currencies.tsv").stream()
                .flatMap(row -> Table.entries(row.get(1)))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /// Whether a currency stands at `at`.
    static boolean at(String line, int at) {
        return WORDS.at(line, at) != null;
    }

    /// Takes the next line.
    void line(Finder finder) {
        if (named != null) {
            return;
        }
        kana |= finder.kana();
        traditional += script(finder.line());
        for (Words.Found<String> sign : finder.of(WORDS)) {
            if (!beside(finder.line(), sign)) {
                continue;
            }
            if (sign.meaning().equals(YEN_OR_YUAN)) {
                yenSign = true;
            } else if (sign.meaning().equals(YUAN_OR_TAIWAN)) {
                yuanWord = true;
            } else {
                named = sign.meaning();
                return;
            }
        }
    }

    /// How many more characters of the one way to write Chinese the line has than of the other.
    private static int script(String line) {
        int more = 0;
        for (int i = 0; i < line.length(); i++) {
            if (Folded.ideograph(line.charAt(i))) {
                more += TRADITIONAL.indexOf(line.charAt(i)) >= 0 ? 1 : 0;
                more -= SIMPLIFIED.indexOf(line.charAt(i)) >= 0 ? 1 : 0;
            }
        }
        return more;
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
        if (yuanWord && !yenSign) {
            return Optional.of(traditional > 0 ? "TWD" : "CNY");
        }
        return yenSign ? Optional.of(kana ? "JPY" : "CNY") : Optional.empty();
    }
}
