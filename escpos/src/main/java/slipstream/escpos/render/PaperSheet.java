package slipstream.escpos.render;

import java.util.function.Consumer;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// The paper that passes the print head, between two cuts.
final class PaperSheet implements Sheet {
    /// Seven and a half metres at 203 dpi; what follows is dropped.
    static final int ROW_LIMIT = 60_000;

    private final PrinterProfile profile;
    private final Consumer<Bitmap> next;
    private final LineCanvas line;
    private Bitmap paper;
    private int y;

    /// Paper of a printer; each receipt goes to `next` once it is cut off, unless nothing shows on it.
    PaperSheet(PrinterProfile profile, GlyphDrawer glyphs, Consumer<Bitmap> next) {
        this.profile = profile;
        this.next = next;
        line = new LineCanvas(glyphs, profile.dotsPerLine());
        paper = Bitmap.paper(profile.dotsPerLine(), ROW_LIMIT, profile.dpi());
    }

    @Override
    public int width(PrinterState state) {
        return state.areaDots();
    }

    @Override
    public void letter(PrinterState state, Letter letter, int code, Cell cell, int x) {
        line.letter(state, letter, code, cell, x, state.areaDots());
    }

    @Override
    public void image(PrinterState state, Bitmap bitmap, int x) {
        line.put(bitmap, x, state.areaDots());
    }

    @Override
    public void line(PrinterState state, int feedDots) {
        if (line.empty()) {
            feed(feedDots);
        } else {
            int height = line.height();
            place(state, line.take(line.extent()));
            feed(feedDots < 0 ? height + feedDots : Math.max(height, feedDots));
        }
    }

    @Override
    public void discardLine() {
        line.clear();
    }

    @Override
    public void block(PrinterState state, Block block) {
        if (block.bitmap().height() > 0) {
            place(state, block.bitmap());
            feed(block.bitmap().height());
        }
    }

    @Override
    public void cut(int feedDots, boolean shows) {
        feed(feedDots);
        Bitmap receipt = paper;
        paper = Bitmap.paper(profile.dotsPerLine(), ROW_LIMIT, profile.dpi());
        y = 0;
        if (shows) {
            next.accept(receipt.trimmed());
        }
    }

    private void feed(int dots) {
        y = Math.max(0, (int) Math.min(Integer.MAX_VALUE / 2, (long) y + dots));
        paper.extendTo(y);
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
