package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static slipstream.escpos.render.Printing.receipt;
import static slipstream.escpos.render.Printing.stream;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.escpos.profile.PrinterProfile;

/// Images by every command there is.
class ImagesTest {
    private static final int ESC = 0x1B;
    private static final int GS = 0x1D;

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
        Arrays.fill(row, (byte) 0xFF);
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

    @ParameterizedTest
    @CsvSource({"0, 2, 3, 8", "1, 1, 3, 8", "32, 2, 1, 24", "33, 1, 1, 24"})
    void columnImagesHaveTheDensityOfTheirMode(int mode, int wide, int high, int rows) throws IOException {
        byte[] data = new byte[3 * rows / 8];
        Arrays.fill(data, (byte) 0xFF);
        byte[] stream = stream(ESC, "*", mode, 3, 0, data, "\n");
        for (String name : List.of("generic-80mm", "tm-t88iv")) {
            Bitmap receipt = ReceiptRenderer.render(new ByteArrayInputStream(stream), PrinterProfile.named(name))
                    .getFirst();
            assertEquals(List.of(0, 0, 3 * wide - 1, rows * high - 1), Printing.inked(receipt), name);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void keptImagesArePrintedAtTheirScale(int mode) {
        byte[] columns = {-1, -1, -1, -1, -1, -1, -1, -1};
        List<Integer> inked = List.of(0, 0, 8 * (1 + (mode & 1)) - 1, 8 * (1 + (mode >> 1)) - 1);
        assertEquals(inked, Printing.inked(receipt(GS, "*", 1, 1, columns, GS, "/", mode)));
        assertEquals(inked, Printing.inked(receipt(0x1C, "q", 1, 1, 0, 1, 0, columns, 0x1C, "p", 1, mode)));
        for (int fn : List.of(67, 83)) {
            byte[] keyed = stream(GS, "(L", 19, 0, 48, fn, 48, "G1", 1, 8, 0, 8, 0, 49, columns);
            assertEquals(
                    inked,
                    Printing.inked(receipt(keyed, GS, "(L", 6, 0, 48, fn + 2, "G1", 1 + (mode & 1), 1 + (mode >> 1))));
        }
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
    void aRasterTooLargeToKeepIsFramed() {
        byte[] rows = new byte[255 * 65535];
        Bitmap receipt = receipt(GS, "v0", 0, 255, 0, 255, 255, rows, "after\n");
        assertEquals(48 + 30, receipt.height());
    }

    private static void assertSame(Bitmap expected, Object... parts) {
        assertArrayEquals(Printing.bytes(expected), Printing.bytes(receipt(parts)));
    }

    private static byte[] raster(String link) throws NotFoundException, WriterException {
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
