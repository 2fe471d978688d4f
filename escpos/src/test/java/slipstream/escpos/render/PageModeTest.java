package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static slipstream.escpos.render.Printing.receipt;
import static slipstream.escpos.render.Printing.receipts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Page mode as dots.
class PageModeTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    /// A full block, as wide as its cell, on page 437.
    private static final int BLOCK = 0xDB;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void pageModeWritesInFourDirections(int direction) {
        Bitmap receipt =
                receipt(ESC, "L", ESC, "W", 40, 0, 10, 0, 100, 0, 200, 0, ESC, "T", direction, BLOCK, "\n", 0x0C);
        assertEquals(210, receipt.height());
        List<List<Integer>> corners = List.of(
                List.of(40, 10, 51, 33),
                List.of(40, 198, 63, 209),
                List.of(128, 186, 139, 209),
                List.of(116, 10, 139, 21));
        assertEquals(corners.get(direction), Printing.inked(receipt));
    }

    @Test
    void aPageIsPrintedOnlyWhenAskedFor() {
        assertEquals(0, receipts(ESC, "L", "thrown away\n", ESC, "S").size());
        assertSame(receipt("A\n"), ESC, "L", "thrown away\n", ESC, "S", "A\n");
        Bitmap twice = receipt(ESC, "L", ESC, "W", 0, 0, 0, 0, 0, 1, 50, 0, BLOCK, ESC, 0x0C, ESC, 0x0C);
        assertEquals(100, twice.height());
        assertEquals(List.of(0, 0, 11, 73), Printing.inked(twice));
    }

    @Test
    void inPageModeALineStandsOnTheHeightGiven() {
        Bitmap receipt =
                receipt(ESC, "L", ESC, "W", 0, 0, 0, 0, 0, 1, 200, 0, GS, "$", 100, 0, ESC, "$", 50, 0, BLOCK, 0x0C);
        assertEquals(List.of(50, 76, 61, 99), Printing.inked(receipt));
    }

    private static void assertSame(Bitmap expected, Object... parts) {
        assertArrayEquals(Printing.bytes(expected), Printing.bytes(receipt(parts)));
    }
}
