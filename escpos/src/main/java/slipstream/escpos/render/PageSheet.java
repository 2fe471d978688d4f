package slipstream.escpos.render;

import slipstream.escpos.command.Cut;
import slipstream.escpos.command.Setting;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// Page mode: areas of a page, each written in one of four directions, printed at once.
///
/// A line after `GS $` or `GS \` stands on the height they set; other lines flow from the area's top.
final class PageSheet implements Sheet {
    /// The page's length until `ESC W` sets another, in vertical motion units at power-on.
    private static final int DEFAULT_LENGTH = 1662;
    /// The longest side of an area.
    private static final int LONGEST = 8192;

    private static final int FLOWING = -1;
    private static final int LINE_HEIGHT = 24;

    private final PrinterProfile profile;
    private final GlyphDrawer glyphs;
    private Bitmap page;
    private LineCanvas line;
    private Bitmap area;
    private int left;
    private int top;
    private int width;
    private int length;
    private int direction;
    private int flowY;
    private int baseline;
    private int areasEnd;

    PageSheet(PrinterProfile profile, GlyphDrawer glyphs) {
        this.profile = profile;
        this.glyphs = glyphs;
        reset();
    }

    /// An empty page with the default area and direction: on entering and leaving page mode.
    void reset() {
        page = Bitmap.paper(profile.dotsPerLine(), PaperSheet.ROW_LIMIT, profile.dpi());
        left = 0;
        top = 0;
        width = profile.dotsPerLine();
        length = Math.round((float) DEFAULT_LENGTH * profile.dpi() / profile.unitsPerInchY());
        direction = 0;
        areasEnd = 0;
        area = null;
        begin();
    }

    /// `ESC W`; an area of no size changes nothing.
    void area(PrinterState state, Setting.PageArea set) {
        int x = state.dotsX(set.x());
        if (set.width() > 0 && set.height() > 0 && x < profile.dotsPerLine()) {
            settle();
            left = x;
            top = state.dotsY(set.y());
            width = Math.min(state.dotsX(set.width()), profile.dotsPerLine() - x);
            length = Math.min(state.dotsY(set.height()), LONGEST);
            areasEnd = Math.max(areasEnd, top + length);
            begin();
        }
    }

    /// `ESC T`: 0 left to right, 1 bottom to top, 2 right to left, 3 top to bottom.
    void direction(int n) {
        int value = n >= '0' ? n - '0' : n;
        if (value <= 3) {
            settle();
            direction = value;
            begin();
        }
    }

    /// `GS $` and `GS \`, in dots.
    void moveY(boolean relative, int dots) {
        int from = !relative ? 0 : baseline == FLOWING ? flowY + LINE_HEIGHT : baseline;
        baseline = Math.max(0, from + dots);
    }

    /// `CAN`: throws away what the area holds.
    void cancel() {
        line.clear();
        area.clear();
    }

    /// `FF`, `ESC FF`: the page as far as areas or ink reach.
    Bitmap print() {
        settle();
        begin();
        int rows = Math.min(PaperSheet.ROW_LIMIT, areasEnd > 0 ? areasEnd : page.inkedRows());
        Bitmap printed = Bitmap.blank(profile.dotsPerLine(), rows);
        printed.draw(page, 0, 0);
        return printed;
    }

    @Override
    public int width(PrinterState state) {
        return direction % 2 == 0 ? width : length;
    }

    @Override
    public void letter(PrinterState state, Letter letter, int code, Cell cell, int x) {
        line.letter(state, letter, code, cell, x, width(state));
    }

    @Override
    public void image(PrinterState state, Bitmap bitmap, int x) {
        line.put(bitmap, x, width(state));
    }

    @Override
    public void line(PrinterState state, int feedDots) {
        int height = line.height();
        if (!line.empty()) {
            draw(line.take(line.extent()), 0);
        }
        advance(Math.max(height, feedDots));
    }

    @Override
    public void discardLine() {
        line.clear();
    }

    @Override
    public void block(PrinterState state, Block block) {
        draw(block.bitmap(), 0);
        advance(block.bitmap().height());
    }

    @Override
    public void cut(Cut.Form form, int feedDots, boolean shows) {}

    @Override
    public void end(boolean shows) {}

    private void draw(Bitmap bitmap, int x) {
        int y = baseline == FLOWING ? flowY : Math.max(0, baseline - bitmap.height());
        area.draw(bitmap, x, y);
    }

    private void advance(int dots) {
        if (baseline == FLOWING) {
            flowY = Math.min(LONGEST, flowY + dots);
        } else {
            baseline = Math.min(LONGEST, baseline + dots);
        }
    }

    private void begin() {
        boolean upright = direction % 2 == 0;
        area = Bitmap.blank(upright ? width : length, upright ? length : width);
        line = new LineCanvas(glyphs, upright ? width : length);
        flowY = 0;
        baseline = FLOWING;
    }

    /// Puts the area on the page, the way it is turned.
    private void settle() {
        if (!line.empty()) {
            draw(line.take(line.extent()), 0);
        }
        page.extendTo(top + length);
        page.draw(area.turned((4 - direction) % 4), left, top);
    }
}
