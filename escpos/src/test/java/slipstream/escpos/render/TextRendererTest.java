package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static slipstream.escpos.render.Printing.text;
import static slipstream.escpos.render.Printing.texts;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRendererTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void linesAreLinesAndFeedsAreEmptyLines() {
        assertEquals("A\n\nB\n\n\n", text("A\n\nB", ESC, "d", 3));
    }

    @Test
    void justificationBecomesSpaces() {
        assertEquals(" ".repeat(23) + "AB\n", text(ESC, "a", 1, "AB\n"));
        assertEquals(" ".repeat(46) + "AB\n", text(ESC, "a", 2, "AB\n"));
    }

    @Test
    void positionsAndTabsBecomeColumns() {
        assertEquals("Coffee          4.20\n", text("Coffee", ESC, "$", 192, 0, "4.20\n"));
        assertEquals("1       2       3\n", text("1\t2\t3\n"));
        assertEquals("B A\n", text(ESC, "$", 24, 0, "A", ESC, "$", 0, 0, "B\n"));
    }

    @Test
    void wideTextStaysTogether() {
        assertEquals("TOTAL 12.80\n", text(GS, "!", 0x11, "TOTAL 12.80\n"));
        assertEquals("    TOTAL\n", text(ESC, "$", 48, 0, GS, "!", 0x11, "TOTAL\n"));
    }

    @Test
    void aFullLineWrapsWhereThePaperDoes() {
        assertEquals("x".repeat(48) + "\ny\n", text("x".repeat(48), "y\n"));
    }

    @Test
    void chineseColumnsAreTwoWide() {
        byte[] line = "合计".getBytes(GB18030);
        assertEquals("合计    12.80\n", text(line, ESC, "$", 96, 0, "12.80\n"));
    }

    @Test
    void imagesAndSymbolsAreNamed() {
        assertEquals("[image 8x2]\n", text(GS, "v0", 0, 1, 0, 2, 0, 0xFF, 0xFF));
        assertEquals("[QR Code \"HELLO\"]\n", text(Printing.symbol(49, 80, 48, "HELLO"), Printing.symbol(49, 81, 48)));
        assertEquals("Logo [image 12x24]\n", text("Logo ", ESC, "*", 33, 12, 0, new byte[36], "\n"));
    }

    @Test
    void receiptsAreCutApart() {
        assertEquals(List.of("A\n", "B\n"), texts("A\n", GS, "V", 0, GS, "V", 0, "B\n", ESC, "@"));
    }

    @Test
    void aPageIsWrittenLineByLine() {
        assertEquals("first\nsecond\n", text(ESC, "L", "first\nsecond", 0x0C));
    }

    @Test
    void aPageThatNothingPrintsIsNotWritten() {
        assertEquals(List.of(), texts(ESC, "Lkept\n"));
        assertEquals(List.of("after\n"), texts(ESC, "Lkept\n", ESC, "Safter\n"));
        assertEquals(List.of("new\n"), texts(ESC, "Lold\n", 0x18, "new\n", 0x0C));
    }

    @Test
    void aPageMayBePrintedTwice() {
        assertEquals("twice\ntwice\n", text(ESC, "Ltwice\n", ESC, 0x0C, ESC, 0x0C));
    }

    @Test
    void aLineOfAPageIsAsLongAsItsArea() {
        byte[] area = Printing.stream(ESC, "W", 0, 0, 0, 0, 48, 0, 120, 0);
        assertEquals("four\nmore\n", text(ESC, "L", area, "fourmore", 0x0C));
        assertEquals("tenletters\nmore\n", text(ESC, "L", area, ESC, "T", 1, "tenlettersmore", 0x0C));
    }
}
