package slipstream.device.learn;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import slipstream.device.reference.Mask;
import slipstream.device.reference.Rules;
import slipstream.device.reference.Sighting;
import slipstream.device.reference.text.Table;
import slipstream.device.reference.text.Words;
import slipstream.escpos.receipt.Receipt;

/// A number of a receipt that a technician may point at.
///
/// @param run its number within the receipt, from 1
/// @param at where it stands; where it begins, if it goes on in the next line
/// @param value all of it, without blanks
/// @param wrapped whether it goes on in the next line
/// @param impostor what it looks like that is never a reference; null for nothing
/// @param secret whether it may not be shown
/// @param label the text that stands by it; empty for none
public record Candidate(
        int run, Sighting at, String value, boolean wrapped, String impostor, boolean secret, String label) {
    private static final String PIECE = "a piece of a card number or payment code";
    private static final int SHORTEST = 6;
    private static final int SHORTEST_LEARNED = 8;
    private static final int FEWEST_DIGITS = 4;

    /// What may stand behind a word that tells what a number is.
    private static final Pattern ENDS = Pattern.compile("(?i) *(|[^\\pL ].*|(no|nr|number|id|号|号码|编号|番号|번호)\\b.*)");

    private static final Words<String> REFUSED = refused();

    private static Words<String> refused() {
        var words = new Words<String>();
        for (List<String> row : Table.rows(Candidate.class, "refused.tsv")) {
            Table.entries(row.get(1)).forEach(label -> words.add(label, row.getFirst()));
        }
        return words;
    }

    /// The numbers of `receipt` that are long enough to be references.
    ///
    /// @param rules say which of them are known already
    static List<Candidate> of(Receipt receipt, Rules rules) {
        List<Sighting> sightings = Sighting.of(receipt, rules);
        SequencedMap<Integer, String> lines = Sighting.lines(receipt);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < sightings.size(); i++) {
            Sighting sighting = sightings.get(i);
            Sighting next = i + 1 < sightings.size() ? sightings.get(i + 1) : null;
            if (!sighting.part() && longEnough(sighting.value())) {
                String label = Surroundings.of(sighting, sightings, lines).shown();
                Sighting last = i == 0 ? null : sightings.get(i - 1);
                boolean piece = sighting.pieceOfSecret()
                        || goesOn(sighting, next, lines) && Sighting.secret(sighting.value() + next.value())
                        || goesOn(last, sighting, lines) && Sighting.secret(last.value() + sighting.value());
                candidates.add(new Candidate(
                        candidates.size() + 1,
                        sighting,
                        sighting.value(),
                        false,
                        sighting.impostor() == null && piece ? PIECE : sighting.impostor(),
                        sighting.secret() || piece,
                        Mask.secrets(label)));
                if (goesOn(sighting, next, lines)) {
                    String value = sighting.value() + next.value();
                    String impostor = Sighting.impostor(value);
                    candidates.add(new Candidate(
                            candidates.size() + 1, sighting, value, true, impostor, impostor != null, label));
                }
            }
        }
        return candidates;
    }

    private static boolean longEnough(String value) {
        return value.length() >= SHORTEST
                && value.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS;
    }

    private static boolean goesOn(Sighting first, Sighting next, SequencedMap<Integer, String> lines) {
        if (first == null
                || next == null
                || first.symbol()
                || next.symbol()
                || !first.last()
                || !next.first()
                || !next.last()) {
            return false;
        }
        List<Integer> numbers = List.copyOf(lines.keySet());
        boolean follows = numbers.indexOf(next.line()) == numbers.indexOf(first.line()) + 1;
        return follows && !first.secret() && !next.secret() && first.known() == null && next.known() == null;
    }

    /// The number as a screen may show it.
    public String shown() {
        boolean hidden = secret || refusedLabel().isPresent();
        return hidden ? Mask.of(value).replaceFirst("^\\*+", "…") : value;
    }

    /// Why it cannot be learned, in a sentence; empty if it can.
    public Optional<String> refusal() {
        if (secret) {
            return Optional.of("It looks like " + impostor + ": such numbers are never learned, kept or sent.");
        }
        Optional<String> label = refusedLabel();
        if (label.isPresent()) {
            return Optional.of("Its label \"" + this.label + "\" says that it is " + label.get()
                    + ": such numbers are never learned, kept or sent.");
        }
        if (impostor != null) {
            return Optional.of("It looks like " + impostor + "; if that is chance, point at it on another receipt.");
        }
        if (at.known() != null) {
            return Optional.of("It is known already, as " + at.known() + ": nothing has to be learned.");
        }
        if (value.length() < SHORTEST_LEARNED) {
            return Optional.of("It has " + value.length() + " characters only: so short a number comes again, expected "
                    + SHORTEST_LEARNED + " or more.");
        }
        return Optional.empty();
    }

    /// What is to be said of it in a list: known, never learned, or nothing.
    public String remark() {
        if (at.known() != null) {
            return "known: " + at.known();
        }
        String never = impostor != null ? impostor : refusedLabel().orElse(null);
        if (never != null) {
            return "never: " + never;
        }
        return wrapped ? "in two lines" : at.symbol() ? "in a symbol" : "";
    }

    private Optional<String> refusedLabel() {
        return REFUSED.in(label).stream()
                .filter(word -> ENDS.matches(label.substring(word.end())))
                .map(Words.Found::meaning)
                .findFirst();
    }
}
