package slipstream.device.reference.evidence;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.device.reference.evidence.KindWords.Mark;
import slipstream.device.reference.evidence.KindWords.Place;
import slipstream.device.reference.kind.ReceiptKind;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Words;

/// Collects what gives away the kind of one receipt, line by line: words (`kinds.tsv`), headings, and what its
/// numbers count.
///
/// Numbers are weaker witnesses than words, and are heard only where no payment is named: there a mistake is no lost
/// customer, since nothing could be asked about. Where a payment is named, only words say that it earns nothing.
public final class KindMarks {
    private static final int SEVERAL = 2;

    private final Set<ReceiptKind> sure = EnumSet.noneOf(ReceiptKind.class);
    private final Map<Place, Set<ReceiptKind>> perhaps = new EnumMap<>(Place.class);
    private final Map<ReceiptKind, Integer> several = new EnumMap<>(ReceiptKind.class);
    private final Figures figures = new Figures();
    /// Whether a line was read, the first of which is mostly the shop's name.
    private boolean named;

    /// Whether a word of printers or tests stands anywhere.
    private boolean tested;

    private boolean table;
    private boolean payment;
    private boolean reference;

    /// The words that lines given to [#line] are to be searched for.
    public static Words<?> table() {
        return KindWords.WHOLE;
    }

    /// Takes the next line.
    public void line(Finder finder) {
        String line = finder.line();
        if (line.isBlank()) {
            return;
        }
        String spread = Spread.joined(line);
        if (spread != null) {
            heard(spread, KindWords.WHOLE.in(spread));
            return;
        }
        List<Words.Found<List<Mark>>> found = finder.of(KindWords.WHOLE);
        if (finder.digits()) {
            boolean spoken =
                    found.stream().anyMatch(word -> word.meaning().stream().anyMatch(KindMarks::speaks));
            figures.line(line, found, spoken);
            table |= KindWords.any(found, Place.TABLE);
        }
        heard(line, found);
    }

    /// Whether a word says something wherever it stands.
    private static boolean speaks(Mark mark) {
        return mark.kind() != null && mark.place() != Place.LINE && mark.place() != Place.UNPRICED;
    }

    private void heard(String line, List<Words.Found<List<Mark>>> found) {
        Headings.of(line, found, !named, !figures.priced()).forEach(this::headed);
        tested = tested || !payment && !figures.priced() && KindWords.tests(line);
        named = named || line.chars().anyMatch(Character::isLetter);
        if (found.isEmpty()) {
            return;
        }
        boolean never = KindWords.any(found, Place.NEVER);
        boolean customers = KindWords.any(found, Place.CUSTOMER);
        Besides rest = Besides.of(line, found);
        for (Words.Found<List<Mark>> word : found) {
            boolean titled = !never && rest.title();
            boolean whole = !never && rest.allows(word.end(), line);
            boolean nothing = Besides.nothing(line, word.end());
            boolean priced = Besides.priced(line, word.end());
            for (Mark mark : word.meaning()) {
                if (mark.kind() != null
                        && !nothing
                        && !(priced && mark.kind() == ReceiptKind.KITCHEN)
                        && !(customers && mark.kind() == ReceiptKind.REPRINT)
                        && mark.place().counts(whole, titled)) {
                    add(mark);
                }
            }
        }
    }

    private void headed(ReceiptKind kind) {
        switch (kind) {
            case REPORT -> perhaps(Place.FIGURE).add(kind);
            case TEST_PRINT -> perhaps(Place.WEAK).add(kind);
            default -> sure.add(kind);
        }
    }

    private void add(Mark mark) {
        switch (mark.place()) {
            case LINE -> lone(mark.kind());
            case PART, TITLE -> sure.add(mark.kind());
            case SEVERAL -> several.merge(mark.kind(), 1, Integer::sum);
            default -> perhaps(mark.place()).add(mark.kind());
        }
    }

    /// A word of many meanings stood alone: with a payment it may be the shop's name or a bill's title.
    private void lone(ReceiptKind kind) {
        switch (kind) {
            case KITCHEN -> perhaps(Place.LINE).add(kind);
            case REPORT -> perhaps(Place.FIGURE).add(kind);
            default -> sure.add(kind);
        }
    }

    private Set<ReceiptKind> perhaps(Place place) {
        return perhaps.computeIfAbsent(place, ignored -> EnumSet.noneOf(ReceiptKind.class));
    }

    /// The receipt shows a payment by a word of one.
    public void payment() {
        payment = true;
    }

    /// The receipt names a payment by a reference.
    public void reference() {
        payment = true;
        reference = true;
    }

    /// The kind, as far as the lines tell it.
    public ReceiptKind kind(boolean hasTotal) {
        Set<ReceiptKind> told = told(hasTotal);
        if (!payment || !hasTotal) {
            told.addAll(perhaps(Place.LINE));
        }
        if (!told.isEmpty()) {
            ReceiptKind kind = first(told);
            boolean dishes = told.contains(ReceiptKind.KITCHEN) || !figures.priced() && figures.ordered(table);
            boolean ticket = !hasTotal && !payment && dishes;
            return ticket && kind == ReceiptKind.REFUND ? ReceiptKind.KITCHEN : kind;
        }
        if (reference) {
            return ReceiptKind.SALE;
        }
        boolean priced = hasTotal || figures.priced();
        boolean ordered = !payment || figures.things();
        if (ordered && !hasTotal && !unpriced().isEmpty()) {
            return first(unpriced());
        }
        if (!payment && !priced && figures.ordered(table)) {
            return ReceiptKind.KITCHEN;
        }
        if (!payment && !priced && tested) {
            return ReceiptKind.TEST_PRINT;
        }
        if (!payment && !unpaid().isEmpty()) {
            return first(unpaid());
        }
        if (!payment && priced && table) {
            return ReceiptKind.ORDER;
        }
        if (hasTotal || payment) {
            return ReceiptKind.SALE;
        }
        return figures.things() ? ReceiptKind.KITCHEN : ReceiptKind.UNKNOWN;
    }

    /// What words and headings say, and where no payment is named what figures say.
    private Set<ReceiptKind> told(boolean hasTotal) {
        if (reference) {
            Set<ReceiptKind> paid = EnumSet.copyOf(sure);
            paid.remove(ReceiptKind.ORDER);
            return paid;
        }
        Set<ReceiptKind> told = EnumSet.copyOf(sure);
        told.addAll(perhaps(Place.FIGURE));
        several.forEach((kind, count) -> {
            if (count >= SEVERAL && (kind == ReceiptKind.REPORT || !hasTotal && !payment)) {
                told.add(kind);
            }
        });
        if (figures.report() || !payment && figures.sales()) {
            told.add(ReceiptKind.REPORT);
        } else if (figures.givenBack()) {
            told.add(ReceiptKind.REFUND);
        }
        return told;
    }

    private Set<ReceiptKind> unpriced() {
        return union(Place.UNPRICED, Place.WEAK);
    }

    private Set<ReceiptKind> unpaid() {
        return union(Place.UNPAID, Place.OPEN);
    }

    private Set<ReceiptKind> union(Place one, Place other) {
        Set<ReceiptKind> both = EnumSet.copyOf(perhaps(one));
        both.addAll(perhaps(other));
        return both;
    }

    private static ReceiptKind first(Set<ReceiptKind> kinds) {
        return kinds.iterator().next();
    }
}
