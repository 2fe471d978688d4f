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
/// a cut ends nothing. Memory is bounded: elements past 4,096 a receipt and text past 4,096 characters a line
/// are not kept.
public final class ReceiptReader {
    private static final int MOST_ELEMENTS = 4096;
    private static final int LONGEST_LINE = 4096;

    private final ReceiptListener listener;
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

    /// A reader at the beginning of a stream to a printer as it is after power-on.
    public ReceiptReader(PrinterProfile profile, ReceiptListener listener) {
        this.listener = listener;
        state = PrinterState.initial(profile);
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
        switch (command) {
            case Text text -> text(text, offset);
            case Mark mark -> mark(mark, offset);
            case Cut cut -> {
                endOfRun();
                if (cut.taken(state.lineEmpty())) {
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
                dropLine();
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
    }

    private void text(Text text, long offset) {
        List<Letter> letters = decoder.decode(state, text.bytes());
        if (!letters.isEmpty()) {
            add(offset + letters.getFirst().offset(), Letter.text(letters));
        }
    }

    private void mark(Mark mark, long offset) {
        endOfRun();
        switch (mark) {
            case Mark.LineFeed ignored -> endOfLine();
            case Mark.Feed ignored -> endOfLine();
            case Mark.FeedLines ignored -> endOfLine();
            case Mark.FormFeed ignored -> endOfLine();
            case Mark.PrintPage ignored -> endOfLine();
            case Mark.CarriageReturn ignored -> {}
            case Mark.Tab ignored -> add(offset, " ");
            case Mark.MoveTo ignored -> add(offset, " ");
            case Mark.MoveBy ignored -> add(offset, " ");
            case Mark.PageMove ignored -> endOfLine();
            case Mark.LineStart start -> {
                if (start.n() == 0) {
                    dropLine();
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
            case Mark.Drawing drawing -> drawing(Symbols.ofClone(offset, drawing));
        }
    }

    private static int columnHeight(Mark.ColumnImage image) {
        return image.mode() == 32 || image.mode() == 33 ? 24 : 8;
    }

    private void add(long offset, String text) {
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
            runs.add(new Element.Run(offset, kept, style));
        }
    }

    /// A command follows the text: what was pending of a character stands alone.
    private void endOfRun() {
        List<Letter> rest = decoder.end();
        if (!rest.isEmpty()) {
            add(lineOffset, Letter.text(rest));
        }
    }

    private void endOfLine() {
        endOfRun();
        if (inkInLine) {
            show(new Element.Line(lineOffset, List.copyOf(runs)));
        }
        dropLine();
    }

    private void dropLine() {
        runs.clear();
        inkInLine = false;
    }

    private void drawing(Element element) {
        endOfLine();
        if (!shows) {
            shows = true;
            receiptOffset = element.offset();
        }
        show(element);
    }

    private void show(Element element) {
        if (elements.size() < MOST_ELEMENTS) {
            elements.add(element);
            listener.printed(soFar);
        }
    }
}
