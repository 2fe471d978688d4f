package slipstream.device.reference;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// What a label that no table has speaks of, by the parts that such labels are made of (`stems.tsv`).
///
/// ```
/// 商户交易号    merchant + transaction   the merchant's order number
/// 照会参照番号  reference                a retrieval reference
/// カード取引番号  of + transaction          one of a card's payment
/// 注文番号      order                    some order's number: nothing
/// ```
final class Stems {
    /// What a part of a label speaks of.
    private enum Stem {
        MERCHANT,
        ORDER,
        TRANSACTION,
        REFERENCE,
        OF,
        BESIDE,
        NEVER
    }

    private static final Words<Stem> STEMS = stems();

    /// Letters of short words, which longer ones begin with by chance.
    private static final int MOST_BY_CHANCE = 3;

    /// As many words behind a label may say whose reference it is.
    private static final int MOST_WORDS = 3;

    private static final Set<Stem> SAYING = EnumSet.of(Stem.ORDER, Stem.TRANSACTION, Stem.REFERENCE);

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
        return STEMS.in(words).stream().anyMatch(stem -> SAYING.contains(stem.meaning()));
    }

    /// Whether `words`, folded, speak of an order, of the merchant's, or of what is never a payment's.
    static boolean others(String words) {
        return STEMS.in(words).stream()
                .anyMatch(stem -> stem.meaning() != Stem.TRANSACTION
                        && stem.meaning() != Stem.REFERENCE
                        && stem.meaning() != Stem.BESIDE);
    }

    /// The label that `words`, folded, may be; null when it says nothing of payments.
    static Label label(String words) {
        Set<Stem> stems = EnumSet.noneOf(Stem.class);
        List<Words.Found<Stem>> found = STEMS.in(words);
        found.forEach(stem -> stems.add(stem.meaning()));
        boolean moves = stems.contains(Stem.TRANSACTION);
        boolean refers = stems.contains(Stem.REFERENCE);
        if (stems.contains(Stem.NEVER) || !known(words, found)) {
            return null;
        }
        if (stems.contains(Stem.MERCHANT) && !stems.contains(Stem.OF)) {
            return moves || refers || stems.contains(Stem.ORDER) ? new Label(words, "order") : null;
        }
        if (stems.contains(Stem.ORDER) || stems.contains(Stem.MERCHANT)) {
            return null;
        }
        if (stems.contains(Stem.OF)) {
            return refers || moves ? new Label(words, "stem-card") : null;
        }
        return refers ? new Label(words, "stem-reference") : moves ? new Label(words, "stem-transaction") : null;
    }

    /// Where a label that refers to something ends with the words that follow it, where they say that it is a card's:
    /// `Référence` of `Référence transaction carte`.
    ///
    /// @param text a folded line, with the label from `start` to before `end`
    /// @return `end` where they say something else, or go on with it: `Référence carte cadeau`
    static int endOfCard(String text, int start, int end) {
        int last = end;
        int word = end;
        for (int i = 0; i < MOST_WORDS && word + 1 < text.length() && text.charAt(word) == ' '; i++) {
            int next = word + 1;
            while (next < text.length() && Character.isLetter(text.charAt(next))) {
                next++;
            }
            if (next == word + 1) {
                break;
            }
            word = next;
            Label label = label(text.substring(start, word));
            if (label == null) {
                return end;
            }
            last = label.role().equals("stem-card") ? word : last;
        }
        return last;
    }

    /// Whether each word of `words` begins with a part that is known, as do ideographs after the last blank.
    private static boolean known(String words, List<Words.Found<Stem>> found) {
        int next = 0;
        boolean within = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            while (next < found.size() && found.get(next).end() <= i) {
                next++;
            }
            boolean part = next < found.size() && found.get(next).start() <= i && counts(words, found.get(next));
            boolean letter = Character.isLetter(c);
            if (letter && !part && !within) {
                return false;
            }
            within = letter || c == ' ' && within && i + 1 < words.length() && Folded.ideograph(words.charAt(i + 1));
        }
        return true;
    }

    /// Whether a part is no beginning of another word by chance: `do` of `dossier`.
    private static boolean counts(String words, Words.Found<Stem> part) {
        boolean chance = part.meaning() == Stem.BESIDE && part.end() - part.start() <= MOST_BY_CHANCE;
        boolean goesOn = part.end() < words.length() && latin(words.charAt(part.end()));
        return !chance || !goesOn || !latin(words.charAt(part.start()));
    }

    private static boolean latin(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }
}
