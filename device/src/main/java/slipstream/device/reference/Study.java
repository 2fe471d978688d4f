package slipstream.device.reference;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import slipstream.device.reference.evidence.KindMarks;
import slipstream.device.reference.text.Folded;
import slipstream.device.reference.total.PrintedTime;
import slipstream.device.reference.total.TimeReader;
import slipstream.device.reference.total.TotalReader;
import slipstream.escpos.receipt.Element;

/// What the lines of one receipt say besides numbers: kind, total, time, tender. Lines are looked at when somebody
/// asks, and for the time only when it is asked for: most receipts on which nothing was found are never looked at so.
final class Study implements Surroundings {
    private List<Element> shown = List.of();
    private Said said;
    private int heard;
    private TimeReader time;
    private int timed;
    private int widest;
    private int measured;

    /// What the receipt shows up to now; a live view, valid until the next is given.
    void shows(List<Element> soFar) {
        shown = soFar;
    }

    /// Looks at a line that is no element: one recognised in a picture.
    void line(String folded) {
        said().line(folded);
        clock().line(folded);
    }

    KindMarks marks() {
        Said lines = said();
        if (lines.payments().any()) {
            lines.marks().payment();
        }
        return lines.marks();
    }

    TotalReader total() {
        return said().total();
    }

    Optional<PrintedTime> time() {
        return clock().time(total().currency());
    }

    @Override
    public Optional<String> paidBy() {
        return said().payments().platform();
    }

    @Override
    public boolean byCard() {
        return said().payments().card();
    }

    @Override
    public int widest() {
        measured = each(measured, text -> widest = Math.max(widest, Folded.columns(text, text.length())));
        return widest;
    }

    private Said said() {
        said = said == null ? new Said() : said;
        heard = each(heard, said::line);
        return said;
    }

    private TimeReader clock() {
        time = time == null ? new TimeReader() : time;
        timed = each(timed, text -> time.line(Folded.text(text)));
        return time;
    }

    /// Shows the lines from element `from` on to `reader`.
    ///
    /// @return how many elements there are
    private int each(int from, Consumer<String> reader) {
        for (int i = from; i < shown.size(); i++) {
            if (shown.get(i) instanceof Element.Line line) {
                reader.accept(Printed.text(line));
            }
        }
        return shown.size();
    }
}
