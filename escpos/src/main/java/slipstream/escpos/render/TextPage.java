package slipstream.escpos.render;

import slipstream.escpos.command.Bytes;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// A page that only plain text can be put on: its lines in the order in which they were written.
final class TextPage implements Page {
    private final PrinterProfile profile;
    private final TextSheet paper;
    private final TextSheet lines;
    private final StringBuilder before = new StringBuilder();
    private PageArea place;

    /// A page that is printed on `paper`.
    TextPage(PrinterProfile profile, TextSheet paper) {
        this.profile = profile;
        this.paper = paper;
        lines = new TextSheet(ignored -> {});
        place = PageArea.whole(profile);
    }

    @Override
    public void reset() {
        place = PageArea.whole(profile);
        before.setLength(0);
        cancel();
    }

    @Override
    public PageArea area() {
        return place;
    }

    @Override
    public void area(PrinterState state, PageArea next) {
        settle(state);
        place = next;
    }

    /// Lines stand in the order in which they were written, wherever that is.
    @Override
    public void moveY(boolean relative, int dots) {}

    @Override
    public void rule(PrinterState state, Bytes parameters) {}

    @Override
    public void cancel() {
        lines.discardLine();
        lines.take();
    }

    @Override
    public void print(PrinterState state) {
        settle(state);
        paper.append(before);
    }

    @Override
    public int width(PrinterState state) {
        return place.across();
    }

    @Override
    public void letter(PrinterState state, Letter letter, int code, Cell cell, int x) {
        lines.letter(state, letter, code, cell, x);
    }

    @Override
    public void image(PrinterState state, Bitmap bitmap, int x) {
        lines.image(state, bitmap, x);
    }

    @Override
    public void line(PrinterState state, int feedDots) {
        lines.line(state, feedDots);
    }

    @Override
    public void discardLine() {
        lines.discardLine();
    }

    @Override
    public void block(PrinterState state, Block block) {
        lines.block(state, block);
    }

    private void settle(PrinterState state) {
        lines.line(state, 0);
        String area = lines.take();
        if (before.length() + area.length() <= TextSheet.CHARACTERS_A_RECEIPT) {
            before.append(area);
        }
    }
}
