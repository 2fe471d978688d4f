package slipstream.escpos.receipt;

import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.command.Text;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Figures;
import slipstream.escpos.text.Letter;
import slipstream.escpos.text.TextDecoder;

/// The line under way: what was sent of it, and where its print position stands. Text past 4,096 characters is not
/// kept.
final class LineReader {
    private static final int LONGEST_LINE = 4096;
    private static final String BLANK = " ";

    private final Pen pen = new Pen();
    private final TextDecoder decoder = new TextDecoder();
    private final List<Element.Run> runs = new ArrayList<>();
    private long offset;
    private int length;
    private boolean inked;
    private boolean figures;

    /// Whether it shows something.
    boolean inked() {
        return inked;
    }

    /// Takes a run of text that begins at `begin` in the stream.
    void text(Text text, long begin, PrinterState state) {
        String plain = decoder.plain(state, text.bytes());
        if (plain != null) {
            add(begin, pen.write(plain.length(), state), plain, decoder.figures(), state);
            return;
        }
        List<Letter> letters = decoder.decode(state, text.bytes());
        if (!letters.isEmpty()) {
            add(begin + letters.getFirst().offset(), letters, state);
        }
    }

    /// A command follows the text: what was pending of a character stands alone.
    void endOfRun(PrinterState state) {
        List<Letter> rest = decoder.end();
        if (!rest.isEmpty()) {
            add(offset, rest, state);
        }
    }

    void tab(long begin, PrinterState state) {
        add(begin, pen.x(), BLANK, false, state);
        pen.tab(state);
    }

    /// Moves the print position, to `dots` or by as many.
    void move(long begin, boolean relative, int dots, PrinterState state) {
        add(begin, pen.x(), BLANK, false, state);
        pen.moveTo(relative ? pen.x() + dots : dots, state);
    }

    /// The line is printed, or the position leaves it.
    ///
    /// @param number the line's number
    /// @return null when it shows nothing
    Element.Line end(int number) {
        Element.Line line = null;
        if (inked) {
            List<Element.Run> all = runs.size() == 1 ? List.of(runs.getFirst()) : List.copyOf(runs);
            line = new Element.Line(offset, number, all, figures);
        }
        drop();
        return line;
    }

    /// The position leaves the line for another, at the same distance from the edge.
    Element.Line endBeside(int number, PrinterState state) {
        int x = pen.x();
        Element.Line line = end(number);
        pen.moveTo(x, state);
        return line;
    }

    void drop() {
        pen.lineBegins();
        runs.clear();
        inked = false;
        figures = false;
    }

    private void add(long begin, List<Letter> letters, PrinterState state) {
        String text = Letter.text(letters);
        add(begin, pen.write(letters, state), text, Figures.in(text), state);
    }

    private void add(long begin, int x, String text, boolean number, PrinterState state) {
        if (runs.isEmpty()) {
            offset = begin;
            length = 0;
        }
        inked = inked || !text.isBlank();
        int room = LONGEST_LINE - length;
        if (room > 0) {
            boolean whole = text.length() <= room;
            String kept = whole ? text : text.substring(0, room);
            figures |= whole ? number : Figures.in(kept);
            figures |= !runs.isEmpty() && Figures.goOn(runs.getLast().text(), kept);
            length += kept.length();
            runs.add(new Element.Run(begin, x, kept, state.style()));
        }
    }
}
