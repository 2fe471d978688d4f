package slipstream.device.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.reference.evidence.KindMarks;
import slipstream.device.reference.kind.ReceiptKind;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.total.PrintedTime;
import slipstream.escpos.receipt.Element;

/// Follows one receipt as it prints and tells what is known of it so far: kind, total, payment references.
///
/// Numbers are looked for as lines come; everything else is worked out when it is asked for. For one receipt and
/// one thread at a time.
public final class ReceiptScan {
    private final Study study = new Study();
    private final Rules rules;
    private final Witness witness;
    private List<Find> found = List.of();
    private List<Element> shown = List.of();
    private int seen;

    /// Null before the first line that may hold a number: most receipts of some shops have none.
    private PaymentReferences references;

    /// Null before the first line of a picture.
    private PaymentReferences inPictures;

    /// At the beginning of a receipt, with the rules that every box has.
    public ReceiptScan() {
        this(Rules.builtIn());
    }

    /// At the beginning of a receipt.
    public ReceiptScan(Rules rules) {
        this(rules, Witness.NONE);
    }

    /// At the beginning of a receipt that is to be explained.
    public ReceiptScan(Rules rules, Explanation explanation) {
        this(rules, explanation.witness());
    }

    ReceiptScan(Rules rules, Witness witness) {
        this.rules = rules;
        this.witness = witness;
        if (witness != Witness.NONE || rules.learns()) {
            references = new PaymentReferences(rules, study, witness);
        }
    }

    /// Takes what the receipt shows up to now; what was shown before is passed over.
    ///
    /// @param soFar its elements; looked at until the next call, also by [#kind()] and [#total()]
    /// @return what can be read now and could not before
    public List<Find> printed(List<Element> soFar) {
        if (shown != soFar) {
            shown = soFar;
            study.shows(soFar);
        }
        int count = soFar.size();
        if (references == null) {
            while (seen < count && !mayHoldNumber(soFar.get(seen))) {
                seen++;
            }
        }
        return seen == count ? List.of() : next(count);
    }

    private static boolean mayHoldNumber(Element element) {
        return switch (element) {
            case Element.Line line -> PaymentReferences.mayHold(line);
            case Element.Symbol ignored -> true;
            case Element.Picture ignored -> false;
        };
    }

    private List<Find> next(int count) {
        List<Find> fresh = List.of();
        for (; seen < count; seen++) {
            fresh = with(fresh, search().next(shown.get(seen)));
        }
        return fresh;
    }

    /// The references looked for from now on; what was shown before can only hold labels.
    private PaymentReferences search() {
        if (references == null) {
            references = new PaymentReferences(rules, study, witness);
            above().forEach(references::passOver);
        }
        return references;
    }

    /// The last lines that were shown before, from above; a picture parts none.
    private List<Element.Line> above() {
        List<Element.Line> above = new ArrayList<>();
        for (int i = seen - 1; i >= 0 && above.size() < Stacked.MOST; i--) {
            if (shown.get(i) instanceof Element.Line line) {
                above.addFirst(line);
            }
        }
        return above;
    }

    /// Takes what was read in the receipt's pictures since, where two readers agreed on every long number. Of their
    /// text only numbers count that are digits and all equally long: nothing else would tell a lost or misread
    /// character. Symbols count like the printer's own.
    ///
    /// @return what can be read now and could not before
    public List<Find> pictured(List<Element> agreed) {
        if (inPictures == null) {
            inPictures = search().inPictures();
        }
        List<Find> fresh = List.of();
        for (Element element : agreed) {
            if (element instanceof Element.Line line) {
                study.line(Folded.text(line.text()));
            }
            fresh = with(fresh, inPictures.next(element));
        }
        return fresh;
    }

    /// The receipt is over.
    ///
    /// @return what only its end makes sure
    public List<Find> ended() {
        if (inPictures != null) {
            inPictures.over();
        }
        return references == null ? List.of() : with(List.of(), references.end());
    }

    /// Its kind as far as it shows.
    public ReceiptKind kind() {
        KindMarks marks = study.marks();
        if (!found.isEmpty()) {
            marks.reference();
        }
        Optional<BigDecimal> paid = total();
        ReceiptKind kind = marks.kind(paid.isPresent());
        boolean negative = paid.isPresent() && paid.get().signum() < 0;
        return kind == ReceiptKind.SALE && negative ? ReceiptKind.REFUND : kind;
    }

    /// What was paid, in the currency's main unit with two decimals, as far as it shows.
    public Optional<BigDecimal> total() {
        return study.total().total();
    }

    /// The currency of its amounts, ISO 4217, if it says so.
    public Optional<String> currency() {
        return study.total().currency();
    }

    /// When it was printed, by the shop's clock, if it says so.
    public Optional<PrintedTime> time() {
        return study.time();
    }

    /// The card terminal that it names: a card's reference is one of its kind only with it and the day.
    public Optional<String> terminal() {
        return Optional.ofNullable(references).map(PaymentReferences::terminal);
    }

    /// The values that each learned rule found, by the rule's name; none for a rule that found nothing.
    public Map<String, Set<String>> learned() {
        return references == null ? Map.of() : references.learned();
    }

    /// What was found so far, in the order in which it could be read.
    public List<Find> finds() {
        return List.copyOf(found);
    }

    /// The references so far, in the order in which they could be read.
    public List<PaymentReference> references() {
        return found.isEmpty() ? List.of() : found.stream().map(Find::reference).toList();
    }

    private List<Find> with(List<Find> before, List<Find> fresh) {
        if (fresh.isEmpty()) {
            return before;
        }
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.addAll(fresh);
        if (before.isEmpty()) {
            return fresh;
        }
        List<Find> both = new ArrayList<>(before);
        both.addAll(fresh);
        return both;
    }
}
