package slipstream.device.reference;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// What a label that no table has speaks of, by the parts that such labels are made of (`stems.tsv`).
///
/// ```
/// 商户交易号    merchant + transaction   the merchant's order number
/// 照会参照番号  reference                a retrieval reference
/// 注文番号      order                    some order's number: nothing
/// ```
final class Stems {
    /// What a part of a label speaks of.
    private enum Stem {
        MERCHANT,
        ORDER,
        TRANSACTION,
        REFERENCE,
        NEVER
    }

    private static final Words<Stem> STEMS = stems();

    private Stems() {}

    private static Words<Stem> stems() {
        Words<Stem> words = Words.anywhere();
        Table.rows(Stems.class, "stems.tsv")
                .forEach(row -> Table.entries(row.get(1))
                        .forEach(word -> words.add(word, Stem.valueOf(row.get(0).toUpperCase(Locale.ROOT)))));
        return words;
    }

    /// Whether `words`, folded, say what kind of number follows: they are no end of a label that began above.
    static boolean whole(String words) {
        return STEMS.in(words).stream()
                .anyMatch(stem -> stem.meaning() != Stem.MERCHANT && stem.meaning() != Stem.NEVER);
    }

    /// The label that `words`, folded, may be; null when it says nothing of payments.
    static Label label(String words) {
        Set<Stem> stems = EnumSet.noneOf(Stem.class);
        STEMS.in(words).forEach(stem -> stems.add(stem.meaning()));
        boolean moves = stems.contains(Stem.TRANSACTION);
        boolean refers = stems.contains(Stem.REFERENCE);
        if (stems.contains(Stem.NEVER)) {
            return null;
        }
        if (stems.contains(Stem.MERCHANT)) {
            return moves || refers || stems.contains(Stem.ORDER) ? new Label(words, "order") : null;
        }
        if (stems.contains(Stem.ORDER)) {
            return null;
        }
        return refers ? new Label(words, "stem-reference") : moves ? new Label(words, "stem-transaction") : null;
    }
}
