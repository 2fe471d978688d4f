package slipstream.escpos.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Cut;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// Paper that only plain text can be put on. Columns are font A's, or font B's in a line of font B.
final class TextSheet implements Roll {
    static final int CHARACTERS_A_RECEIPT = 4 << 20;

    private static final int PIECES_A_LINE = 4096;

    /// What stands at `x` and reaches to `end`.
    private record Piece(int x, int end, int unit, int factor, String text, int columns) {}

    private final Consumer<String> next;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder receipt = new StringBuilder();
    private int imageWidth;
    private int imageRows;

    /// Text of a printer; each receipt goes to `next` once it is cut off, unless nothing shows on it.
    TextSheet(Consumer<String> next) {
        this.next = next;
    }

    @Override
    public int width(PrinterState state) {
        return state.areaDots();
    }

    @Override
    public void letter(PrinterState state, Letter letter, int code, Cell cell, int x) {
        boolean known = letter.codePoint() >= 0x20 && letter.codePoint() != 0xFFFD;
        int unit = state.profile().font(state.style().font()).width();
        String text = known ? Character.toString(letter.codePoint()) : " ";
        if (letter.wide() && narrowOnScreen(letter.codePoint())) {
            text += " ";
        }
        put(new Piece(x, x + cell.advance(), unit, state.style().width(), text, letter.columns()));
    }

    @Override
    public void image(PrinterState state, Bitmap bitmap, int x) {
        String name = "[" + Block.image(bitmap).name() + "]";
        put(new Piece(x, x + bitmap.width(), column(state), 1, name, name.length()));
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
        int free = Math.max(0, state.areaDots() / column(state) - name.length());
        int left = state.page() ? 0 : state.layout().leftMargin() / column(state) + indent(state, free);
        add(" ".repeat(left) + name);
    }

    /// Rows that follow each other are one image.
    @Override
    public void row(Bitmap row, int feedRows) {
        imageWidth = Math.max(imageWidth, row.width());
        imageRows = Math.clamp((long) imageRows + feedRows, 0, PaperSheet.ROW_LIMIT);
    }

    @Override
    public void rule(PrinterState state, Bytes parameters) {}

    @Override
    public void endRules() {}

    @Override
    public void cut(Cut.Form form, int feedDots, boolean shows) {
        end(shows);
    }

    @Override
    public void end(boolean shows) {
        String text = take();
        if (shows) {
            next.accept(text);
        }
    }

    /// What is printed so far, which is then no longer here.
    String take() {
        endImage();
        String text = receipt.toString();
        receipt.setLength(0);
        return text;
    }

    /// Prints lines that are made already.
    void append(CharSequence lines) {
        endImage();
        if (receipt.length() + lines.length() <= CHARACTERS_A_RECEIPT) {
            receipt.append(lines);
        }
    }

    /// What a two-byte code system prints square and a terminal shows half as wide: lines, shapes, small kana.
    private static boolean narrowOnScreen(int codePoint) {
        return codePoint >= 0x2500 && codePoint <= 0x25FF || codePoint >= 0xFF61 && codePoint <= 0xFFDC;
    }

    private void put(Piece piece) {
        if (pieces.size() < PIECES_A_LINE) {
            pieces.add(piece);
        }
    }

    private void endImage() {
        if (imageWidth > 0) {
            String name = "[image " + imageWidth + "x" + Math.max(1, imageRows) + "]";
            imageWidth = 0;
            imageRows = 0;
            add(name);
        }
    }

    private void add(String line) {
        endImage();
        if (receipt.length() < CHARACTERS_A_RECEIPT) {
            receipt.append(line.stripTrailing()).append('\n');
        }
    }

    /// Pieces that touch are written without a gap; one that stands apart is put in its column, and so is the
    /// first of another width, which keeps tables upright whose cells differ in size.
    private String text(PrinterState state) {
        pieces.sort(Comparator.comparingInt(Piece::x));
        int unit = pieces.stream().mapToInt(Piece::unit).max().orElse(column(state));
        int extent = pieces.stream().mapToInt(Piece::end).max().orElse(0);
        int margin =
                state.page() ? 0 : state.layout().leftMargin() + indent(state, Math.max(0, state.areaDots() - extent));
        var line = new StringBuilder();
        int column = 0;
        int end = -1;
        int factor = 1;
        for (Piece piece : pieces) {
            boolean apart = piece.x() > end || piece.factor() < factor;
            int gap = (margin + piece.x()) / unit - column;
            if (apart && gap > 0) {
                line.append(" ".repeat(gap));
                column += gap;
            }
            line.append(piece.text());
            column += piece.columns();
            end = Math.max(end, piece.end());
            factor = piece.factor();
        }
        return line.toString();
    }

    private static int column(PrinterState state) {
        return state.profile().font(0).width();
    }

    private static int indent(PrinterState state, int free) {
        return switch (state.layout().justification()) {
            case LEFT -> 0;
            case CENTRE -> free / 2;
            case RIGHT -> free;
        };
    }
}
