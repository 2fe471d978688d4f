package slipstream.escpos.receipt;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.state.StateFollower;

/// Follows commands and tells what the receipt shows and where it ends.
///
/// A line is what was sent before the line feed, however the printer wraps it: a number that the paper's edge
/// cuts in two is whole here. Blank lines show nothing. A cut ends a receipt that shows something, unless the profile's
/// printer ignores it for the text that is pending; a cut after a cut ends nothing. Where the printer has no blade or
/// passes the cut over, it ends the receipt all the same, as the sender says so; without a blade so does `ESC @` after
/// a feed that takes the paper out: the next job begins. A page that
/// is thrown away shows nothing, and a macro shows what it prints. Memory is bounded: elements past 4,096 a receipt
/// and text past 4,096 characters a line are not kept.
public final class ReceiptReader {
    private static final int MOST_ELEMENTS = 4096;

    /// A macro shows what so many runs show.
    private static final int MOST_RUNS = 16;

    /// Senders feed three lines or more to bring a receipt past the tear bar.
    private static final int TEAR_LINES = 3;

    private final ReceiptListener listener;
    private final StateFollower follower = new StateFollower();
    private final LineReader line = new LineReader();
    private final RowPicture rows = new RowPicture();
    private final List<Element> elements = new ArrayList<>();
    private final List<Element> soFar = new SoFar();

    private PrinterState state;
    private int number = 1;
    private int elementsBeforePage;
    private int lineNumber = 1;
    private int tailLines;
    private boolean replaying;

    /// A reader at the beginning of a stream to a printer as it is after power-on.
    public ReceiptReader(PrinterProfile profile, ReceiptListener listener) {
        this(PrinterState.initial(profile), listener);
    }

    /// A reader of a stream to a printer in the state `initial`.
    public ReceiptReader(PrinterState initial, ReceiptListener listener) {
        this.listener = listener;
        state = initial;
    }

    /// The printer's state after the commands so far.
    public PrinterState state() {
        return state;
    }

    /// Whether the receipt under way shows something.
    public boolean prints() {
        return line.inked() || rows.shows() || !elements.isEmpty();
    }

    /// Takes the next command, which begins `offset` bytes into the stream.
    public void accept(Command command, long offset) {
        if (!state.selected() && !(command instanceof Setting)) {
            return;
        }
        if (state.raster() && !(command instanceof Setting.Initialize)) {
            inRasterMode(command, offset);
        } else if (command instanceof Text text) {
            line.text(text, offset, state);
        } else if (command instanceof Mark.Drawing drawing
                && drawing.row().mnemonic().equals("GS ^")) {
            macro(drawing, offset);
            return;
        } else {
            line.endOfRun(state);
            shown(command, offset);
        }
        state = follower.after(state, command);
    }

    /// What a command that is no text does to the receipt.
    private void shown(Command command, long offset) {
        switch (command) {
            case Mark mark -> mark(mark, offset);
            case Setting setting -> setting(setting);
            case Cut cut -> cutBy(cut);
            case Command.Elided elided -> {
                if (elided.row().kind().draws()) {
                    drawing(new Element.Picture(offset, 0, 0));
                }
            }
            case Command.Other other -> {
                if (other.row().mnemonic().equals("CAN")) {
                    dropPage();
                }
            }
            default -> {}
        }
    }

    private void cutBy(Command command) {
        if (state.cutBy(command) != null) {
            end(Receipt.Ending.CUT);
        }
    }

    /// Rows are one picture up to where the paper ends, or something else may print.
    private void inRasterMode(Command command, long offset) {
        switch (command) {
            case Mark.Row row -> rows.add(row, offset);
            case Mark.RasterEnd ignored -> endOfLine();
            case Setting.RasterMode mode -> {
                if (mode.fn() == 'B') {
                    endOfLine();
                }
            }
            default -> {}
        }
        cutBy(command);
    }

    private void setting(Setting setting) {
        switch (setting) {
            case Setting.Initialize ignored -> {
                endOfRows();
                dropPage();
                line.drop();
                if (!state.profile().cutter() && tailLines >= TEAR_LINES) {
                    end(Receipt.Ending.NEXT_JOB);
                }
            }
            case Setting.RasterMode ignored -> endOfLine();
            case Setting.PageMode ignored -> pageBegins();
            case Setting.StandardMode ignored -> dropPage();
            case Setting.PageArea ignored -> leavePageLine();
            case Setting.PageDirection ignored -> leavePageLine();
            default -> {}
        }
    }

    /// Ends the receipt under way, if it shows something. A line that nothing has printed is taken for printed,
    /// unless it is all there is after a cut: that is the tail of a sender's job.
    public void end(Receipt.Ending ending) {
        line.endOfRun(state);
        if (ending != Receipt.Ending.CUT && elements.isEmpty() && number > 1) {
            line.drop();
        }
        endOfLine();
        if (!elements.isEmpty()) {
            var receipt = new Receipt(number++, elements.getFirst().offset(), List.copyOf(elements), ending);
            elements.clear();
            follower.forgetKept();
            listener.ended(receipt);
        }
        lineNumber = 1;
        tailLines = 0;
        pageBegins();
    }

    /// What the page holds from here on is not on paper yet.
    private void pageBegins() {
        elementsBeforePage = elements.size();
    }

    /// The page is thrown away.
    private void dropPage() {
        if (state.page()) {
            line.drop();
            elements.subList(elementsBeforePage, elements.size()).clear();
        }
    }

    /// Lines begin elsewhere on the page.
    private void leavePageLine() {
        if (state.page()) {
            endOfLine();
        }
    }

    private void macro(Mark.Drawing drawing, long offset) {
        line.endOfRun(state);
        List<Command> body = state.macro() ? List.of() : state.macroBody().body();
        if (replaying || body.isEmpty()) {
            state = state.after(drawing);
            return;
        }
        replaying = true;
        for (int run = 0; run < Math.min(MOST_RUNS, drawing.head().at(2)); run++) {
            body.forEach(command -> accept(command, offset));
        }
        replaying = false;
    }

    private void mark(Mark mark, long offset) {
        switch (mark) {
            case Mark.LineFeed ignored -> feed(1);
            case Mark.Feed feed -> feed(Math.max(1, lines(state.feedDots(feed))));
            case Mark.FeedLines feed -> feed(feed.lines());
            case Mark.FormFeed ignored -> {
                endOfLine();
                pageBegins();
            }
            case Mark.PrintPage ignored -> {
                endOfLine();
                pageBegins();
            }
            case Mark.CarriageReturn ignored -> {}
            case Mark.Tab ignored -> line.tab(offset, state);
            case Mark.MoveTo move -> line.move(offset, false, state.dotsAlong(move.units()), state);
            case Mark.MoveBy move -> line.move(offset, true, state.dotsAlong(move.units()), state);
            case Mark.PageMove ignored -> show(line.endBeside(lineNumber, state));
            case Mark.LineStart start -> {
                if (start.n() == 0) {
                    line.drop();
                } else {
                    endOfLine();
                }
            }
            case Mark.ColumnImage image -> drawing(new Element.Picture(offset, image.columns(), columnHeight(image)));
            case Mark.Raster raster ->
                drawing(new Element.Picture(
                        offset, raster.widthBytes() * 8 * raster.scaleX(), raster.rows() * raster.scaleY()));
            case Mark.Row ignored -> {}
            case Mark.RasterEnd ignored -> {}
            case Mark.PrintGraphics ignored -> drawing(new Element.Picture(offset, 0, 0));
            case Mark.PrintImage ignored -> drawing(new Element.Picture(offset, 0, 0));
            case Mark.PrintNvImage ignored -> drawing(new Element.Picture(offset, 0, 0));
            case Mark.PrintKeyedGraphics ignored -> drawing(new Element.Picture(offset, 0, 0));
            case Mark.Barcode barcode ->
                drawing(new Element.Symbol(offset, Symbols.barcodeName(barcode.system()), Symbols.payload(barcode)));
            case Mark.PrintSymbol symbol -> drawing(Symbols.stored(offset, symbol.cn(), state));
            case Mark.Drawing drawing -> drawing(Symbols.ofClone(offset, drawing, state));
        }
    }

    private static int columnHeight(Mark.ColumnImage image) {
        return image.mode() == 32 || image.mode() == 33 ? 24 : 8;
    }

    private int lines(int dots) {
        return dots / Math.max(1, state.layout().lineSpacing());
    }

    /// Prints the line and feeds; what shows nothing since the last ink is the receipt's tail.
    private void feed(int lines) {
        boolean blank = !line.inked();
        endOfLine();
        lineNumber = Math.clamp((long) lineNumber + lines, 1, Integer.MAX_VALUE);
        tailLines = Math.max(0, blank ? tailLines + lines : lines - 1);
    }

    private void endOfLine() {
        show(line.end(lineNumber));
        endOfRows();
    }

    private void endOfRows() {
        if (rows.shows()) {
            lineNumber++;
            show(rows.take());
        }
    }

    private void drawing(Element element) {
        endOfLine();
        lineNumber++;
        show(element);
    }

    /// Adds an element, if it is one.
    private void show(Element element) {
        if (element == null) {
            return;
        }
        tailLines = 0;
        if (elements.size() < MOST_ELEMENTS) {
            elements.add(element);
            listener.printed(soFar);
        }
    }

    /// The elements as listeners see them: none comes or goes, but each may be replaced.
    private final class SoFar extends AbstractList<Element> {
        @Override
        public Element get(int index) {
            return elements.get(index);
        }

        @Override
        public int size() {
            return elements.size();
        }

        @Override
        public Element set(int index, Element element) {
            return elements.set(index, element);
        }
    }
}
