package slipstream.escpos.render;

import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.command.Text;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;
import slipstream.escpos.text.TextDecoder;

/// Walks the commands as the printer does: keeps state and print position, wraps lines, and puts on a [Sheet]
/// what is printed.
final class Typesetter {
    private static final int DEFAULT_TAB_DOTS = 8 * 12;
    private static final int MACRO_LIMIT = 512;

    private final Sheet paper;
    private final PageSheet page;
    private final GlyphDrawer glyphs;
    private final TextDecoder decoder = new TextDecoder();
    private final List<Command> macro = new ArrayList<>();
    private PrinterState state;
    private int x;
    private boolean inLine;
    private boolean graphicsWait;
    private boolean replaying;

    /// @param page where page mode writes; null writes it on the paper as it comes
    Typesetter(PrinterProfile profile, Sheet paper, PageSheet page, GlyphDrawer glyphs) {
        this.paper = paper;
        this.page = page;
        this.glyphs = glyphs;
        state = PrinterState.initial(profile);
    }

    void accept(Command command) {
        if (state.selected()) {
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
            if (defining && macro.size() < MACRO_LIMIT && !(command instanceof Setting.MacroDefinition)) {
                macro.add(command);
            }
        }
        state = state.after(command);
    }

    /// The end of the stream. What is still in the line buffer stays there, as in the printer.
    void finish() {
        sheet().discardLine();
        paper.cut(0);
    }

    private Sheet sheet() {
        return state.page() && page != null ? page : paper;
    }

    private void letters(List<Letter> letters, Bytes run) {
        for (Letter letter : letters) {
            Cell cell = Cell.of(state, letter);
            if (x > 0 && x + cell.advance() > sheet().width(state)) {
                line(state.layout().lineSpacing());
            }
            boolean single = letter.length() == 1 && letter.offset() >= 0;
            sheet().letter(state, letter, single ? run.at(letter.offset()) : -1, cell, x);
            x += cell.advance();
            inLine = true;
        }
    }

    private void line(int feedDots) {
        sheet().line(state, feedDots);
        x = 0;
        inLine = false;
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Mark.LineFeed ignored -> line(state.layout().lineSpacing());
            case Mark.CarriageReturn ignored -> {}
            case Mark.FormFeed ignored -> formFeed();
            case Mark.PrintPage ignored -> printPage();
            case Mark.Feed feed -> line(state.dotsY(feed.units()));
            case Mark.FeedLines feed -> line(feed.lines() * state.layout().lineSpacing());
            case Mark.Tab ignored -> tab();
            case Mark.MoveTo move -> moveTo(state.dotsX(move.units()));
            case Mark.MoveBy move -> moveTo(x + state.dotsX(move.units()));
            case Mark.PageMove move -> {
                if (page != null) {
                    page.moveY(move.relative(), state.dotsY(move.units()));
                }
            }
            case Mark.LineStart start -> lineStart(start.n() == 1);
            case Mark.ColumnImage image -> {
                Bitmap bitmap = Images.column(image, sheet().width(state));
                sheet().image(state, bitmap, x);
                x = Math.min(sheet().width(state), x + bitmap.width());
                inLine = true;
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
            case Mark.PrintSymbol symbol -> block(Symbols.draw(state, symbol.cn()));
            case Mark.Drawing drawing -> drawing(drawing);
        }
    }

    private void formFeed() {
        if (state.page()) {
            printPage();
            if (page != null) {
                page.reset();
            }
        } else if (inLine) {
            line(state.layout().lineSpacing());
        }
    }

    private void printPage() {
        if (!state.page()) {
            return;
        }
        if (page == null) {
            line(0);
        } else {
            Bitmap printed = page.print();
            paper.block(state, Block.image(printed));
        }
        x = 0;
        inLine = false;
    }

    private void tab() {
        int next = x / DEFAULT_TAB_DOTS * DEFAULT_TAB_DOTS + DEFAULT_TAB_DOTS;
        if (!state.layout().tabStops().isEmpty()) {
            next = state.layout().tabStops().stream()
                    .filter(stop -> stop > x)
                    .findFirst()
                    .orElse(x);
        }
        x = Math.min(next, sheet().width(state));
    }

    private void moveTo(int dots) {
        if (dots >= 0 && dots <= sheet().width(state)) {
            x = dots;
        }
    }

    private void lineStart(boolean print) {
        if (print && inLine) {
            line(state.layout().lineSpacing());
        } else {
            sheet().discardLine();
            x = 0;
            inLine = false;
        }
    }

    private void image(Bitmap bitmap) {
        block(bitmap == null ? null : Block.image(bitmap));
    }

    /// Prints the pending line, as most printers do, then the block.
    private void block(Block block) {
        if (block == null) {
            return;
        }
        if (inLine) {
            line(state.layout().lineSpacing());
        }
        x = 0;
        sheet().block(state, block);
    }

    private void drawing(Mark.Drawing drawing) {
        Bytes head = drawing.head();
        switch (drawing.row().mnemonic()) {
            case "GS ^" -> replay(head.at(2));
            case "ESC Z" -> block(Symbols.qr(state, drawing.body(), Symbols.level(levelOf(head.at(3))), head.at(4)));
            case "GS k" -> {
                if (head.at(2) == 0x61) {
                    int module = Math.max(3, state.barcode().moduleDots());
                    block(Symbols.qr(state, drawing.body(), Symbols.level(Math.max(1, head.at(4)) - 1), module));
                } else {
                    block(Frame.of(drawing.row().name(), state.areaDots()));
                }
            }
            case "GS ( Q" -> {}
            default -> block(Frame.of(drawing.row().name(), state.areaDots()));
        }
    }

    private static int levelOf(int letter) {
        return Math.max(0, "LMQH".indexOf(letter));
    }

    /// `GS ^`: what the macro holds, once more.
    private void replay(int times) {
        if (replaying || state.macro()) {
            return;
        }
        replaying = true;
        for (int i = 0; i < times; i++) {
            List.copyOf(macro).forEach(this::accept);
        }
        replaying = false;
    }

    private void elided(Command.Elided elided) {
        if (elided.row().kind().draws()) {
            String name = elided.row().name() + ", " + elided.bodyBytes() + " bytes: too large to draw";
            block(Frame.of(name, state.areaDots()));
        }
    }

    private void cut(Cut cut) {
        if (state.page()) {
            return;
        }
        if (inLine) {
            line(state.layout().lineSpacing());
        }
        paper.cut(cut.form() == Cut.Form.FEED ? state.dotsY(cut.feedUnits()) : 0);
    }

    private void setting(Setting setting) {
        switch (setting) {
            case Setting.Initialize ignored -> {
                sheet().discardLine();
                x = 0;
                inLine = false;
                graphicsWait = false;
                glyphs.forgetAll();
                resetPage();
            }
            case Setting.DefineCharacters define -> glyphs.define(state.style().font(), define.definition());
            case Setting.StoreGraphics ignored -> graphicsWait = true;
            case Setting.MacroDefinition ignored -> {
                if (!state.macro() && !replaying) {
                    macro.clear();
                }
            }
            case Setting.PageMode ignored -> x = 0;
            case Setting.StandardMode ignored -> {
                if (state.page()) {
                    sheet().discardLine();
                    x = 0;
                    inLine = false;
                    resetPage();
                }
            }
            case Setting.PageDirection direction -> direction(direction.n());
            case Setting.PageArea area -> area(area);
            default -> {}
        }
    }

    private void direction(int n) {
        if (page != null) {
            page.direction(n >= 48 ? n - 48 : n);
            x = 0;
        }
    }

    private void area(Setting.PageArea area) {
        if (page != null) {
            int width = state.dotsX(area.width());
            int height = state.dotsY(area.height());
            page.area(state.dotsX(area.x()), state.dotsY(area.y()), width, height);
            x = 0;
        }
    }

    private void resetPage() {
        if (page != null) {
            page.reset();
        }
    }

    private void other(Command.Other other) {
        switch (other.row().mnemonic()) {
            case "ESC ?" -> glyphs.forget(state.style().font(), other.head().at(2));
            case "CAN" -> {
                if (state.page() && page != null) {
                    page.cancel();
                    x = 0;
                }
            }
            default -> {}
        }
    }
}
