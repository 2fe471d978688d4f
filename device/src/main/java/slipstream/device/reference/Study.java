package slipstream.device.reference;

import java.util.List;
import java.util.Optional;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.total.PrintedTime;
import slipstream.device.reference.total.TimeReader;
import slipstream.device.reference.total.TotalReader;
import slipstream.escpos.receipt.Element;

/// What the lines of one receipt say besides numbers: kind, total, time, tender. Lines are looked at when somebody
/// asks: most receipts on which nothing was found are never looked at so.
final class Study implements Surroundings {
    private final KindMarks marks = new KindMarks();
    private final TotalReader total = new TotalReader();
    private final TimeReader time = new TimeReader();
    private final PaymentWords payments = new PaymentWords();
    private List<Element> shown = List.of();
    private int studied;
    private int widest;

    /// What the receipt shows up to now; a live view, valid until the next is given.
    void shows(List<Element> soFar) {
        shown = soFar;
    }

    /// Looks at a line that is no element: one recognised in a picture.
    void line(String folded) {
        marks.line(folded);
        total.line(folded);
        time.line(folded);
        payments.line(folded);
    }

    KindMarks marks() {
        catchUp();
        if (payments.any()) {
            marks.payment();
        }
        return marks;
    }

    TotalReader total() {
        catchUp();
        return total;
    }

    Optional<PrintedTime> time() {
        catchUp();
        return time.time(total.currency());
    }

    @Override
    public Optional<String> paidBy() {
        catchUp();
        return payments.platform();
    }

    @Override
    public boolean byCard() {
        catchUp();
        return payments.card();
    }

    @Override
    public int widest() {
        catchUp();
        return widest;
    }

    private void catchUp() {
        for (; studied < shown.size(); studied++) {
            if (shown.get(studied) instanceof Element.Line line) {
                String text = Folded.text(Printed.text(line));
                widest = Math.max(widest, Folded.columns(text, text.length()));
                line(text);
            }
        }
    }
}
