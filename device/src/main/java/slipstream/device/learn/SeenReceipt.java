package slipstream.device.learn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import slipstream.device.reference.LearnedRule.Anchor;
import slipstream.device.reference.ReceiptScan;
import slipstream.device.reference.Rules;
import slipstream.device.reference.Sighting;
import slipstream.device.reference.kind.ReceiptKind;
import slipstream.escpos.receipt.Receipt;

/// A receipt as a technician looks at it.
///
/// @param number from 1, in the order in which they came
/// @param receipt what it shows
/// @param kind what it is for, by the rules that every box has
/// @param total what was paid, if it shows
/// @param day when it was printed, if it shows
/// @param candidates its numbers
public record SeenReceipt(
        int number,
        Receipt receipt,
        ReceiptKind kind,
        Optional<BigDecimal> total,
        Optional<LocalDate> day,
        List<Candidate> candidates) {

    /// Looks at `receipt`.
    public static SeenReceipt of(int number, Receipt receipt) {
        ReceiptScan scan = scan(receipt, Rules.builtIn());
        return new SeenReceipt(
                number,
                receipt,
                scan.kind(),
                scan.total(),
                scan.time().map(time -> time.day()),
                Candidate.of(receipt, Rules.builtIn()));
    }

    /// Whether a customer got it for a payment.
    public boolean sale() {
        return kind == ReceiptKind.SALE || kind == ReceiptKind.REPRINT;
    }

    /// Whether it says word for word what `other` says.
    boolean copies(SeenReceipt other) {
        return Sighting.lines(receipt).equals(Sighting.lines(other.receipt));
    }

    /// The candidate whose value is `value`, whatever blanks and dashes it is typed with.
    public Optional<Candidate> candidate(String value) {
        String typed = bare(value);
        return candidates.stream()
                .filter(candidate -> bare(candidate.value()).equalsIgnoreCase(typed))
                .findFirst();
    }

    private static String bare(String value) {
        return value.replaceAll("[\\s-]", "");
    }

    /// Where `candidate` stands, the best way to find it again first.
    List<Anchor> anchors(Candidate candidate) {
        List<Sighting> all = Sighting.of(receipt, Rules.builtIn());
        SequencedMap<Integer, String> lines = Sighting.lines(receipt);
        return Surroundings.of(candidate.at(), all, lines).anchors();
    }

    /// What the rule of that name, one of `rules`, finds on it.
    public Set<String> found(Rules rules, String rule) {
        return scan(receipt, rules).learned().getOrDefault(rule, Set.of());
    }

    static ReceiptScan scan(Receipt receipt, Rules rules) {
        var scan = new ReceiptScan(rules);
        scan.printed(receipt.elements());
        scan.ended();
        return scan;
    }
}
