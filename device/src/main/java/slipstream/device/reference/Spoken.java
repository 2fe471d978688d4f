package slipstream.device.reference;

import java.util.function.Supplier;
import slipstream.device.reference.LearnedRule.Place;

/// The labels that speak of a number, and where it stands, seen from them.
///
/// @param chain null for none
/// @param place null without labels
record Spoken(Chain chain, Place place) {
    private static final Spoken NOT = new Spoken(null, null);

    /// Shorter numbers are no references.
    private static final int SHORTEST = 6;

    /// Looks before a number, above it, behind it; then at what only may be a label.
    ///
    /// @param lineAbove read when it is asked for; null for none
    static Spoken of(Reading reading, Number number, Supplier<Reading> lineAbove, Rules rules) {
        Spoken before = new Spoken(reading.before(number), Place.SAME_LINE);
        boolean labelled = before.chain() != null;
        if (labelled && !before.chain().runOn()) {
            return before;
        }
        if (!labelled && !number.part() && number.value().length() >= SHORTEST) {
            Chain above = Columns.above(reading, number, lineAbove.get());
            Spoken apart = above != null
                    ? new Spoken(above, Place.NEXT_LINE)
                    : new Spoken(reading.behind(number), Place.BEFORE_LABEL);
            if (apart.chain() != null && !apart.chain().runOn()) {
                return apart;
            }
        }
        if (!number.part() && number.value().length() >= SHORTEST && !Judge.impostor(number)) {
            Chain across = labelled ? null : FarLabels.across(reading, number, lineAbove.get(), rules);
            Chain guessed = across != null ? across : FarLabels.unknown(reading, number, lineAbove.get());
            guessed = guessed != null ? guessed : FarLabels.damaged(reading, number, lineAbove.get(), rules);
            if (guessed != null) {
                return new Spoken(guessed, Place.SAME_LINE);
            }
        }
        return labelled ? before : NOT;
    }
}
