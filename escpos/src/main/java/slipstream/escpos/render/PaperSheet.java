package slipstream.escpos.render;

import java.util.List;
import java.util.function.Consumer;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Cut;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// The paper that passes the print head, between two cuts.
final class PaperSheet implements Roll {
    /// Seven and a half metres at 203 dpi; what follows is dropped.
    static final int ROW_LIMIT = 60_000;

    private static final int NONE = -1;

    private final PrinterProfile profile;
    private final Consumer<Piece> next;
    private final LineCanvas line;
    private final boolean pieces;
    private final Trace trace;
    private final UprightRules rules = new UprightRules();
    private Bitmap paper;
    private int y;
    private int reserved = NONE;

    /// Paper of a printer; each receipt goes to `next` once it is cut off, unless nothing shows on it.
    PaperSheet(PrinterProfile profile, GlyphDrawer glyphs, Paper ends, Trace trace, Consumer<Piece> next) {
        this.profile = profile;
        this.trace = trace;
        this.next = next;
        pieces = ends == Paper.PIECES;
        line = new LineCanvas(profile, glyphs, profile.dotsPerLine());
        paper = blank();
        if (pieces) {
            feed(profile.bladeDistanceDots());
        }
    }

    @Override
    public int width(PrinterState state) {
        return state.areaDots();
    }

    @Override
    public void letter(PrinterState state, Letter letter, int code, Cell cell, int x) {
        line.letter(state, letter, code, cell, x, state.areaDots());
        trace.element(cell.height());
    }

    @Override
    public void image(PrinterState state, Bitmap bitmap, int x) {
        line.put(bitmap, x, state.areaDots());
        trace.element(bitmap.height());
    }

    @Override
    public void line(PrinterState state, int feedDots) {
        if (line.empty()) {
            feed(feedDots);
        } else {
            int height = line.height();
            trace.line(y, height, state.style().is(Trait.UPSIDE_DOWN));
            place(state, line.take(line.extent()));
            feed(feedDots < 0 ? height + feedDots : Math.max(height, feedDots));
        }
    }

    @Override
    public void discardLine() {
        line.clear();
        trace.discardLine();
    }

    @Override
    public void block(PrinterState state, Block block) {
        if (block.bitmap().height() > 0) {
            trace.block(y, block.bitmap().height());
            place(state, block.bitmap());
            feed(block.bitmap().height());
        }
    }

    @Override
    public void row(Bitmap row, int feedRows) {
        trace.block(y, 1);
        paper.extendTo(y + 1);
        paper.draw(row, 0, y);
        feed(feedRows);
    }

    @Override
    public void rule(PrinterState state, Bytes parameters) {
        int x = state.layout().leftMargin() + state.dotsX(parameters.u16(1));
        if (parameters.at(3) == 1) {
            rules.start(x, parameters.at(5), y, trace.rows(0, 1));
        } else {
            rules.stop(x, paper, y, trace);
        }
    }

    @Override
    public void endRules() {
        rules.stopAll(paper, y, trace);
    }

    @Override
    public void cut(Cut.Form form, int feedDots, boolean shows) {
        if (!pieces) {
            feed(form == Cut.Form.FEED ? feedDots : 0);
            end(shows);
            return;
        }
        switch (form) {
            case HERE -> fall(y - profile.bladeDistanceDots());
            case FEED -> {
                feed(feedDots + profile.bladeDistanceDots());
                fall(y - profile.bladeDistanceDots());
            }
            case RESERVED -> reserved = y + feedDots;
        }
    }

    @Override
    public void end(boolean shows) {
        // What cannot be drawn makes a receipt and takes no rows of it; a picture has one.
        paper.extendTo(1);
        rules.settle(paper, y, trace);
        List<TracedRows> drawn = trace.cut(paper.height());
        if (pieces ? paper.inkedRows() > 0 : shows) {
            next.accept(new Piece(paper.trimmed(), drawn));
        }
        paper = blank();
        y = 0;
        rules.beginAnew(y);
    }

    /// What is above `row` falls.
    private void fall(int row) {
        if (row <= 0) {
            return;
        }
        rules.settle(paper, y, trace);
        Bitmap piece = blank();
        piece.extendTo(row);
        piece.draw(paper, 0, row, 0, 0, piece.width());
        Bitmap rest = blank();
        rest.extendTo(y - row);
        rest.draw(paper, row, paper.height(), 0, 0, rest.width());
        List<TracedRows> drawn = trace.cut(row);
        paper = rest;
        y -= row;
        rules.beginAnew(y);
        reserved = reserved > row ? reserved - row : NONE;
        if (piece.inkedRows() > 0) {
            next.accept(new Piece(piece.trimmed(), drawn));
        }
    }

    private Bitmap blank() {
        return Bitmap.paper(profile.dotsPerLine(), ROW_LIMIT, profile.dpi());
    }

    private void feed(int dots) {
        y = Math.max(0, (int) Math.min(Integer.MAX_VALUE / 2, (long) y + dots));
        paper.extendTo(y);
        if (reserved != NONE && y - profile.bladeDistanceDots() >= reserved) {
            fall(reserved);
        }
    }

    private void place(PrinterState state, Bitmap bitmap) {
        int area = state.areaDots();
        int free = Math.max(0, area - bitmap.width());
        int x = switch (state.layout().justification()) {
            case LEFT -> 0;
            case CENTRE -> free / 2;
            case RIGHT -> free;
        };
        Bitmap upright = bitmap;
        if (state.style().is(Trait.UPSIDE_DOWN)) {
            upright = bitmap.turned(2);
            x = free - x;
        }
        paper.extendTo(y + upright.height());
        paper.draw(
                upright,
                0,
                upright.height(),
                state.layout().leftMargin() + x,
                y,
                state.layout().leftMargin() + area);
    }
}
