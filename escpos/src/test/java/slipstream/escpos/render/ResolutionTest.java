package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.escpos.profile.PrinterProfile;

/// A printer of 180 dots an inch and 512 dots a line, moving in 360ths of an inch: the TM-T88 class.
class ResolutionTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;
    private static final int BLOCK = 0xDB;
    private static final PrinterProfile TM_T88 = PrinterProfile.named("tm-t88iv");

    @Test
    void aLineHasTheManualsColumns() throws IOException {
        assertEquals(List.of("x".repeat(42) + "\nx\n"), texts("x".repeat(43), "\n"));
        assertEquals(List.of("x".repeat(56) + "\nx\n"), texts(ESC, "M", 1, "x".repeat(57), "\n"));
        assertEquals(List.of("x".repeat(21) + "\nx\n"), texts(GS, "!", 0x10, "x".repeat(22), "\n"));
    }

    @Test
    void lineSpacingIsASixthOfAnInchUnlessTold() throws IOException {
        assertEquals(30, receipt("A\n").height());
        assertEquals(40, receipt(ESC, "3", 80, "A\n").height());
        assertEquals(24 + 100, receipt("A", ESC, "3", 0, "\n", ESC, "J", 200).height());
        assertEquals(
                24 + 90,
                receipt("A", ESC, "3", 0, "\n", GS, "P", 180, 180, ESC, "J", 90).height());
    }

    @Test
    void positionsAreInMotionUnits() throws IOException {
        assertEquals(100, Printing.inked(receipt(ESC, "$", 100, 0, BLOCK, "\n")).getFirst());
        assertEquals(
                90,
                Printing.inked(receipt(GS, "P", 200, 0, ESC, "$", 100, 0, BLOCK, "\n"))
                        .getFirst());
        assertEquals(500, Printing.inked(receipt(ESC, "a", 2, BLOCK, "\n")).getFirst());
        assertEquals(
                36,
                Printing.inked(receipt(GS, "P", 100, 0, GS, "L", 20, 0, BLOCK, "\n"))
                        .getFirst());
    }

    @Test
    void symbolsAreScaledInDots() throws IOException, NotFoundException {
        Bitmap receipt = receipt(
                Printing.symbol(49, 67, 4),
                Printing.symbol(49, 80, 48, "HTTPS://A.EXAMPLE"),
                Printing.symbol(49, 81, 48));
        assertEquals(List.of(0, 0, 21 * 4 - 1, 21 * 4 - 1), Printing.inked(receipt));
        assertEquals("HTTPS://A.EXAMPLE", Printing.scanned(receipt, BarcodeFormat.QR_CODE));
        assertEquals(180, receipt.dpi());
    }

    @Test
    void aPageIsAsLongAsTheManualSays() throws IOException {
        Bitmap sideways = receipt(ESC, "L", ESC, "T", 1, "x".repeat(70), 0x0C);
        assertEquals(831, Printing.inked(sideways).get(3) + 1, 3);
    }

    private static Bitmap receipt(Object... parts) throws IOException {
        return ReceiptRenderer.render(new ByteArrayInputStream(Printing.stream(parts)), TM_T88)
                .getFirst();
    }

    private static List<String> texts(Object... parts) throws IOException {
        return TextRenderer.render(new ByteArrayInputStream(Printing.stream(parts)), TM_T88);
    }
}
