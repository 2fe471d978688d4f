package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.escpos.profile.PrinterProfile;

/// A printer that does much otherwise than the manual, measured by receiptful/escpost.
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

    private static int left(Object... parts) throws IOException {
        return Printing.inked(receipts(Printing.stream(parts), "\n").getFirst()).getFirst();
    }

    private static List<Bitmap> receipts(Object... parts) throws IOException {
        return ReceiptRenderer.render(
                new ByteArrayInputStream(Printing.stream(parts)), PrinterProfile.named("nt-5890k"));
    }
}
