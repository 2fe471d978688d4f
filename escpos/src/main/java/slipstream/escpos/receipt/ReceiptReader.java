package slipstream.escpos.receipt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.CharacterStyle;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;
import slipstream.escpos.text.TextDecoder;

/// Follows commands and tells what the receipt shows and where it ends.
///
/// A line is what was sent before the line feed, however the printer wraps it: a number that the paper's edge
/// cuts in two is whole here. Blank lines show nothing. A cut ends a receipt that shows something; a cut after
/// a cut ends nothing. Where the printer has no blade, `ESC @` after a feed that takes the paper out ends it too:
/// the next job begins. A page that is thrown away shows nothing, and a macro shows what it prints. Memory is
/// bounded: elements past 4,096 a receipt and text past 4,096 characters a line are not kept.
public final class ReceiptReader {
    private static final int MOST_ELEMENTS = 4096;
    private static final int LONGEST_LINE = 4096;

    /// A macro shows what so many runs show.
    private static final int MOST_RUNS = 16;

    /// Senders feed three lines or more to bring a receipt past the tear bar.
    private static final int TEAR_LINES = 3;

    private final ReceiptListener listener;
    private final Pen pen = new Pen();
    private final TextDecoder decoder = new TextDecoder();
    private final List<Element> elements = new ArrayList<>();
    private final List<Element> soFar = Collections.unmodifiableList(elements);
    private final List<Element.Run> runs = new ArrayList<>();

    private PrinterState state;
    private int number = 1;
    private int lineLength;
    private long lineOffset;
    private long receiptOffset;
    private boolean inkInLine;
    private boolean shows;
    private boolean showedBeforePage;
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
        return shows;
    }

    /// Takes the next command, which begins `offset` bytes into the stream.
    public void accept(Command command, long offset) {
        if (!state.selected() && !(command instanceof Setting)) {
            return;
        }
        if (command instanceof Mark.Drawing drawing && drawing.row().mnemonic().equals("GS ^")) {
            macro(drawing, offset);
            return;
        }
        switch (command) {
            case Text text -> text(text, offset);
            case Mark mark -> mark(mark, offset);
            case Cut cut -> {
                endOfRun();
                if (state.takes(cut)) {
                    end(Receipt.Ending.CUT);
                }
            }
            case Command.Elided elided -> {
                endOfRun();
                if (elided.row().kind().draws()) {
                    drawing(new Element.Picture(offset, 0, 0));
                }
            }
            case Setting.Initialize ignored -> {
                endOfRun();
                dropPage();
                throwLineAway();
                if (!state.profile().cutter() && tailLines >= TEAR_LINES) {
                    end(Receipt.Ending.NEXT_JOB);
                }
            }
            case Setting.PageMode ignored -> {
                endOfRun();
                pageBegins();
            }
            case Setting.StandardMode ignored -> {
                endOfRun();
                dropPage();
            }
            case Command.Other other -> {
                endOfRun();
                if (other.row().mnemonic().equals("CAN")) {
                    dropPage();
                }
            }
            case Setting ignored -> endOfRun();
            default -> endOfRun();
        }
        state = state.after(command);
    }

    /// Ends the receipt under way, if it shows something. A line that nothing has printed is taken for printed,
    /// unless it is all there is after a cut: that is the tail of a sender's job.
    public void end(Receipt.Ending ending) {
        if (ending != Receipt.Ending.CUT && elements.isEmpty() && number > 1) {
            dropLine();
            shows = false;
        }
        endOfLine();
        if (shows) {
            shows = false;
            var receipt = new Receipt(number++, receiptOffset, List.copyOf(elements), ending);
            elements.clear();
            listener.ended(receipt);
        }
        lineNumber = 1;
        tailLines = 0;
        pageBegins();
    }

    /// What the page holds from here on is not on paper yet.
    private void pageBegins() {
        elementsBeforePage = elements.size();
        showedBeforePage = shows;
    }

    /// The page is thrown away.
    private void dropPage() {
        if (state.page()) {
            dropLine();
            elements.subList(elementsBeforePage, elements.size()).clear();
            shows = showedBeforePage;
        }
    }

    private void macro(Mark.Drawing drawing, long offset) {
        endOfRun();
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

    private void text(Text text, long offset) {
        List<Letter> letters = decoder.decode(state, text.bytes());
        if (!letters.isEmpty()) {
            add(offset + letters.getFirst().offset(), pen.write(letters, state), Letter.text(letters));
        }
    }

    private void mark(Mark mark, long offset) {
        endOfRun();
        switch (mark) {
            case Mark.LineFeed ignored -> feed(1);
            case Mark.Feed feed -> feed(Math.max(1, lines(state.dotsY(feed.units()))));
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
            case Mark.Tab ignored -> {
                add(offset, pen.x(), " ");
                pen.tab(state);
            }
            case Mark.MoveTo move -> {
                add(offset, pen.x(), " ");
                pen.moveTo(state.dotsX(move.units()), state);
            }
            case Mark.MoveBy move -> {
                add(offset, pen.x(), " ");
                pen.moveTo(pen.x() + state.dotsX(move.units()), state);
            }
            case Mark.PageMove ignored -> endOfLine();
            case Mark.LineStart start -> {
                if (start.n() == 0) {
                    throwLineAway();
                } else {
                    endOfLine();
                }
            }
            case Mark.ColumnImage image -> drawing(new Element.Picture(offset, image.columns(), columnHeight(image)));
            case Mark.Raster raster ->
                drawing(new Element.Picture(
                        offset, raster.widthBytes() * 8 * raster.scaleX(), raster.rows() * raster.scaleY()));
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
        boolean blank = !inkInLine;
        endOfLine();
        lineNumber = Math.clamp((long) lineNumber + lines, 1, Integer.MAX_VALUE);
        tailLines = Math.max(0, blank ? tailLines + lines : lines - 1);
    }

    private void add(long offset, int x, String text) {
        if (runs.isEmpty()) {
            lineOffset = offset;
            lineLength = 0;
        }
        if (!shows && !text.isBlank()) {
            shows = true;
            receiptOffset = lineOffset;
        }
        inkInLine |= !text.isBlank();
        int room = Math.max(0, LONGEST_LINE - lineLength);
        if (room > 0) {
            String kept = text.length() <= room ? text : text.substring(0, room);
            lineLength += kept.length();
            CharacterStyle style = state.style();
            runs.add(new Element.Run(offset, x, kept, style));
        }
    }

    /// A command follows the text: what was pending of a character stands alone.
    private void endOfRun() {
        List<Letter> rest = decoder.end();
        if (!rest.isEmpty()) {
            add(lineOffset, pen.write(rest, state), Letter.text(rest));
        }
    }

    private void endOfLine() {
        endOfRun();
        if (inkInLine) {
            show(new Element.Line(lineOffset, lineNumber, List.copyOf(runs)));
        }
        dropLine();
    }

    /// What has shown nothing but this line shows nothing.
    private void throwLineAway() {
        dropLine();
        shows &= !elements.isEmpty();
    }

    private void dropLine() {
        pen.lineBegins();
        runs.clear();
        inkInLine = false;
    }

    private void drawing(Element element) {
        endOfLine();
        if (!shows) {
            shows = true;
            receiptOffset = element.offset();
        }
        lineNumber++;
        show(element);
    }

    private void show(Element element) {
        tailLines = 0;
        if (elements.size() < MOST_ELEMENTS) {
            elements.add(element);
            listener.printed(soFar);
        }
    }
}
