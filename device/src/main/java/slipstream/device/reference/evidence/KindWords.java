package slipstream.device.reference.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slipstream.device.reference.kind.ReceiptKind;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;

/// The words and parts of words that give away kinds: those of `kinds.tsv`.
final class KindWords {
    /// How a word must stand in its line.
    enum Place {
        /// Anywhere.
        PART,
        /// Among words of the table, numbers and punctuation only; behind it a colon or bracket lets anything follow.
        LINE,
        /// As in LINE, on a receipt without a payment.
        UNPAID,
        /// As in LINE, on a receipt without a total and without a payment.
        UNPRICED,
        /// As in PART, on a receipt without a total and without a payment.
        WEAK,
        /// As in PART, on a receipt without a payment.
        OPEN,
        /// As in PART, on a receipt that names no payment by a reference.
        FIGURE,
        /// As in FIGURE, where several lines say such.
        SEVERAL,
        /// Other letters in the line are half as many as those of words of the table at most.
        TITLE,
        /// Within a word of a heading.
        STEM,
        /// The parts of which names of copies are made: a copy, one that somebody keeps, the shop, its customer.
        COPY,
        STUB,
        SLIP,
        SHOP,
        PARTY,
        CUSTOMER,
        /// What a table or its guests are called.
        TABLE,
        /// A way to pay.
        TENDER,
        /// It marks nothing itself, and stands beside words that do.
        BESIDE,
        /// Anywhere: the line speaks about kinds, and marks none but by PART.
        NEVER;

        /// Whether a word counts in a line that says nothing else, or that is a title.
        boolean counts(boolean whole, boolean title) {
            return switch (this) {
                case PART, WEAK, OPEN, FIGURE, SEVERAL -> true;
                case LINE, UNPAID, UNPRICED -> whole;
                case TITLE -> whole || title;
                default -> false;
            };
        }
    }

    /// @param kind the kind that the word marks; null for words that mark none
    record Mark(ReceiptKind kind, Place place) {
        static Mark of(List<String> row) {
            String kind = row.get(0).toUpperCase(Locale.ROOT).replace('-', '_');
            return new Mark(
                    kind.equals("NONE") ? null : ReceiptKind.valueOf(kind),
                    Place.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
    }

    /// Whole words of the line.
    static final Words<List<Mark>> WHOLE = new Words<>();

    /// Parts of words, each with the kind that it marks.
    static final Words<ReceiptKind> STEMS = Words.anywhere();

    static {
        Map<String, List<Mark>> marks = new LinkedHashMap<>();
        for (List<String> row : Table.rows(KindWords.class, "kinds.tsv")) {
            Mark mark = Mark.of(row);
            Table.entries(row.get(2))
                    .map(word -> Folded.text(word).toLowerCase(Locale.ROOT))
                    .forEach(word -> {
                        if (mark.place == Place.STEM) {
                            STEMS.add(word, mark.kind);
                        } else {
                            List<Mark> of = marks.computeIfAbsent(word, ignored -> new ArrayList<>());
                            if (mark.place == Place.TENDER || !of.contains(mark)) {
                                of.add(mark);
                            }
                        }
                    });
        }
        marks.forEach(WHOLE::add);
    }

    private KindWords() {}

    /// Whether a word found may stand at `place`.
    static boolean is(Words.Found<List<Mark>> word, Place place) {
        return word.meaning().stream().anyMatch(mark -> mark.place == place);
    }

    /// Whether one of the words found may.
    static boolean any(List<Words.Found<List<Mark>>> found, Place place) {
        return found.stream().anyMatch(word -> is(word, place));
    }

    /// Whether a part of a word tells of a test.
    static boolean tests(String line) {
        return STEMS.in(line).stream().anyMatch(stem -> stem.meaning() == ReceiptKind.TEST_PRINT);
    }
}
