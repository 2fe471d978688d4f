package slipstream.escpos.render;

import java.util.List;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;
import slipstream.escpos.text.TextDecoder;

/// Walks the commands as the printer does: keeps state and print position, wraps lines, and puts on a [Sheet]
/// what is printed.
final class Typesetter {
    private final Roll paper;
    private final Page page;
    private final GlyphDrawer glyphs;
    private final TextDecoder decoder = new TextDecoder();
    private final Macro macro = new Macro();
    private PrinterState state;
    private int x;
    private boolean inLine;
    private boolean inkInLine;
    private boolean shown;
    private int receipts;
    private boolean graphicsWait;
    private boolean swallowsLineFeed;
    private boolean twoByteSeen;

    /// @param page where page mode writes
    Typesetter(PrinterProfile profile, Roll paper, Page page, GlyphDrawer glyphs) {
        this.paper = paper;
        this.page = page;
        this.glyphs = glyphs;
        state = PrinterState.initial(profile);
    }

    void accept(Command command) {
        if (!state.selected()) {
            starRaster(command);
        } else if (!has(Quirk.IGNORES_ESC_POS)) {
            if (!(command instanceof Text)) {
                letters(decoder.end(), Bytes.EMPTY);
            }
            boolean defining = state.macro();
            switch (command) {
                case Text text -> letters(decoder.decode(state, text.bytes()), text.bytes());
                case Mark mark -> mark(mark);
                case Cut cut -> cut(cut);
                case Setting setting -> setting(setting);
                case Command.Elided elided -> elided(elided);
                case Command.Other other -> other(other);
                case Command.RealTime ignored -> {}
                case Command.Unrecognized ignored -> {}
            }
            if (defining) {
                macro.add(command);
            }
        }
        swallowsLineFeed = command instanceof Mark.Raster && has(Quirk.SWALLOWS_LF_AFTER_RASTER);
        state = state.after(command);
    }

    /// The end of the stream. A line that nothing has printed is taken for printed, unless it is all there is after
    /// a cut: that is the tail of a sender's job.
    void finish() {
        letters(decoder.end(), Bytes.EMPTY);
        if (!state.page() && (shown || receipts == 0)) {
            printLine();
        }
        paper.end(shown);
        receiptEnds();
    }

    private boolean has(Quirk quirk) {
        return state.profile().has(quirk);
    }

    private Sheet sheet() {
        return state.page() ? page : paper;
    }

    private void letters(List<Letter> letters, Bytes run) {
        Cell narrow = letters.isEmpty() ? null : Cell.of(state, false);
        Cell wide = null;
        for (Letter letter : letters) {
            if (letter.wide() && wide == null) {
                wide = Cell.of(state, true);
            }
            Cell cell = letter.wide() ? wide : narrow;
            if (x > 0 && x + cell.advance() > sheet().width(state)) {
                line(state.layout().lineSpacing());
            }
            boolean single = letter.length() == 1 && letter.offset() >= 0;
            sheet().letter(state, letter, single ? run.at(letter.offset()) : -1, cell, x);
            x += cell.advance();
            inLine = true;
            twoByteSeen |= letter.wide();
            inkInLine |= GlyphDrawer.inked(state, letter);
        }
    }

    private void line(int feedDots) {
        sheet().line(state, feedDots);
        shown |= inkInLine && sheet() == paper;
        lineBegins();
    }

    private void printLine() {
        if (inLine) {
            line(state.layout().lineSpacing());
        }
    }

    private void dropLine() {
        sheet().discardLine();
        lineBegins();
    }

    private void lineBegins() {
        x = 0;
        inLine = false;
        inkInLine = false;
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.LineFeed ignored -> {
                if (!swallowsLineFeed) {
                    line(state.layout().lineSpacing());
                }
            }
            case Mark.CarriageReturn ignored -> {}
            case Mark.FormFeed ignored -> formFeed();
            case Mark.PrintPage ignored -> printPage();
            case Mark.Feed feed -> line(has(Quirk.IGNORES_ESC_J) ? 0 : state.dotsY(feed.units()));
            case Mark.FeedLines feed -> line(feed.lines() * state.layout().lineSpacing());
            case Mark.Tab ignored -> tab();
            case Mark.MoveTo move -> {
                if (!inLine || !has(Quirk.IGNORES_POSITION_IN_LINE)) {
                    moveTo(state.dotsX(move.units()));
                }
            }
            case Mark.MoveBy move -> {
                if (move.units() >= 0 || !has(Quirk.IGNORES_NEGATIVE_MOVE)) {
                    moveTo(x + state.dotsX(move.units()));
                }
            }
            case Mark.PageMove move -> page.moveY(move.relative(), state.dotsY(move.units()));
            case Mark.LineStart start -> lineStart(start.n() == 1);
            case Mark.ColumnImage image -> {
                Bitmap bitmap = Images.column(state, image, sheet().width(state));
                sheet().image(state, bitmap, x);
                x = Math.min(sheet().width(state), x + bitmap.width());
                inLine = true;
                inkInLine = true;
            }
            case Mark.Raster raster -> image(Images.raster(raster, sheet().width(state)));
            case Mark.PrintGraphics ignored -> {
                image(graphicsWait ? Images.graphics(state) : null);
                graphicsWait = false;
            }
            case Mark.PrintImage print -> image(Images.downloaded(state, print.mode()));
            case Mark.PrintNvImage print -> image(Images.nonVolatile(state, print.n(), print.mode()));
            case Mark.PrintKeyedGraphics print -> image(Images.keyed(state, print));
            case Mark.Barcode barcode -> block(Barcodes.draw(state, barcode));
            case Mark.PrintSymbol symbol -> symbol(symbol);
            case Mark.Drawing drawing -> drawing(drawing);
        }
    }

    private void symbol(Mark.PrintSymbol symbol) {
        Block block = Symbols.draw(state, symbol.cn());
        boolean blank = twoByteSeen && symbol.cn() == Symbols.QR_CN && has(Quirk.BLANK_QR_AFTER_TWO_BYTE_TEXT);
        block(blank && block != null ? block.blank() : block);
    }

    private void formFeed() {
        if (state.page()) {
            printPage();
            page.reset();
        } else {
            printLine();
        }
    }

    private void printPage() {
        if (state.page()) {
            page.print(state);
            shown = true;
            lineBegins();
        }
    }

    private void tab() {
        int next = state.layout().tabStops().stream()
                .filter(stop -> stop > x)
                .findFirst()
                .orElse(x);
        x = Math.min(next, sheet().width(state));
    }

    private void moveTo(int dots) {
        if (dots >= 0 && dots <= sheet().width(state)) {
            x = dots;
        }
    }

    private void lineStart(boolean print) {
        if (print) {
            printLine();
        }
        dropLine();
    }

    private void image(Bitmap bitmap) {
        block(bitmap == null ? null : Block.image(bitmap));
    }

    /// Prints the pending line, as most printers do, then the block.
    private void block(Block block) {
        if (block == null) {
            return;
        }
        printLine();
        lineBegins();
        sheet().block(state, block);
        shown |= sheet() == paper;
    }

    private void drawing(Mark.Drawing drawing) {
        switch (drawing.row().mnemonic()) {
            case "GS ^" -> {
                if (!state.macro()) {
                    macro.replay(drawing.head().at(2), this::accept);
                }
            }
            case "GS ( Q" -> rule(drawing.body());
            default -> block(Symbols.ofClone(state, drawing));
        }
    }

    /// Rows of Star's raster mode, in which the line printer that commands otherwise speak to is not selected: `b`
    /// goes on to the next row, `k` does not.
    private void starRaster(Command command) {
        switch (command) {
            case Mark.Raster row -> paper.row(Images.row(state, row.data()), true);
            case Mark.Drawing drawing -> paper.row(Images.row(state, drawing.body()), false);
            default -> {}
        }
        shown |= command instanceof Mark;
    }

    private void rule(Bytes parameters) {
        if (state.page()) {
            page.rule(state, parameters);
        } else if (Ruler.isUpright(parameters)) {
            paper.rule(state, parameters);
            shown = true;
        } else {
            block(Ruler.level(state, parameters));
        }
    }

    private void elided(Command.Elided elided) {
        boolean graphics = elided.row().mnemonic().equals("GS 8 L");
        graphicsWait &= !graphics;
        if (graphics || elided.row().kind().draws()) {
            String name = elided.row().name() + ", " + elided.bodyBytes() + " bytes: too large to draw";
            block(Frame.of(name, state.areaDots()));
        }
    }

    private void cut(Cut cut) {
        if (state.page() || !state.takes(cut)) {
            return;
        }
        printLine();
        boolean feeds = cut.form() == Cut.Form.HERE && has(Quirk.FEEDS_BEFORE_ANY_CUT);
        paper.cut(feeds ? Cut.Form.FEED : cut.form(), state.dotsY(cut.feedUnits()), shown);
        receiptEnds();
    }

    private void receiptEnds() {
        receipts += shown ? 1 : 0;
        shown = false;
    }

    private void setting(Setting setting) {
        switch (setting) {
            case Setting.Initialize ignored -> {
                dropLine();
                graphicsWait = false;
                twoByteSeen = false;
                paper.endRules();
                glyphs.forgetAll();
                page.reset();
            }
            case Setting.DefineCharacters define -> glyphs.define(state, define.definition());
            case Setting.StoreGraphics ignored -> graphicsWait = true;
            case Setting.MacroDefinition ignored -> {
                if (!state.macro()) {
                    macro.begin();
                }
            }
            case Setting.PageMode ignored -> x = 0;
            case Setting.StandardMode ignored -> {
                if (state.page()) {
                    dropLine();
                    page.reset();
                }
            }
            case Setting.PageDirection direction -> area(page.area().turned(direction.n()));
            case Setting.PageArea area -> area(page.area().with(state, area));
            default -> {}
        }
    }

    private void area(PageArea next) {
        if (next != null) {
            page.area(state, next);
            x = 0;
        }
    }

    private void other(Command.Other other) {
        switch (other.row().mnemonic()) {
            case "ESC ?" -> glyphs.forget(state, other.head().at(2));
            case "CAN" -> {
                if (state.page()) {
                    page.cancel();
                    x = 0;
                }
            }
            default -> {}
        }
    }
}
