package slipstream.escpos.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolsTest {
    private static final String LINK = "HTTPS://SLIPSTREAM.EXAMPLE/C/7K3Q9M2X";

    @ParameterizedTest
    @CsvSource({"48, 2", "49, 3", "50, 4", "51, 8"})
    void aQrCodeCanBeScanned(int level, int module) throws NotFoundException {
        Bitmap receipt = Printing.receipt(
                0x1B,
                "a",
                1,
                "Scan me\n",
                Printing.symbol(49, 67, module),
                Printing.symbol(49, 69, level),
                Printing.symbol(49, 80, 48, LINK),
                Printing.symbol(49, 81, 48),
                "\n");
        assertEquals(LINK, Printing.scanned(receipt, BarcodeFormat.QR_CODE));
    }

    @Test
    void aQrCodeIsAsLargeAsItsModulesAndHasNoQuietZone() {
        Bitmap receipt = Printing.receipt(
                Printing.symbol(49, 67, 4), Printing.symbol(49, 80, 48, LINK), Printing.symbol(49, 81, 48));
        assertEquals(java.util.List.of(0, 0, 25 * 4 - 1, 25 * 4 - 1), Printing.inked(receipt));
        assertEquals(100, receipt.height());
    }

    @Test
    void aSymbolIsKeptAndCanBePrintedTwice() {
        byte[] print = Printing.symbol(49, 81, 48);
        assertEquals(
                2 * Printing.receipt(Printing.symbol(49, 80, 48, LINK), print).height(),
                Printing.receipt(Printing.symbol(49, 80, 48, LINK), print, print)
                        .height());
    }

    @Test
    void aQrCodeThatIsTooWideIsNotPrinted() {
        byte[] store = Printing.symbol(49, 80, 48, "x".repeat(400));
        Bitmap paper = Printing.receipt(Printing.symbol(49, 67, 16), store, Printing.symbol(49, 81, 48));
        assertEquals(1, paper.height());
        assertTrue(IntStream.range(0, paper.width()).noneMatch(x -> paper.black(x, 0)));
    }

    @Test
    void bytesOfAnotherEncodingReachTheScannerUnchanged() throws NotFoundException {
        Bitmap receipt = Printing.receipt(
                Printing.symbol(49, 67, 4),
                Printing.symbol(49, 80, 48, "领取优惠券".getBytes(StandardCharsets.UTF_8)),
                Printing.symbol(49, 81, 48));
        assertEquals("领取优惠券", Printing.scanned(receipt, BarcodeFormat.QR_CODE));
    }

    @Test
    void theQrCodesOfClonesAreDrawn() throws NotFoundException {
        byte[] link = LINK.getBytes(StandardCharsets.US_ASCII);
        assertEquals(
                LINK,
                Printing.scanned(Printing.receipt(0x1B, "Z", 0, "M", 6, link.length, 0, link), BarcodeFormat.QR_CODE));
        assertEquals(
                LINK,
                Printing.scanned(Printing.receipt(0x1D, "k", 0x61, 0, 2, link.length, 0, link), BarcodeFormat.QR_CODE));
    }

    @Test
    void theOtherSymbolsOfClonesAreDrawnToo() throws NotFoundException {
        byte[] link = LINK.getBytes(StandardCharsets.US_ASCII);
        for (Object[] command : new Object[][] {
            {0x1D, "Z", 1, 0x1B, "Z", 0, 0, 4, link.length, 0, link},
            {0x1D, "k", 0x62, 0, 0, link.length, 0, link},
            {0x1D, "k", 0x21, 5, 3, link, 0}
        }) {
            Bitmap receipt = Printing.receipt(0x1B, "a", 1, Printing.stream(command));
            assertEquals(LINK, Printing.scanned(receipt, BarcodeFormat.DATA_MATRIX));
            assertEquals("[DataMatrix \"" + LINK + "\"]\n", Printing.text(command));
        }
        for (Object[] command : new Object[][] {
            {0x1D, "Z", 0, 0x1B, "Z", 2, 3, 2, link.length, 0, link},
            {0x1D, "k", 0x63, 5, 3, link.length, 0, link},
            {0x1D, "k", 0x22, 5, 3, link, 0}
        }) {
            Bitmap receipt = Printing.receipt(0x1B, "a", 1, Printing.stream(command));
            assertEquals(LINK, Printing.scanned(receipt, BarcodeFormat.PDF_417));
            assertEquals("[PDF417 \"" + LINK + "\"]\n", Printing.text(command));
        }
    }

    @Test
    void severalQrCodesStandSideBySide() throws NotFoundException {
        byte[] link = LINK.getBytes(StandardCharsets.US_ASCII);
        byte[] record = Printing.stream(0, link.length, 1, 0, link);
        Object[] two = {0x1F, "Q", 2, 0, 0, 0, record, 1, 44, record};
        Bitmap receipt = Printing.receipt(two);
        assertEquals(java.util.List.of(0, 0, 300 + 25 * 3 - 1, 25 * 3 - 1), Printing.inked(receipt));
        assertEquals("[QR Code \"" + LINK + "\", QR Code \"" + LINK + "\"]\n", Printing.text(two));
    }

    @Test
    void theBarcodesOfStarAreDrawn() throws NotFoundException {
        Object[] star = {0x1B, 0x1D, "t", 1, 0x1B, "b", "6", "2", "1", 60, "ORDER 42", 0x1E};
        Bitmap receipt = Printing.receipt(star);
        assertEquals(60 + 24, receipt.height());
        assertEquals("ORDER 42", Printing.scanned(receipt, BarcodeFormat.CODE_128));
        assertEquals("[CODE128 \"ORDER 42\"]\n", Printing.text(star));
    }

    @ParameterizedTest
    @CsvSource({"48, PDF_417", "53, AZTEC", "54, DATA_MATRIX"})
    void otherSymbolsCanBeScanned(int cn, BarcodeFormat format) throws NotFoundException {
        Bitmap receipt = Printing.receipt(
                0x1B,
                "a",
                1,
                Printing.symbol(cn, 67, 4),
                Printing.symbol(cn, 80, 48, LINK),
                Printing.symbol(cn, 81, 48));
        assertEquals(LINK, Printing.scanned(receipt, format));
    }

    @Test
    void whatCannotBeDrawnIsFramedByName() {
        Object[] maxiCode = {Printing.symbol(50, 80, 48, "parcel"), Printing.symbol(50, 81, 48)};
        assertTrue(Printing.receipt(maxiCode).height() > 24);
        assertEquals("[MaxiCode \"parcel\"]\n", Printing.text(maxiCode));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 01234567890, UPC_A, 012345678905",
        "1, 01234500006, UPC_E, 01234565",
        "2, 690123456789, EAN_13, 6901234567892",
        "3, 1234567, EAN_8, 12345670",
        "4, ORDER-42, CODE_39, ORDER-42",
        "5, 0123456789, ITF, 0123456789",
        "6, A0123456B, CODABAR, 0123456",
        "65, 012345678905, UPC_A, 012345678905",
        "67, 6901234567892, EAN_13, 6901234567892",
        "72, Code93, CODE_93, Code93",
        "73, {B4200012345abc, CODE_128, 4200012345abc",
        "73, {A4200012345, CODE_128, 4200012345",
        "79, 4200012345, CODE_128, 4200012345"
    })
    void barcodesCanBeScanned(int system, String data, BarcodeFormat format, String read) throws NotFoundException {
        Object end = system < 65 ? 0 : "";
        Object count = system < 65 ? "" : data.length();
        Bitmap receipt =
                Printing.receipt(0x1D, "h", 80, 0x1D, "w", 2, 0x1D, "H", 2, 0x1D, "k", system, count, data, end);
        assertEquals(80 + 24, receipt.height());
        assertEquals(read, Printing.scanned(receipt, format));
    }

    @Test
    void codeSetCTakesTwoDigitsAByte() throws NotFoundException {
        Bitmap receipt = Printing.receipt(0x1D, "w", 2, 0x1D, "k", 73, 5, "{C", 42, 0, 99);
        assertEquals("420099", Printing.scanned(receipt, BarcodeFormat.CODE_128));
        assertEquals("[CODE128 \"420099\"]\n", Printing.text(0x1D, "k", 73, 5, "{C", 42, 0, 99));
    }

    @Test
    void barcodeTextStandsWhereItWasAskedFor() {
        Object[] barcode = {0x1D, "k", 4, "A1", 0};
        int bars = 162;
        assertEquals(bars, Printing.receipt(barcode).height());
        assertEquals(
                bars + 24,
                Printing.receipt(0x1D, "H", 1, Printing.stream(barcode)).height());
        assertEquals(
                bars + 48,
                Printing.receipt(0x1D, "H", 3, Printing.stream(barcode)).height());
        assertEquals(
                bars + 17,
                Printing.receipt(0x1D, "H", 2, 0x1D, "f", 1, Printing.stream(barcode))
                        .height());
    }

    @Test
    void dataThatAreNotOfTheKindAreFramed() {
        assertEquals("[EAN13 \"not digits\"]\n", Printing.text(0x1D, "k", 2, "not digits", 0));
        assertFalse(Printing.receipts(0x1D, "k", 2, "not digits", 0).isEmpty());
    }
}
