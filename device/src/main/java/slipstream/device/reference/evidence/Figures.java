package slipstream.device.reference.evidence;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import slipstream.device.reference.evidence.KindWords.Mark;
import slipstream.device.reference.evidence.KindWords.Place;
import slipstream.device.reference.text.Words;

/// What the numbers of one receipt show, whatever its language: things without prices, ways to pay that come before
/// anything is sold, counts too great for a customer, goods given back.
final class Figures {
    private static final int SEVERAL = 2;
    private static final int TENDERS = 3;

    /// Pieces of one thing that few customers buy.
    private static final int MANY = 10;

    private final Set<Mark> tenders = Collections.newSetFromMap(new IdentityHashMap<>());
    private int tenderRows;
    private int rows;
    private int greatRows;
    private int leading;
    private int things;
    private int maybeThings;
    private int prices;
    private boolean sold;
    private boolean negative;

    /// Takes the next line that has a digit.
    ///
    /// @param spoken whether a word of it marks a kind
    void line(String line, List<Words.Found<List<Mark>>> found, boolean spoken) {
        boolean tabled = KindWords.any(found, Place.TABLE);
        things += Counts.things(line) ? 1 : 0;
        prices += Counts.price(line) ? 1 : 0;
        maybeThings += !spoken && !tabled && Counts.mayBeThings(line) ? 1 : 0;
        boolean row = Counts.namedCountAndAmount(line);
        boolean tender = false;
        for (Words.Found<List<Mark>> word : found) {
            if (KindWords.is(word, Place.TENDER)) {
                row |= Counts.countAndAmount(line, word.end());
                if (Besides.priced(line, word.end())) {
                    tender = true;
                    word.meaning().stream()
                            .filter(mark -> mark.place() == Place.TENDER)
                            .forEach(tenders::add);
                }
            }
        }
        tenderRows += row ? 1 : 0;
        amount(line, tender);
    }

    private void amount(String line, boolean tender) {
        LastAmount amount = LastAmount.of(line);
        int count = amount.start() < 0 ? 0 : Counts.before(line, amount.start());
        if (count > 0) {
            rows++;
            greatRows += count >= MANY ? 1 : 0;
        }
        if (!amount.money()) {
            return;
        }
        negative |= !sold && leading == 0 && amount.negative();
        if (tender && !sold) {
            leading++;
        } else {
            sold = true;
        }
    }

    /// Whether they are those of a report.
    boolean report() {
        return tenderRows >= SEVERAL || tenders.size() >= TENDERS || leading >= SEVERAL;
    }

    /// Whether more was sold of most things than to one customer.
    boolean sales() {
        return greatRows >= SEVERAL && greatRows * 2 >= rows;
    }

    /// Whether the first thing was given back.
    boolean givenBack() {
        return negative;
    }

    /// Whether money shows.
    boolean priced() {
        return prices > 0;
    }

    /// Whether so many of something show.
    boolean things() {
        return things > 0;
    }

    /// Whether things show that nobody asks money for.
    ///
    /// @param table whether a table is named
    boolean ordered(boolean table) {
        return things > 0 || maybeThings >= SEVERAL || table && maybeThings > 0;
    }
}
