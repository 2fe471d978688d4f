package slipstream.device.reference;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import slipstream.device.reference.text.Table;

/// A row of `numbers.tsv`, or one learned on site: which numbers are payment references, and who must say so.
///
/// @param scheme who moved the money; `-` where the receipt's tender tells
/// @param kind which of the scheme's numbers
/// @param shape what the number looks like
/// @param vouchers the roles of labels that make it one; `any`, whatever stands before; `alone`, nothing does
/// @param wraps whether it is put together from several lines
/// @param card whether it counts only on a receipt that shows a card payment
/// @param tender whether it counts only on a receipt that names the scheme as what was paid by
/// @param confidence what a find is good for
/// @param learned the learned rule that it is of; null for a row of the table
record NumberRule(
        String scheme,
        String kind,
        Shape shape,
        Set<String> vouchers,
        boolean wraps,
        boolean card,
        boolean tender,
        Confidence confidence,
        LearnedRule learned) {
    static final String ANY = "any";
    static final String ALONE = "alone";

    private static final int SHORTEST_LEARNED = 6;
    private static final int LONGEST_LEARNED = 64;

    /// The scheme that the receipt's tender names.
    static final String TENDER = "-";

    /// A row of the table.
    NumberRule(
            String scheme,
            String kind,
            Shape shape,
            Set<String> vouchers,
            boolean wraps,
            boolean card,
            Confidence confidence) {
        this(scheme, kind, shape, vouchers, wraps, card, false, confidence, null);
    }

    /// The row of a learned rule.
    ///
    /// @param role the role of what vouches for its numbers
    static NumberRule of(LearnedRule rule, String role) {
        var shape = new Shape(Alphabet.ORDER, SHORTEST_LEARNED, LONGEST_LEARNED, List.of(), -1, Check.NONE);
        return new NumberRule(
                rule.scheme(), rule.kind(), shape, Set.of(role), true, false, false, rule.confidence(), rule);
    }

    static NumberRule of(List<String> row) {
        List<String> how = row.subList(2 + Shape.CELLS, row.size());
        return new NumberRule(
                row.get(0),
                row.get(1),
                Shape.of(row.subList(2, 2 + Shape.CELLS)),
                Table.entries(how.get(0)).collect(Collectors.toUnmodifiableSet()),
                how.get(1).contains("wraps"),
                how.get(1).contains("card"),
                how.get(1).contains("tender"),
                Confidence.valueOf(how.get(2).toUpperCase(java.util.Locale.ROOT)),
                null);
    }

    /// Whether `number` looks as the rule wants it.
    boolean fits(Number number) {
        return learned == null
                ? shape.fits(number.as(shape.alphabet()))
                : number.value().length() <= LONGEST_LEARNED
                        && (learned.number().matches(number.value())
                                || learned.number().matches(number.compact()));
    }

    /// `number`, which fits, as the service is asked about it.
    String valueOf(Number number) {
        if (learned == null) {
            return number.as(shape.alphabet());
        }
        return learned.number().matches(number.value()) ? number.value() : number.compact();
    }

    /// Whether a number that fits is whole: with more or fewer characters it would not fit.
    boolean whole() {
        return strong() || learned != null && learned.number().fixed();
    }

    /// Whether all its numbers are equally long: a lost character shows.
    private boolean fixed() {
        return learned == null
                ? shape.shortest() == shape.longest()
                : learned.number().fixed();
    }

    /// Whether `number`, which fits a learned rule, is no card's though it has a card's check digit: it has a day in
    /// its place, or begins as no payment card does (ISO/IEC 7812-1, major industries 0, 7 and 8).
    boolean noCards(Number number) {
        return learned.number().dayed() || "078".indexOf(number.value().charAt(0)) >= 0;
    }

    /// Whether a number that looks so hardly ever does by chance.
    boolean strong() {
        return learned == null ? shape.strong() : learned.number().dayed();
    }

    /// Whether the number's surroundings say that it is one.
    boolean vouched(Context context) {
        if (context.joined() && !wraps) {
            return false;
        }
        if (context.pictured() && !fixed()) {
            return false;
        }
        if (learned != null
                && learned.anchor() instanceof LearnedRule.ByLabel label
                && label.place() != context.place()) {
            return false;
        }
        return vouchers.contains(ANY) && !context.ofOrder()
                || vouchers.contains(ALONE) && context.alone()
                || !Collections.disjoint(context.roles(), vouchers);
    }

    /// As sentences say it.
    String name() {
        return (scheme.equals(TENDER) ? "" : scheme + " ") + kind;
    }
}
