package slipstream.device.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.escpos.receipt.Element;

/// Follows one receipt as it prints and tells what is known of it so far: kind, total, payment references.
///
/// For one receipt and one thread at a time.
public final class ReceiptScan {
    private final PaymentReferences references = new PaymentReferences();
    private final KindMarks marks = new KindMarks();
    private final TotalReader total = new TotalReader();
    private final List<PaymentReference> found = new ArrayList<>();
    private int seen;

    /// At the beginning of a receipt.
    public ReceiptScan() {}

    /// Takes what the receipt shows up to now; what was shown before is passed over.
    ///
    /// @return the references that can be read now and could not before
    public List<PaymentReference> printed(List<Element> soFar) {
        List<PaymentReference> fresh = new ArrayList<>();
        for (; seen < soFar.size(); seen++) {
            fresh.addAll(next(soFar.get(seen)));
        }
        return fresh;
    }

    /// Takes what was read in the receipt's pictures since.
    ///
    /// @return the references that can be read now and could not before
    public List<PaymentReference> pictured(List<Element> read) {
        List<PaymentReference> fresh = new ArrayList<>();
        read.forEach(element -> fresh.addAll(next(element)));
        return fresh;
    }

    /// The receipt is over.
    ///
    /// @return the references that only its end makes sure
    public List<PaymentReference> ended() {
        return keep(references.end());
    }

    /// Its kind as far as it shows.
    public ReceiptKind kind() {
        Optional<BigDecimal> paid = total.total();
        ReceiptKind kind = marks.kind(paid.isPresent());
        boolean negative = paid.isPresent() && paid.get().signum() < 0;
        return kind == ReceiptKind.SALE && negative ? ReceiptKind.REFUND : kind;
    }

    /// What was paid, in the currency's main unit with two decimals, as far as it shows.
    public Optional<BigDecimal> total() {
        return total.total();
    }

    /// The references so far, in the order in which they could be read.
    public List<PaymentReference> references() {
        return List.copyOf(found);
    }

    private List<PaymentReference> next(Element element) {
        if (element instanceof Element.Line line) {
            String folded = Folded.text(line.text());
            marks.line(folded);
            total.line(folded);
            PaymentWords.scheme(folded).ifPresent(this::paid);
        }
        return keep(references.next(element));
    }

    private void paid(String scheme) {
        marks.payment();
        if (!scheme.equals("-")) {
            references.paidBy(scheme);
        }
    }

    private List<PaymentReference> keep(List<PaymentReference> fresh) {
        if (!fresh.isEmpty()) {
            marks.payment();
            found.addAll(fresh);
        }
        return fresh;
    }
}
