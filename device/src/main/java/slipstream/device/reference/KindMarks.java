package slipstream.device.reference;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.device.reference.KindWords.Mark;
import slipstream.device.reference.KindWords.Place;
import slipstream.device.reference.text.Finder;
import slipstream.device.reference.text.Words;

/// Collects what gives away the kind of one receipt, line by line: words (`kinds.tsv`), headings, and what its
/// numbers count.
///
/// Numbers are weaker witnesses than words, and are heard only where no payment is named: there a mistake is no lost
/// customer, since nothing could be asked about. Where a payment is named, only words say that it earns nothing.
final class KindMarks {
    private static final int SEVERAL = 2;
    private static final int TENDERS = 3;

    private final Set<ReceiptKind> sure = EnumSet.noneOf(ReceiptKind.class);
    private final Map<Place, Set<ReceiptKind>> perhaps = new EnumMap<>(Place.class);
    private final Map<ReceiptKind, Integer> several = new EnumMap<>(ReceiptKind.class);
    private final Set<Mark> tenders = Collections.newSetFromMap(new IdentityHashMap<>());
    private int rows;
    private int things;
    private int maybeThings;
    private int prices;
    /// Whether a line was read, the first of which is mostly the shop's name.
    private boolean named;

    private boolean table;
    private boolean payment;
    private boolean reference;

    /// Takes the next line.
    void line(Finder finder) {
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
            counted(line, found);
        }
        heard(line, found);
    }

    private void counted(String line, List<Words.Found<List<Mark>>> found) {
        things += Counts.things(line) ? 1 : 0;
        prices += Counts.price(line) ? 1 : 0;
        boolean spoken = found.stream().anyMatch(word -> word.meaning().stream().anyMatch(mark -> mark.kind() != null));
        maybeThings += !spoken && !KindWords.any(found, Place.TABLE) && Counts.mayBeThings(line) ? 1 : 0;
        boolean row = Counts.namedCountAndAmount(line);
        for (Words.Found<List<Mark>> word : found) {
            table |= KindWords.is(word, Place.TABLE);
            if (KindWords.is(word, Place.TENDER)) {
                row |= Counts.countAndAmount(line, word.end());
                word.meaning().stream()
                        .filter(mark -> mark.place() == Place.TENDER && Besides.priced(line, word.end()))
                        .forEach(tenders::add);
            }
        }
        rows += row ? 1 : 0;
    }

    private void heard(String line, List<Words.Found<List<Mark>>> found) {
        Headings.of(line, found, !named).forEach(this::headed);
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
            case PART, LINE, TITLE -> sure.add(mark.kind());
            case SEVERAL -> several.merge(mark.kind(), 1, Integer::sum);
            default -> perhaps(mark.place()).add(mark.kind());
        }
    }

    private Set<ReceiptKind> perhaps(Place place) {
        return perhaps.computeIfAbsent(place, ignored -> EnumSet.noneOf(ReceiptKind.class));
    }

    /// The receipt shows a payment by a word of one.
    void payment() {
        payment = true;
    }

    /// The receipt names a payment by a reference.
    void reference() {
        payment = true;
        reference = true;
    }

    /// The kind, as far as the lines tell it.
    ReceiptKind kind(boolean hasTotal) {
        Set<ReceiptKind> told = told(hasTotal);
        if (!told.isEmpty()) {
            ReceiptKind kind = first(told);
            boolean ticket = !hasTotal && !payment && told.contains(ReceiptKind.KITCHEN);
            return ticket && kind == ReceiptKind.REFUND ? ReceiptKind.KITCHEN : kind;
        }
        if (reference) {
            return ReceiptKind.SALE;
        }
        boolean priced = hasTotal || prices > 0;
        boolean ordered = !payment || things > 0;
        if (ordered && !hasTotal && !unpriced().isEmpty()) {
            return first(unpriced());
        }
        if (!payment && !priced && (things > 0 || maybeThings >= SEVERAL || table && maybeThings > 0)) {
            return ReceiptKind.KITCHEN;
        }
        if (!payment && !unpaid().isEmpty()) {
            return first(unpaid());
        }
        if (!payment && hasTotal && table) {
            return ReceiptKind.ORDER;
        }
        if (hasTotal || payment) {
            return ReceiptKind.SALE;
        }
        return things > 0 ? ReceiptKind.KITCHEN : ReceiptKind.UNKNOWN;
    }

    /// What words and headings say, and where no payment is named what figures say.
    private Set<ReceiptKind> told(boolean hasTotal) {
        if (reference) {
            return sure;
        }
        Set<ReceiptKind> told = EnumSet.copyOf(sure);
        told.addAll(perhaps(Place.FIGURE));
        several.forEach((kind, count) -> {
            if (count >= SEVERAL && (kind == ReceiptKind.REPORT || !hasTotal && !payment)) {
                told.add(kind);
            }
        });
        if (rows >= SEVERAL || tenders.size() >= TENDERS) {
            told.add(ReceiptKind.REPORT);
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
