package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.escpos.render.Printing.receipt;
import static slipstream.escpos.render.Printing.receipts;
import static slipstream.escpos.render.Printing.stream;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.escpos.testing.Streams;

/// Where things stand on the paper, and where a receipt ends.
class ReceiptRendererTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final Charset GB18030 = Charset.forName("GB18030");
    /// A full block, as wide as its cell, on page 437.
    private static final int BLOCK = 0xDB;

    @Test
    void aFullLineWraps() {
        Bitmap receipt = receipt(ESC, "3", 24, "X".repeat(47), BLOCK, BLOCK, "\n");
        assertEquals(48, receipt.height());
        assertTrue(receipt.black(575, 5));
        assertTrue(receipt.black(0, 30));
    }

    @Test
    void aWideCharacterThatDoesNotFitGoesToTheNextLine() {
        assertEquals(30, receipt("X".repeat(46), "合".getBytes(GB18030), "\n").height());
        assertEquals(60, receipt("X".repeat(47), "合".getBytes(GB18030), "\n").height());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void justificationPlacesTheLineInTheArea(int side) {
        Bitmap receipt = receipt(GS, "L", 100, 0, GS, "W", 200, 0, ESC, "a", side, BLOCK, "\n");
        assertEquals(100 + side * (200 - 12) / 2, Printing.inked(receipt).get(0));
    }

    @Test
    void positionsCountFromTheMargin() {
        assertEquals(70, left(GS, "L", 20, 0, ESC, "$", 50, 0, BLOCK));
        assertEquals(62, left("AA".replace("A", " "), ESC, "\\", 38, 0, BLOCK));
        assertEquals(14, left("  ", ESC, "\\", 0xF6, 0xFF, BLOCK));
    }

    @Test
    void tabsStopEveryEightColumnsUnlessTold() {
        assertEquals(96, left(0x09, BLOCK));
        assertEquals(192, left("123456789".replaceAll(".", " "), 0x09, BLOCK));
        assertEquals(60, left(ESC, "D", 5, 20, 0, 0x09, BLOCK));
        assertEquals(240, left(ESC, "D", 5, 20, 0, 0x09, 0x09, BLOCK));
    }

    @Test
    void clearedTabsStopNowhere() {
        assertEquals(24, left("  ", ESC, "D", 0, 0x09, BLOCK));
        assertEquals(96, left("  ", ESC, "D", 0, ESC, "@", 0x09, BLOCK));
    }

    @Test
    void chineseIsPrintedWithAndWithoutBeingAnnounced() {
        byte[] line = "微信支付 ¥12.80\n".getBytes(GB18030);
        Bitmap receipt = receipt(line);
        assertArrayEquals(Printing.bytes(receipt(ESC, "t", 0, 0x1C, "&", line)), Printing.bytes(receipt));
        assertNotEquals(Printing.dots(receipt, 0, 0, 24, 24), Printing.dots(receipt, 24, 0, 24, 24));
    }

    @Test
    void cutsEndReceiptsOnceEach() {
        byte[] cut = stream(GS, "V", 0);
        assertEquals(1, receipts("A\n", cut).size());
        assertEquals(1, receipts("A\n", cut, "\n\n", cut, cut).size());
        assertEquals(2, receipts("A\n", cut, "B\n").size());
        assertEquals(0, receipts("  \n\n", cut).size());
        assertEquals(
                3,
                receipts("A\n", ESC, "i", "B\n", GS, "VB", 0, "C\n", GS, "Va", 0)
                        .size());
    }

    @Test
    void theReceiptEndsWhereThePaperPassedThePrintLine() {
        assertEquals(30, receipt("A\n", GS, "V", 0).height());
        assertEquals(30 + 120, receipt("A\n", ESC, "d", 4, GS, "V", 0).height());
        assertEquals(30 + 77, receipt("A\n", ESC, "J", 77, GS, "V", 0).height());
        assertEquals(30 + 10, receipt("A\n", GS, "VB", 10).height());
    }

    @Test
    void paperFedBackIsPrintedOver() {
        Bitmap receipt = receipt(ESC, "3", 24, BLOCK, "\n", ESC, "K", 24, " ", BLOCK, "\n");
        assertEquals(List.of(0, 0, 23, 23), Printing.inked(receipt));
    }

    @Test
    void whatIsMeantForTheDisplayIsNotPrinted() {
        assertSame(receipt("A\n"), ESC, "=", 2, "WELCOME\n", ESC, "=", 1, "A\n");
    }

    @Test
    void aMacroIsPrintedAgain() {
        assertSame(receipt("A\nA\nA\n"), GS, ":", "A\n", GS, ":", GS, "^", 2, 0, 0);
    }

    @Test
    void anEndlessReceiptIsCutOffAndSaysSo() {
        byte[] feed = stream(ESC, "d", 255);
        byte[] feeds = new byte[feed.length * 20];
        for (int i = 0; i < feeds.length; i++) {
            feeds[i] = feed[i % feed.length];
        }
        Bitmap receipt = receipt("A\n", feeds);
        assertEquals(60_000, receipt.height());
        assertEquals(30 + 20 * 255 * 30 - 60_000, receipt.droppedRows());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noiseAndDamagedJobsArePrintedWithoutFault(long seed) {
        var random = new Random(seed);
        byte[] noise = Streams.noise(random, 200_000);
        assertEquals(receipts(noise).size(), Printing.texts(noise).size());
        for (int i = 0; i < 20; i++) {
            byte[] job = Streams.damaged(random, Streams.job(random));
            assertEquals(receipts(job).size(), Printing.texts(job).size());
        }
    }

    @Test
    void whatNoLineFeedHasPrintedIsPrintedAtTheEnd() {
        assertEquals(30, receipt("no line feed").height());
        assertEquals(1, receipts("A\n", GS, "V", 0, "the tail of a job").size());
        assertEquals(1, receipts("A", GS, "V", 0).size());
        assertEquals(30 + 30, receipt("A", ESC, "i", "B\n", "C").height());
    }

    private static int left(Object... parts) {
        return Printing.inked(receipt(stream(parts), "\n")).get(0);
    }

    private static void assertSame(Bitmap expected, Object... parts) {
        assertArrayEquals(Printing.bytes(expected), Printing.bytes(receipt(parts)));
    }
}
