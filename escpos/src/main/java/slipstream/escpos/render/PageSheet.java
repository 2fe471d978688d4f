package slipstream.escpos.render;

import slipstream.escpos.command.Bytes;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// Page mode: areas of a page, each written in one of four directions, printed at once.
///
/// A line after `GS $` or `GS \` stands on the height they set; other lines flow from the area's top.
final class PageSheet implements Page {
    private static final int FLOWING = -1;
    private static final int LINE_HEIGHT = 24;

    private final PrinterProfile profile;
    private final GlyphDrawer glyphs;
    private final Sheet paper;
    private final PageTrace trace;
    private Bitmap page;
    private LineCanvas line;
    private PageArea place;
    private Bitmap area;
    private int flowY;
    private int baseline;
    private int areasEnd;

    /// A page that is printed on `paper`.
    PageSheet(PrinterProfile profile, GlyphDrawer glyphs, Sheet paper, Trace trace) {
        this.profile = profile;
        this.paper = paper;
        this.trace = new PageTrace(trace);
        this.glyphs = glyphs;
        reset();
    }

    @Override
    public void reset() {
        page = Bitmap.paper(profile.dotsPerLine(), PaperSheet.ROW_LIMIT, profile.dpi());
        place = PageArea.whole(profile);
        areasEnd = 0;
        area = null;
        trace.reset();
        begin();
    }

    @Override
    public void area(PrinterState state, PageArea next) {
        settle();
        areasEnd = next.chosen() ? Math.max(areasEnd, next.top() + next.length()) : areasEnd;
        place = next;
        begin();
    }

    @Override
    public PageArea area() {
        return place;
    }

    @Override
    public void moveY(boolean relative, int dots) {
        int from = !relative ? 0 : baseline == FLOWING ? flowY + LINE_HEIGHT : baseline;
        baseline = Math.max(0, from + dots);
    }

    @Override
    public void rule(PrinterState state, Bytes parameters) {
        if (Ruler.inPage(parameters)) {
            Ruler.draw(state, parameters, area);
            Ruler.Box reach = Ruler.reach(state, parameters);
            trace.block(reach.left(), reach.top(), reach.right(), reach.bottom());
        }
    }

    @Override
    public void cancel() {
        line.clear();
        area.clear();
        trace.cancel();
    }

    /// The page is printed as far as areas or ink reach.
    @Override
    public void print(PrinterState state) {
        settle();
        begin();
        int rows = Math.min(PaperSheet.ROW_LIMIT, areasEnd > 0 ? areasEnd : page.inkedRows());
        Bitmap printed = Bitmap.blank(profile.dotsPerLine(), rows);
        printed.draw(page, 0, 0);
        trace.print(rows);
        paper.block(state, Block.image(printed));
    }

    @Override
    public int width(PrinterState state) {
        return place.across();
    }

    @Override
    public void letter(PrinterState state, Letter letter, int code, Cell cell, int x) {
        line.letter(state, letter, code, cell, x, width(state));
        trace.element(x, cell.advance(), cell.height());
    }

    @Override
    public void image(PrinterState state, Bitmap bitmap, int x) {
        line.put(bitmap, x, width(state));
        trace.element(x, bitmap.width(), bitmap.height());
    }

    @Override
    public void line(PrinterState state, int feedDots) {
        int height = line.height();
        drawLine();
        advance(Math.max(height, feedDots));
    }

    @Override
    public void discardLine() {
        line.clear();
        trace.discardLine();
    }

    @Override
    public void block(PrinterState state, Block block) {
        trace.block(
                0,
                y(block.bitmap()),
                block.bitmap().width(),
                y(block.bitmap()) + block.bitmap().height());
        draw(block.bitmap(), 0);
        advance(block.bitmap().height());
    }

    private void drawLine() {
        if (!line.empty()) {
            Bitmap bitmap = line.take(line.extent());
            trace.line(y(bitmap), bitmap.height());
            draw(bitmap, 0);
        }
    }

    private void draw(Bitmap bitmap, int x) {
        area.draw(bitmap, x, y(bitmap));
    }

    /// Where the top of a line or block comes.
    private int y(Bitmap bitmap) {
        return baseline == FLOWING ? flowY : Math.max(0, baseline - bitmap.height());
    }

    private void advance(int dots) {
        if (baseline == FLOWING) {
            flowY = Math.min(PageArea.LONGEST, flowY + dots);
        } else {
            baseline = Math.min(PageArea.LONGEST, baseline + dots);
        }
    }

    private void begin() {
        area = Bitmap.blank(place.across(), place.down());
        line = new LineCanvas(profile, glyphs, place.across());
        trace.area(place.top(), place.length(), place.direction());
        flowY = 0;
        baseline = FLOWING;
    }

    /// Puts the area on the page, the way it is turned.
    private void settle() {
        drawLine();
        page.extendTo(place.top() + place.length());
        page.draw(area.turned((4 - place.direction()) % 4), place.left(), place.top());
    }
}
