package slipstream.acceptance;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.PrintStream;
import slipstream.escpos.text.EastAsianWidth;

/// What the person at the terminal sees.
final class Terminal {
    private static final int COLUMNS = 50;

    private final PrintStream out;
    private final boolean colours;

    /// @param colours whether the terminal understands colours, so that a symbol is black on white for sure
    Terminal(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /// A line of its own.
    void say(String text) {
        out.println(text);
        out.flush();
    }

    /// A step of the story.
    void step(int number, String text) {
        say("");
        say(number + ". " + text);
    }

    /// A remark below a step.
    void remark(String text) {
        say("   " + text);
    }

    /// A printed receipt, as text on a strip of paper.
    void receipt(String text) {
        say("   ┌" + "─".repeat(COLUMNS) + "┐");
        text.lines().forEach(line -> say("   │ " + line + " ".repeat(Math.max(0, COLUMNS - 1 - columns(line))) + "│"));
        say("   └" + "╌".repeat(COLUMNS) + "┘");
    }

    /// A symbol that a phone reads off the screen, two rows of dots a line.
    void symbol(String url) {
        BitMatrix symbol = matrix(url);
        for (int y = 0; y < symbol.getHeight(); y += 2) {
            var line = new StringBuilder();
            for (int x = 0; x < symbol.getWidth(); x++) {
                boolean upper = symbol.get(x, y);
                boolean lower = y + 1 < symbol.getHeight() && symbol.get(x, y + 1);
                line.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }
            say("      " + (colours ? "\u001b[30;107m" + line + "\u001b[0m" : line));
        }
    }

    private static BitMatrix matrix(String url) {
        try {
            return new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException e) {
            throw new IllegalArgumentException("A link of " + url.length() + " characters does not fit a symbol.", e);
        }
    }

    private static int columns(String line) {
        return line.codePoints()
                .map(point -> EastAsianWidth.isWide(point) ? 2 : 1)
                .sum();
    }
}
