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

/// Walks the commands as the printer does: keeps state, and puts on a [Sheet] what is printed.
final class Typesetter {
    private final Roll paper;
    private final Page page;
    private final GlyphDrawer glyphs;
    private final TextDecoder decoder = new TextDecoder();
    private final Macro macro = new Macro();
    private final PrintLine line;
    private PrinterState state;
    private int receipts;
    private boolean graphicsWait;
    private boolean swallowsLineFeed;
    private boolean twoByteSeen;

    /// @param page where page mode writes
    Typesetter(PrinterProfile profile, Roll paper, Page page, GlyphDrawer glyphs) {
        this.paper = paper;
        this.page = page;
        this.glyphs = glyphs;
        line = new PrintLine(paper, page);
        state = PrinterState.initial(profile);
    }

    void accept(Command command) {
        if (!state.selected()) {
            // What is meant for another device.
        } else if (state.raster() && !(command instanceof Setting.Initialize)) {
            inRasterMode(command);
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
        if (!state.page() && (line.shown() || receipts == 0)) {
            line.print(state);
        }
        paper.end(line.shown());
        receiptEnds();
    }

    private boolean has(Quirk quirk) {
        return state.profile().has(quirk);
    }

    private int width() {
        return line.width(state);
    }

    private void letters(List<Letter> letters, Bytes run) {
        for (Letter letter : letters) {
            twoByteSeen |= letter.wide();
        }
        line.letters(state, letters, run);
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.LineFeed ignored -> {
                if (!swallowsLineFeed) {
                    line.feed(state, state.layout().lineSpacing());
                }
            }
            case Mark.CarriageReturn ignored -> {}
            case Mark.FormFeed ignored -> formFeed();
            case Mark.PrintPage ignored -> printPage();
            case Mark.Feed feed -> line.feed(state, has(Quirk.IGNORES_ESC_J) ? 0 : state.feedDots(feed));
            case Mark.FeedLines feed -> line.feed(state, state.feedDots(feed));
            case Mark.Tab ignored -> line.tab(state);
            case Mark.MoveTo move -> {
                if (!line.begun() || !has(Quirk.IGNORES_POSITION_IN_LINE)) {
                    line.moveTo(state, state.dotsAlong(move.units()));
                }
            }
            case Mark.MoveBy move -> {
                if (move.units() >= 0 || !has(Quirk.IGNORES_NEGATIVE_MOVE)) {
                    line.moveTo(state, line.x() + state.dotsAlong(move.units()));
                }
            }
            case Mark.PageMove move -> page.moveY(move.relative(), state.dotsAcross(move.units()));
            case Mark.LineStart start -> lineStart(start.n() == 1);
            case Mark.ColumnImage image -> line.image(state, Images.column(state, image, width()));
            case Mark.Raster raster -> image(Images.raster(raster, width()));
            case Mark.Row ignored -> {}
            case Mark.RasterEnd ignored -> {}
            case Mark.PrintGraphics ignored -> {
                image(graphicsWait ? Images.graphics(state, width()) : null);
                graphicsWait = false;
            }
            case Mark.PrintImage print -> image(Images.downloaded(state, print.mode(), width()));
            case Mark.PrintNvImage print -> image(Images.nonVolatile(state, print.n(), print.mode(), width()));
            case Mark.PrintKeyedGraphics print -> image(Images.keyed(state, print, width()));
            case Mark.Barcode barcode -> block(Barcodes.draw(state, barcode, width()));
            case Mark.PrintSymbol symbol -> symbol(symbol);
            case Mark.Drawing drawing -> drawing(drawing);
        }
    }

    private void symbol(Mark.PrintSymbol symbol) {
        Block block = Symbols.draw(state, symbol.cn(), width());
        boolean blank = twoByteSeen && symbol.cn() == Symbols.QR_CN && has(Quirk.BLANK_QR_AFTER_TWO_BYTE_TEXT);
        block(blank && block != null ? block.blank() : block);
    }

    private void formFeed() {
        if (state.page()) {
            printPage();
            page.reset();
        } else {
            line.print(state);
        }
    }

    private void printPage() {
        if (state.page()) {
            page.print(state);
            line.begin();
            line.shows();
        }
    }

    private void lineStart(boolean print) {
        if (print) {
            line.print(state);
        }
        line.drop(state);
    }

    private void image(Bitmap bitmap) {
        block(bitmap == null ? null : Block.image(bitmap));
    }

    private void block(Block block) {
        if (block != null) {
            line.block(state, block);
        }
    }

    private void drawing(Mark.Drawing drawing) {
        switch (drawing.row().mnemonic()) {
            case "GS ^" -> {
                if (!state.macro()) {
                    macro.replay(drawing.head().at(2), this::accept);
                }
            }
            case "GS ( Q" -> rule(drawing.body());
            default -> block(Symbols.ofClone(state, drawing, width()));
        }
    }

    private void inRasterMode(Command command) {
        Cut cut = state.cutBy(command);
        if (command instanceof Mark.Row row) {
            paper.row(Images.row(state, row.data()), row.feedRows());
            line.shows();
        } else if (cut != null) {
            paper.cut(cut.form(), 0, line.shown());
            receiptEnds();
        }
    }

    private void rule(Bytes parameters) {
        if (state.page()) {
            page.rule(state, parameters);
        } else if (Ruler.isUpright(parameters)) {
            paper.rule(state, parameters);
            line.shows();
        } else {
            block(Ruler.level(state, parameters, width()));
        }
    }

    private void elided(Command.Elided elided) {
        boolean graphics = elided.row().mnemonic().equals("GS 8 L");
        graphicsWait &= !graphics;
        if (graphics || elided.row().kind().draws()) {
            String name = elided.row().name() + ", " + elided.bodyBytes() + " bytes: too large to draw";
            block(Frame.of(name, width()));
        }
    }

    private void cut(Cut cut) {
        if (state.page() || !state.takes(cut)) {
            return;
        }
        line.print(state);
        boolean feeds = cut.form() == Cut.Form.HERE && has(Quirk.FEEDS_BEFORE_ANY_CUT);
        paper.cut(feeds ? Cut.Form.FEED : cut.form(), state.dotsY(cut.feedUnits()), line.shown());
        receiptEnds();
    }

    private void receiptEnds() {
        receipts += line.shown() ? 1 : 0;
        line.receiptEnds();
    }

    private void setting(Setting setting) {
        switch (setting) {
            case Setting.Initialize ignored -> {
                line.drop(state);
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
            case Setting.RasterMode ignored -> line.print(state);
            case Setting.PageMode ignored -> line.back();
            case Setting.StandardMode ignored -> {
                if (state.page()) {
                    line.drop(state);
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
            line.back();
        }
    }

    private void other(Command.Other other) {
        switch (other.row().mnemonic()) {
            case "ESC ?" -> glyphs.forget(state, other.head().at(2));
            case "CAN" -> {
                if (state.page()) {
                    page.cancel();
                    line.back();
                }
            }
            default -> {}
        }
    }
}
