package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.escpos.profile.PrinterProfile;

/// Printers that do much otherwise than the manual; most of it measured on one by receiptful/escpost.
class QuirksTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int BLOCK = 0xDB;
    private static final byte[] RASTER = Printing.stream(GS, "v0", 0, 1, 0, 1, 0, 0xFF);

    @Test
    void oneLineFeedAfterARasterIsSwallowed() throws IOException {
        assertEquals(1, receipts(RASTER, "\n").getFirst().height());
        assertEquals(31, receipts(RASTER, "\n\n").getFirst().height());
        assertEquals(31, receipts(RASTER, ESC, "a", 0, "\n").getFirst().height());
    }

    @Test
    void escJFeedsNothing() throws IOException {
        assertEquals(1, receipts(RASTER, ESC, "J", 100).getFirst().height());
    }

    @Test
    void aPartialCutThatFeedsIsPassedOver() throws IOException {
        assertEquals(1, receipts("A\n", GS, "VB", 0, "B\n").size());
        assertEquals(2, receipts("A\n", GS, "VA", 0, "B\n").size());
    }

    @Test
    void thePositionDoesNotGoBack() throws IOException {
        assertEquals(24, left("  ", ESC, "$", 0, 0, BLOCK));
        assertEquals(50, left(ESC, "$", 50, 0, BLOCK));
        assertEquals(24, left("  ", ESC, "\\", 0xF6, 0xFF, BLOCK));
    }

    @Test
    void imagesOfEightDotsAreFlat() throws IOException {
        Bitmap flat = receipts(ESC, "*", 0, 2, 0, 0xFF, 0xFF, "\n").getFirst();
        assertEquals(List.of(0, 0, 3, 7), Printing.inked(flat));
        Bitmap high = receipts(ESC, "*", 33, 1, 0, 0xFF, 0xFF, 0xFF, "\n").getFirst();
        assertEquals(List.of(0, 0, 0, 23), Printing.inked(high));
    }

    @Test
    void aBarcodeThatNulEndsTakesItsSettingsWithIt() throws IOException {
        byte[] low = Printing.stream(GS, "h", 20);
        byte[] older = Printing.stream(GS, "k", 2, "4006381333931", 0);
        byte[] counted = Printing.stream(GS, "kC", 13, "4006381333931");
        assertEquals(20 + 162, receipts(low, older, counted).getFirst().height());
        assertEquals(20 + 20, receipts(low, counted, counted).getFirst().height());
    }

    @Test
    void everyCutMayFeedToTheBlade(@TempDir Path directory) throws IOException {
        byte[] stream = Printing.stream("A\n", GS, "V", 0, "B\n", GS, "VA", 0);
        List<Bitmap> pieces = pieces(stream, profile(directory, "feeds-before-any-cut"));
        assertEquals(
                pieces(Printing.stream("A\n", GS, "VA", 0, "B\n", GS, "VA", 0), PrinterProfile.GENERIC_80MM).stream()
                        .map(Bitmap::height)
                        .toList(),
                pieces.stream().map(Bitmap::height).toList());
        assertEquals(2, pieces.size());
        assertEquals(1, pieces(stream, PrinterProfile.GENERIC_80MM).size());
    }

    @Test
    void aQrCodeAfterTwoByteTextMayBeBlank(@TempDir Path directory) throws IOException {
        PrinterProfile profile = profile(directory, "blank-qr-after-two-byte-text");
        byte[] symbol = Printing.stream(Printing.symbol(49, 80, 48, "HELLO"), Printing.symbol(49, 81, 48));
        byte[] chinese = Printing.stream(0x1C, "&", new byte[] {(byte) 0xBA, (byte) 0xCF}, "\n", 0x1C, ".");
        Bitmap blank = render(Printing.stream(chinese, symbol), profile).getFirst();
        assertEquals(30 + 63, blank.height());
        assertEquals(23, Printing.inked(blank).get(3), 6);
        Bitmap black =
                render(Printing.stream(chinese, ESC, "@", symbol), profile).getFirst();
        assertEquals(30 + 62, Printing.inked(black).get(3));
    }

    private static PrinterProfile profile(Path directory, String quirk) throws IOException {
        Path file = directory.resolve("quirk.properties");
        return PrinterProfile.read(Files.writeString(file, "like = generic-80mm\nquirks = " + quirk + "\n"));
    }

    private static List<Bitmap> pieces(byte[] stream, PrinterProfile profile) throws IOException {
        List<Bitmap> pieces = new ArrayList<>();
        ReceiptRenderer.pieces(
                new ByteArrayInputStream(stream), profile, Paper.PIECES, piece -> pieces.add(piece.bitmap()));
        return pieces;
    }

    private static List<Bitmap> render(byte[] stream, PrinterProfile profile) throws IOException {
        return ReceiptRenderer.render(new ByteArrayInputStream(stream), profile);
    }

    private static int left(Object... parts) throws IOException {
        return Printing.inked(receipts(Printing.stream(parts), "\n").getFirst()).getFirst();
    }

    private static List<Bitmap> receipts(Object... parts) throws IOException {
        return render(Printing.stream(parts), PrinterProfile.named("nt-5890k"));
    }
}
