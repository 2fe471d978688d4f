package slipstream.device.reference;

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
/// @param confidence what a find is good for
record NumberRule(
        String scheme,
        String kind,
        Shape shape,
        Set<String> vouchers,
        boolean wraps,
        boolean card,
        Confidence confidence) {
    static final String ANY = "any";
    static final String ALONE = "alone";

    /// The scheme that the receipt's tender names.
    static final String TENDER = "-";

    static NumberRule of(List<String> row) {
        List<String> how = row.subList(2 + Shape.CELLS, row.size());
        return new NumberRule(
                row.get(0),
                row.get(1),
                Shape.of(row.subList(2, 2 + Shape.CELLS)),
                Table.entries(how.get(0)).collect(Collectors.toUnmodifiableSet()),
                how.get(1).contains("wraps"),
                how.get(1).contains("card"),
                Confidence.valueOf(how.get(2).toUpperCase(java.util.Locale.ROOT)));
    }

    /// Whether the number's surroundings say that it is one.
    boolean vouched(Context context) {
        if (context.joined() && !wraps) {
            return false;
        }
        if (context.pictured() && !shape.strong()) {
            return false;
        }
        return vouchers.contains(ANY) && !context.ofOrder()
                || vouchers.contains(ALONE) && context.alone()
                || context.roles().stream().anyMatch(vouchers::contains);
    }

    /// As sentences say it.
    String name() {
        return (scheme.equals(TENDER) ? "" : scheme + " ") + kind;
    }
}
