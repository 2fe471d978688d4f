package slipstream.escpos.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// Paper that only plain text can be put on. Columns are font A's, or font B's in a line of font B.
final class TextSheet implements Sheet {
    private static final int PIECES_A_LINE = 4096;
    private static final int CHARACTERS_A_RECEIPT = 4 << 20;

    /// What stands at `x` and reaches to `end`.
    private record Piece(int x, int end, int unit, String text, int columns) {}

    private final PrinterProfile profile;
    private final Consumer<String> next;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder receipt = new StringBuilder();
    private boolean printed;

    /// Text of a printer; each receipt goes to `next` once it is cut off, unless nothing was printed on it.
    TextSheet(PrinterProfile profile, Consumer<String> next) {
        this.profile = profile;
        this.next = next;
    }

    @Override
    public int width(PrinterState state) {
        return state.page() ? profile.dotsPerLine() : state.areaDots();
    }

    @Override
    public void letter(PrinterState state, Letter letter, int code, Cell cell, int x) {
        boolean shows = letter.codePoint() >= 0x20 && letter.codePoint() != 0xFFFD;
        int unit = Cell.font(state.style(), false).width();
        put(x, x + cell.advance(), unit, shows ? Character.toString(letter.codePoint()) : " ", letter.columns());
    }

    @Override
    public void image(PrinterState state, Bitmap bitmap, int x) {
        String name = "[" + Block.image(bitmap).name() + "]";
        put(x, x + bitmap.width(), 12, name, name.length());
    }

    @Override
    public void line(PrinterState state, int feedDots) {
        int spacing = Math.max(1, state.layout().lineSpacing());
        long lines = Math.clamp(Math.round((double) feedDots / spacing), 0, 1000);
        if (!pieces.isEmpty()) {
            add(text(state));
            lines--;
        }
        for (long i = 0; i < lines; i++) {
            add("");
        }
        pieces.clear();
    }

    @Override
    public void discardLine() {
        pieces.clear();
    }

    @Override
    public void block(PrinterState state, Block block) {
        String name = "[" + block.name() + "]";
        int free = Math.max(0, state.areaDots() / 12 - name.length());
        add(" ".repeat(indent(state, free)) + name);
        printed = true;
    }

    @Override
    public void cut(int feedDots) {
        String text = receipt.toString();
        boolean printed = this.printed;
        receipt.setLength(0);
        this.printed = false;
        if (printed) {
            next.accept(text);
        }
    }

    private void put(int x, int end, int unit, String text, int columns) {
        if (pieces.size() < PIECES_A_LINE) {
            pieces.add(new Piece(x, end, unit, text, columns));
        }
    }

    private void add(String line) {
        if (receipt.length() < CHARACTERS_A_RECEIPT) {
            receipt.append(line.stripTrailing()).append('\n');
        }
        printed |= !line.isEmpty();
    }

    /// Pieces that touch are written without a gap; one that stands apart is put in its column.
    private String text(PrinterState state) {
        pieces.sort(Comparator.comparingInt(Piece::x));
        int unit = pieces.stream().mapToInt(Piece::unit).max().orElse(12);
        int extent = pieces.stream().mapToInt(Piece::end).max().orElse(0);
        int left = state.page() ? 0 : indent(state, Math.max(0, state.areaDots() - extent)) / unit;
        var line = new StringBuilder(" ".repeat(left));
        int column = left;
        int end = 0;
        for (Piece piece : pieces) {
            if (piece.x() > end) {
                int gap = Math.max(1, left + piece.x() / unit - column);
                line.append(" ".repeat(gap));
                column += gap;
            }
            line.append(piece.text());
            column += piece.columns();
            end = Math.max(end, piece.end());
        }
        return line.toString();
    }

    private static int indent(PrinterState state, int free) {
        return switch (state.layout().justification()) {
            case LEFT -> 0;
            case CENTRE -> free / 2;
            case RIGHT -> free;
        };
    }
}
