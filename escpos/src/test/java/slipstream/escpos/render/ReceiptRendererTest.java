package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.escpos.render.Printing.receipt;
import static slipstream.escpos.render.Printing.receipts;
import static slipstream.escpos.render.Printing.stream;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.escpos.testing.Streams;

class ReceiptRendererTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final Charset GB18030 = Charset.forName("GB18030");
    /// A full block, as wide as its cell, on page 437.
    private static final int BLOCK = 0xDB;

    @Test
    void aLineIsAsHighAsTheLineSpacing() {
        assertEquals(30, receipt("A\n").height());
        assertEquals(80, receipt(ESC, "3", 80, "A\n").height());
    }

    @Test
    void aLineIsAtLeastAsHighAsItsTallestCharacter() {
        assertEquals(24, receipt(ESC, "3", 0, "A\n").height());
        assertEquals(96, receipt("small", GS, "!", 0x03, "tall\n").height());
    }

    @Test
    void charactersOfUnequalHeightStandOnOneLine() {
        Bitmap receipt = receipt(BLOCK, GS, "!", 0x11, BLOCK, "\n");
        assertTrue(receipt.black(5, 24) && receipt.black(5, 47));
        assertEquals(false, receipt.black(5, 23));
        assertTrue(receipt.black(20, 0));
    }

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
    void smoothingFillsTheCornersOfSlantingEdgesOnly() {
        byte[] define = stream(ESC, "&", 3, "AA", 2, 0x80, 0, 0, 0x40, 0, 0, ESC, "%", 1, GS, "!", 0x33);
        assertEquals("""
                ####....
                ####....
                #####...
                ######..
                ..######
                ...#####
                ....####
                ....####
                """, Printing.dots(receipt(define, GS, "b", 1, "A\n"), 0, 0, 8, 8));
        assertArrayEquals(
                Printing.bytes(receipt(GS, "!", 0x11, BLOCK, "\n")),
                Printing.bytes(receipt(GS, "!", 0x11, GS, "b", 1, BLOCK, "\n")));
        assertArrayEquals(
                Printing.bytes(receipt(GS, "!", 0x07, "Ag\n")),
                Printing.bytes(receipt(GS, "!", 0x07, GS, "b", 1, "Ag\n")));
    }

    @Test
    void spacingStandsRightOfEachCharacter() {
        assertEquals(2 * (12 + 5), left(ESC, " ", 5, "  ", BLOCK));
        assertEquals(2 * (12 + 5) + 12, left(GS, "!", 0x10, ESC, " ", 5, " ", GS, "!", 0, ESC, " ", 0, " ", BLOCK));
    }

    @Test
    void emphasisAddsADotOnTheRight() {
        Bitmap plain = receipt("I\n");
        Bitmap bold = receipt(ESC, "E", 1, "I\n");
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(plain.black(x, y) || x > 0 && plain.black(x - 1, y), bold.black(x, y));
            }
        }
        assertArrayEquals(Printing.bytes(bold), Printing.bytes(receipt(ESC, "G", 1, "I\n")));
    }

    @Test
    void anUnderlineGoesThroughSpacesAndSpacing() {
        Bitmap receipt = receipt(ESC, " ", 4, ESC, "-", 2, "A B\n");
        assertEquals("#".repeat(48) + ".", Printing.dots(receipt, 0, 22, 49, 1).strip());
        assertEquals("#".repeat(48) + ".", Printing.dots(receipt, 0, 23, 49, 1).strip());
        assertEquals("", Printing.dots(receipt, 0, 24, 576, 6).replaceAll("[.\n]", ""));
    }

    @Test
    void inverseFillsTheCell() {
        Bitmap receipt = receipt(GS, "B", 1, " \n");
        assertEquals(List.of(0, 0, 11, 23), Printing.inked(receipt));
    }

    @Test
    void upsideDownTurnsTheLineWhole() {
        Bitmap upright = receipt("Ab\n");
        Bitmap down = receipt(ESC, "{", 1, "Ab\n");
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 576; x++) {
                assertEquals(upright.black(x, y), down.black(575 - x, 23 - y));
            }
        }
    }

    @Test
    void rotationTurnsEachCharacterClockwise() {
        Bitmap upright = receipt("L\n");
        Bitmap rotated = receipt(ESC, "V", 1, "L\n");
        for (int y = 0; y < 24; y++) {
            for (int x = 0; x < 12; x++) {
                assertEquals(upright.black(x, y), rotated.black(23 - y, x));
            }
        }
    }

    @Test
    void chineseIsPrintedWithAndWithoutBeingAnnounced() {
        byte[] line = "微信支付 ¥12.80\n".getBytes(GB18030);
        Bitmap receipt = receipt(line);
        assertArrayEquals(Printing.bytes(receipt(ESC, "t", 0, 0x1C, "&", line)), Printing.bytes(receipt));
        assertNotEquals(Printing.dots(receipt, 0, 0, 24, 24), Printing.dots(receipt, 24, 0, 24, 24));
    }

    @Test
    void userDefinedCharactersAreDrawnOnceSwitchedOn() {
        byte[] define = stream(ESC, "&", 3, "AB", 2, 0x80, 0, 1, 0x40, 0, 0, 1, 0xFF, 0xFF, 0xFF);
        assertEquals("#.\n.#\n..\n", Printing.dots(receipt(define, ESC, "%", 1, "A\n"), 0, 0, 2, 3));
        assertEquals(12, left(define, ESC, "%", 1, " B"));
        assertArrayEquals(Printing.bytes(receipt("AB\n")), Printing.bytes(receipt(define, "AB\n")));
        assertArrayEquals(
                Printing.bytes(receipt("A\n")), Printing.bytes(receipt(define, ESC, "%", 1, ESC, "?A", "A\n")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRasterIsPrintedAtItsScale(int mode) {
        Bitmap receipt = receipt(GS, "v0", mode, 1, 0, 2, 0, 0xC0, 0x01);
        int x = 1 + (mode & 1);
        int y = 1 + (mode >> 1);
        assertEquals(2 * y, receipt.height());
        assertEquals(
                "#".repeat(2 * x) + ".",
                Printing.dots(receipt, 0, 0, 2 * x + 1, 1).strip());
        assertEquals(8 * x - 1, Printing.inked(receipt).get(2));
    }

    @Test
    void aRasterWiderThanTheAreaIsCutOff() {
        byte[] row = new byte[100];
        java.util.Arrays.fill(row, (byte) 0xFF);
        assertEquals(List.of(0, 0, 575, 0), Printing.inked(receipt(GS, "v0", 0, 100, 0, 1, 0, row)));
        assertEquals(
                List.of(10, 0, 209, 0),
                Printing.inked(receipt(GS, "L", 10, 0, GS, "W", 200, 0, GS, "v0", 0, 100, 0, 1, 0, row)));
    }

    @Test
    void columnImagesStandInTheLine() {
        byte[] bar = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF};
        Bitmap receipt = receipt("  ", ESC, "*", 33, 1, 0, bar, ESC, "*", 32, 1, 0, bar, "\n");
        assertEquals(List.of(24, 0, 26, 23), Printing.inked(receipt));
        assertEquals(List.of(0, 0, 1, 2), Printing.inked(receipt(ESC, "*", 0, 1, 0, 0x80, "\n")));
    }

    @Test
    void theSameImageComesOutByEveryCommand() {
        Bitmap raster = receipt(GS, "v0", 0, 1, 0, 8, 0, 0xF0, 0, 0, 0, 0, 0, 0, 1);
        byte[] rows = {(byte) 0xF0, 0, 0, 0, 0, 0, 0, 1};
        byte[] columns = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0, 0, 0, 1};
        byte[] store = stream(GS, "(L", 18, 0, 48, 112, 48, 1, 1, 49, 8, 0, 8, 0, rows);
        byte[] print = stream(GS, "(L", 2, 0, 48, 50);
        assertSame(raster, store, print);
        assertSame(raster, GS, "8L", 18, 0, 0, 0, 48, 113, 48, 1, 1, 49, 8, 0, 8, 0, columns, print);
        assertSame(raster, GS, "*", 1, 1, columns, GS, "/", 0);
        assertSame(raster, 0x1C, "q", 1, 1, 0, 1, 0, columns, 0x1C, "p", 1, 0);
        byte[] keyed = stream(GS, "(L", 19, 0, 48, 67, 48, "G1", 1, 8, 0, 8, 0, 49, rows);
        assertSame(raster, keyed, GS, "(L", 6, 0, 48, 69, "G1", 1, 1);
        assertEquals(8, receipt(store, print, print).height(), "graphics are printed once");
    }

    @Test
    void aRasterSymbolCanBeScanned() throws Exception {
        String link = "HTTPS://SLIPSTREAM.EXAMPLE/C/7K3Q9M2X";
        assertEquals(link, Printing.scanned(receipt("before\n", raster(link), "after\n"), BarcodeFormat.QR_CODE));
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

    @Test
    void aRasterTooLargeToKeepIsFramed() {
        byte[] rows = new byte[255 * 65535];
        Bitmap receipt = receipt(GS, "v0", 0, 255, 0, 255, 255, rows, "after\n");
        assertEquals(48 + 30, receipt.height());
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

    private static byte[] raster(String link) throws NotFoundException, com.google.zxing.WriterException {
        ByteMatrix matrix = Encoder.encode(link, ErrorCorrectionLevel.M).getMatrix();
        int module = 5;
        int side = (matrix.getWidth() + 8) * module;
        int stride = (side + 7) / 8;
        byte[] rows = new byte[stride * side];
        for (int y = 0; y < matrix.getHeight() * module; y++) {
            for (int x = 0; x < matrix.getWidth() * module; x++) {
                if (matrix.get(x / module, y / module) == 1) {
                    int at = 4 * module + x;
                    rows[(4 * module + y) * stride + at / 8] |= (byte) (0x80 >> at % 8);
                }
            }
        }
        return stream(GS, "v0", 0, stride, 0, side & 255, side >> 8, rows);
    }
}
