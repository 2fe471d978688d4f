package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static slipstream.escpos.render.Printing.receipt;
import static slipstream.escpos.render.Printing.receipts;
import static slipstream.escpos.render.Printing.stream;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Lines and rectangles.
class RulesTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    /// A full block, as wide as its cell, on page 437.
    private static final int BLOCK = 0xDB;

    @Test
    void aLevelLineGoesFromOnePositionToTheOther() {
        Bitmap receipt = receipt(ESC, "a", 1, GS, "(Q", 9, 0, 50, 10, 0, 109, 0, 20, 1, 5, 48);
        assertEquals(List.of(10, 0, 109, 5), Printing.inked(receipt));
        assertEquals(20, receipt.height());
        assertEquals("##..##", Printing.dots(receipt, 50, 0, 1, 6).replace("\n", ""));
        assertEquals("[line]\n", Printing.text(GS, "(Q", 9, 0, 50, 10, 0, 109, 0, 20, 1, 5, 48));
    }

    @Test
    void anUprightLineGoesOnUntilItIsStopped() {
        byte[] start = stream(GS, "(Q", 7, 0, 51, 100, 0, 1, 1, 5, 48);
        byte[] stop = stream(GS, "(Q", 7, 0, 51, 100, 0, 0, 1, 5, 48);
        Bitmap receipt = receipt("\n", start, BLOCK, "\n", GS, "v0", 0, 1, 0, 2, 0, 0xFF, 0xFF, "\n", stop, "\n");
        assertEquals(122, receipt.height());
        assertEquals("##..##", Printing.dots(receipt, 100, 91, 6, 1).strip());
        assertEquals(List.of(0, 30, 105, 91), Printing.inked(receipt));
        assertEquals(List.of(150, 0, 155, 29), Printing.inked(receipt(GS, "L", 50, 0, start, "\n", ESC, "@", "\n")));
        List<Bitmap> cutThrough = receipts(start, "\n", GS, "V", 0, "\n", stop, BLOCK, "\n");
        assertEquals(
                List.of(List.of(100, 0, 105, 29), List.of(0, 0, 105, 53)),
                cutThrough.stream().map(Printing::inked).toList());
    }

    @Test
    void linesAndRectanglesAreDrawnOnThePage() {
        byte[] rectangle = stream(GS, "(Q", 14, 0, 49, 10, 0, 20, 0, 59, 0, 49, 0, 1, 1, 48, 48, 1);
        byte[] upright = stream(GS, "(Q", 12, 0, 48, 30, 0, 0, 0, 30, 0, 69, 0, 1, 3, 48);
        Bitmap page = receipt(ESC, "L", rectangle, 0x0C);
        assertEquals(List.of(10, 20, 59, 49), Printing.inked(page));
        assertEquals(
                "#" + ".".repeat(48) + "#", Printing.dots(page, 10, 30, 50, 1).strip());
        byte[] doubled = rectangle.clone();
        doubled[15] = 4;
        assertEquals(
                "##########\n#.........\n#.########\n#.#.......\n",
                Printing.dots(receipt(ESC, "L", doubled, 0x0C), 10, 20, 10, 4));
        assertEquals(List.of(10, 0, 59, 69), Printing.inked(receipt(ESC, "L", rectangle, upright, 0x0C)));
        assertEquals(
                List.of(575 - 49, 10, 575 - 20, 59),
                Printing.inked(receipt(ESC, "L", ESC, "W", 0, 0, 0, 0, 0x40, 2, 100, 0, ESC, "T", 3, rectangle, 0x0C))
                        .stream()
                        .toList());
    }
}
