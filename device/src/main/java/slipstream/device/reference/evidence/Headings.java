package slipstream.device.reference.evidence;

import static slipstream.device.reference.evidence.KindWords.any;
import static slipstream.device.reference.evidence.KindWords.is;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import slipstream.device.reference.evidence.KindWords.Mark;
import slipstream.device.reference.evidence.KindWords.Place;
import slipstream.device.reference.kind.ReceiptKind;
import slipstream.device.reference.text.Ascii;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Words;

/// What short lines without a number are headings of, where no word of the table says it whole.
///
/// ```
/// Stornierungsbeleg   退押金凭证   ** REIMPRESION **       a part of a word
/// 财务联   Copia Tienda   Beleg für die Kasse              a copy, and the shop's
/// AUDIT COPY   [本部控え]                                  a copy that is kept, and not by the customer
/// *** COMERCIO ***                                         the shop, set off
/// ```
final class Headings {
    private static final int MOST_WORDS = 3;
    private static final int MOST_LETTERS = 36;
    private static final int MOST_IDEOGRAPHS = 4;

    /// Letters of a name beside a part of a word in the first line, which is mostly the shop's name.
    private static final int MOST_IN_NAME = 2;

    private static final String FRAME = "*-=#<>[](){}|~_+";

    private Headings() {}

    /// The kinds that a heading tells of.
    ///
    /// @param first whether it is the receipt's first line
    /// @param top whether no price was printed before: policies come behind the prices
    static Set<ReceiptKind> of(String line, List<Words.Found<List<Mark>>> found, boolean first, boolean top) {
        Set<ReceiptKind> kinds = EnumSet.noneOf(ReceiptKind.class);
        if (any(found, Place.NEVER) || !heading(line) || Counts.things(line)) {
            return kinds;
        }
        boolean customers = any(found, Place.CUSTOMER);
        if (!customers && copy(line, found, first)) {
            kinds.add(ReceiptKind.MERCHANT_COPY);
        }
        for (Words.Found<ReceiptKind> stem : KindWords.STEMS.in(line)) {
            boolean copies = stem.meaning() == ReceiptKind.REPRINT && (customers || any(found, Place.SHOP));
            if (!copies
                    && !within(stem, found, top && !first)
                    && others(line, stem, found) <= room(line, stem, first, top)) {
                kinds.add(stem.meaning());
            }
        }
        return kinds;
    }

    /// Few words, and no number.
    private static boolean heading(String line) {
        int letters = 0;
        for (int i = 0; i < line.length(); i++) {
            if (Ascii.digit(line.charAt(i)) && !ordinal(line, i)) {
                return false;
            }
            letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
        }
        return letters > 0 && letters <= MOST_LETTERS;
    }

    /// `Duplicata 1`, `2. Beleg`: one digit by itself.
    private static boolean ordinal(String line, int at) {
        return (at == 0 || !Ascii.digit(line.charAt(at - 1)) && ".,-".indexOf(line.charAt(at - 1)) < 0)
                && (at + 1 == line.length()
                        || !Ascii.digit(line.charAt(at + 1)) && ".,".indexOf(line.charAt(at + 1)) < 0
                        || at + 2 == line.length()
                        || !Ascii.digit(line.charAt(at + 2)));
    }

    private static boolean copy(String line, List<Words.Found<List<Mark>>> found, boolean first) {
        Besides rest = Besides.of(line, found);
        boolean party = any(found, Place.PARTY);
        boolean copies = any(found, Place.COPY) || any(found, Place.STUB) || party && any(found, Place.SLIP);
        if (copies && closes(line, found)) {
            return true;
        }
        if (copies && any(found, Place.SHOP)) {
            boolean latin =
                    first || !Folded.ideograph(line.charAt(found.getFirst().start()));
            return line.indexOf(':') < 0 && (latin ? rest.others() == 0 : rest.title());
        }
        if (party && found.stream().anyMatch(word -> is(word, Place.PARTY) && framed(line, word))) {
            return rest.others() == 0;
        }
        return !first && !found.isEmpty() && kept(line, found.getLast(), found);
    }

    /// Shop and copy side by side at the line's end: `结账单(财务联)`.
    private static boolean closes(String line, List<Words.Found<List<Mark>>> found) {
        int last = found.size() - 1;
        if (last < 1 || letters(line, found.get(last).end(), line.length()) > 0) {
            return false;
        }
        Words.Found<List<Mark>> one = found.get(last - 1);
        Words.Found<List<Mark>> other = found.get(last);
        int gap = other.start() - one.end();
        boolean beside = gap == 0 || gap == 1 && " -".indexOf(line.charAt(one.end())) >= 0;
        return beside && (is(one, Place.SHOP) && copy(other) || copy(one) && is(other, Place.SHOP));
    }

    private static boolean copy(Words.Found<List<Mark>> word) {
        return is(word, Place.COPY) || is(word, Place.STUB);
    }

    /// A copy word at the end, behind a holder that nobody knows.
    private static boolean kept(String line, Words.Found<List<Mark>> last, List<Words.Found<List<Mark>>> found) {
        return is(last, Place.STUB)
                && letters(line, last.end(), line.length()) == 0
                && Besides.of(line, found).others() > 0
                && line.indexOf(':') < 0
                && words(line) <= MOST_WORDS;
    }

    /// Whether marks are printed at both sides of a word.
    private static boolean framed(String line, Words.Found<List<Mark>> word) {
        int before = word.start() - 1;
        int behind = word.end();
        while (before >= 0 && line.charAt(before) == ' ') {
            before--;
        }
        while (behind < line.length() && line.charAt(behind) == ' ') {
            behind++;
        }
        return before >= 0
                && behind < line.length()
                && FRAME.indexOf(line.charAt(before)) >= 0
                && FRAME.indexOf(line.charAt(behind)) >= 0;
    }

    /// Whether a longer word of the table, which says what it is, holds the part.
    ///
    /// @param other whether it must say something else
    private static boolean within(Words.Found<ReceiptKind> stem, List<Words.Found<List<Mark>>> found, boolean other) {
        return found.stream()
                .anyMatch(word -> word.start() <= stem.start()
                        && stem.end() <= word.end()
                        && word.end() - word.start() > stem.end() - stem.start()
                        && word.meaning().stream()
                                .anyMatch(mark -> mark.kind() != null && !(other && mark.kind() == stem.meaning())));
    }

    /// How many letters may stand beside a stem.
    private static int room(String line, Words.Found<ReceiptKind> stem, boolean first, boolean top) {
        if (Folded.ideograph(line.charAt(stem.start()))) {
            return first ? MOST_IN_NAME : MOST_IDEOGRAPHS;
        }
        if (top && stem.meaning() == ReceiptKind.REPORT && words(line) <= MOST_WORDS) {
            boolean leads = letters(line, 0, word(line, stem.start(), -1)) == 0;
            return leads || letters(line, word(line, stem.end(), 1), line.length()) == 0 ? MOST_LETTERS : 0;
        }
        boolean refund =
                !first && stem.meaning() == ReceiptKind.REFUND && words(line) <= (top ? MOST_WORDS + 1 : MOST_WORDS);
        return refund && (top || letters(line, 0, word(line, stem.start(), -1)) == 0) ? MOST_LETTERS : 0;
    }

    /// Letters outside the word that the stem is of, and outside words of the table.
    private static int others(String line, Words.Found<ReceiptKind> stem, List<Words.Found<List<Mark>>> found) {
        boolean ideographs = Folded.ideograph(line.charAt(stem.start()));
        int from = ideographs ? stem.start() : word(line, stem.start(), -1);
        int to = ideographs ? stem.end() : word(line, stem.end(), 1);
        int others = 0;
        int next = 0;
        for (int i = 0; i < line.length(); i++) {
            while (next < found.size() && found.get(next).end() <= i) {
                next++;
            }
            boolean known = next < found.size() && found.get(next).start() <= i;
            others += Character.isLetter(line.charAt(i)) && !known && (i < from || i >= to) ? 1 : 0;
        }
        return others;
    }

    /// Where the word at `at` begins, or ends, by the direction of `step`.
    private static int word(String line, int at, int step) {
        int edge = at;
        if (step < 0) {
            while (edge > 0 && Character.isLetter(line.charAt(edge - 1))) {
                edge--;
            }
        } else {
            while (edge < line.length() && Character.isLetter(line.charAt(edge))) {
                edge++;
            }
        }
        return edge;
    }

    private static int letters(String line, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    private static int words(String line) {
        int words = 0;
        boolean within = false;
        for (int i = 0; i < line.length(); i++) {
            boolean letter = Character.isLetter(line.charAt(i)) || within && line.charAt(i) == '\'';
            words += letter && !within ? 1 : 0;
            within = letter;
        }
        return words;
    }
}
