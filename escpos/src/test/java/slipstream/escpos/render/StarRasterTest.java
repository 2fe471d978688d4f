package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.escpos.profile.PrinterProfile;

/// Star's raster mode: `b` and `k` rows between `ESC * r A` and `ESC * r B`.
class StarRasterTest {
    private static final int ESC = 0x1B;
    private static final PrinterProfile LINE = PrinterProfile.named("star-tsp650-line");
    private static final PrinterProfile RASTER = PrinterProfile.named("star-tsp100");
    private static final byte[] ROWS = Printing.stream(
            ESC, "*rA", "b", 2, 0, 0xF0, 0x01, "k", 1, 0, 0x80, "b", 1, 0, 0x01, "b", 0, 0, "b", 1, 0, 0xFF, ESC,
            "*rB");

    @Test
    void eachRowStandsBelowTheOneBefore() throws IOException {
        Bitmap receipt = receipts(ROWS, RASTER).getFirst();
        assertEquals(4, receipt.height());
        assertEquals("""
                ####...........#
                #......#........
                ................
                ########........
                """, Printing.dots(receipt, 0, 0, 16, 4));
    }

    @Test
    void aRowWiderThanThePaperIsCutOff() throws IOException {
        byte[] wide = new byte[100];
        Arrays.fill(wide, (byte) 0xFF);
        byte[] stream = Printing.stream(ESC, "*rA", "b", 100, 0, wide, ESC, "*rB");
        assertEquals(
                List.of(0, 0, RASTER.dotsPerLine() - 1, 0),
                Printing.inked(receipts(stream, RASTER).getFirst()));
    }

    @Test
    void asTextTheyAreOneImageThatACutEndsUnlessTheSenderWantsNone() throws IOException {
        byte[] stream = Printing.stream("A\n", ROWS, "B\n");
        assertEquals(List.of("A\n[image 16x4]\n", "B\n"), texts(stream, LINE));
        assertEquals(2, receipts(stream, LINE).size());
        byte[] uncut = Printing.stream("A\n", ESC, "*rA", ESC, "*rE1", 0, "b", 1, 0, 0xFF, ESC, "*rB", "B\n");
        assertEquals(List.of("A\n[image 8x1]\nB\n"), texts(uncut, LINE));
    }

    @Test
    void theSenderMovesDownByRows() throws IOException {
        byte[] stream = Printing.stream(
                ESC, "*rA", "b", 1, 0, 0xFF, ESC, "*rY12", 0, "b", 1, 0, 0xFF, ESC, 0x0C, 4, ESC, "*rB");
        List<Bitmap> receipts = receipts(stream, RASTER);
        assertEquals(1, receipts.size());
        assertEquals(14, receipts.getFirst().height());
        assertEquals(List.of(0, 0, 7, 13), Printing.inked(receipts.getFirst()));
    }

    @Test
    void eachEndCutsAsTheSenderSetIt() throws IOException {
        byte[] stream = Printing.stream(
                ESC, "*rA", ESC, "*rF1", 0, "b", 1, 0, 0xFF, ESC, 0x0C, 0, "b", 1, 0, 0xFF, ESC, 0x0C, 4, "b", 1, 0,
                0xFF, ESC, "*rB");
        assertEquals(
                List.of(2, 1),
                receipts(stream, RASTER).stream().map(Bitmap::height).toList());
        assertEquals(List.of("[image 8x2]\n", "[image 8x1]\n"), texts(stream, RASTER));
    }

    @Test
    void aPrinterOfRastersOnlyPrintsNoText() throws IOException {
        assertTrue(receipts(Printing.stream("A\n"), RASTER).isEmpty());
        assertTrue(texts(Printing.stream("A\n"), RASTER).isEmpty());
        assertEquals(List.of("[image 16x4]\n"), texts(Printing.stream("A\n", ROWS, "B\n"), RASTER));
    }

    @Test
    void theTraceNamesEachRow() throws IOException {
        List<Piece> pieces = new ArrayList<>();
        ReceiptRenderer.pieces(new ByteArrayInputStream(ROWS), RASTER, Paper.RECEIPTS, pieces::add);
        assertEquals(
                List.of("Star b", "Star k", "Star b", "Star b", "Star b"),
                pieces.getFirst().trace().stream().map(TracedRows::mnemonic).toList());
    }

    private static List<Bitmap> receipts(byte[] stream, PrinterProfile profile) throws IOException {
        return ReceiptRenderer.render(new ByteArrayInputStream(stream), profile);
    }

    private static List<String> texts(byte[] stream, PrinterProfile profile) throws IOException {
        return TextRenderer.render(new ByteArrayInputStream(stream), profile);
    }
}
