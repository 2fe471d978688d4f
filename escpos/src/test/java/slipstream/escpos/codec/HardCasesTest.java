package slipstream.escpos.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import slipstream.escpos.command.Grammar;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Element;
import slipstream.escpos.receipt.Receipt;
import slipstream.escpos.receipt.ReceiptReader;
import slipstream.escpos.testing.Bytecode;
import slipstream.escpos.testing.Framing;

/// Streams of the kinds that other readers of receipts are known to lose their way in: each must be back in step at the
/// total, and end at its cut.
class HardCasesTest {
    private static final String TOTAL = "1B 61 02 \"TOTAL 3.00\" 0A 1D 56 00";

    @Test
    void aPaymentTerminalsTailBeforeTheReceiptIsALineOfItsOwnAtMost() {
        assertEquals("8964001|TOTAL 3.00", read("\"8964001\" 1C 1C 03 0A 1B 40 " + TOTAL));
        assertEquals("TOTAL 3.00", read("\"8964001\" 1C 1C 03 1B 40 " + TOTAL));
    }

    @Test
    void imageBytesThatLookLikeCommandsAreDots() {
        assertEquals("#|TOTAL 3.00", read("1D 76 30 00 04 00 03 00 1B 40 1D 56 10 04 01 1B 10 14 08 01 " + TOTAL));
    }

    @Test
    void aRasterOfMoreRowsThanSentTakesTheNextLine() {
        assertEquals("#|TOTAL 3.00", read("1D 76 30 00 02 00 05 00 FFFF FFFF FFFF \"tea\" 0A " + TOTAL));
    }

    @Test
    void aRasterOfFewerRowsThanSentPrintsTheRest() {
        assertEquals("#|ABCD|TOTAL 3.00", read("1D 76 30 00 02 00 01 00 FFFF \"ABCD\" 0A " + TOTAL));
    }

    @Test
    void aBarcodeOfASystemThatNoPrinterHasPrintsItsData() {
        assertEquals("123|TOTAL 3.00", read("1D 6B 73 \"123\" 00 0A " + TOTAL));
        assertEquals("123|TOTAL 3.00", read("1D 6B 1F \"123\" 00 0A " + TOTAL));
    }

    @Test
    void aBarcodeOfFewerDigitsThanItsSystemHasPrintsThem() {
        assertEquals("12345|TOTAL 3.00", read("1D 6B 43 05 \"12345\" 0A " + TOTAL));
    }

    /// The printer takes `ESC` for n, feeds and cuts, and prints the `@`.
    @Test
    void aCutWithoutItsFeedEatsTheNextEscape() {
        assertEquals("tea / @|TOTAL 3.00", read("\"tea\" 0A 1D 56 41 1B 40 0A " + TOTAL));
    }

    @Test
    void aLengthThatNoPrinterTakesIsNotBelievedBeyondTheNextInitialize() {
        assertEquals("#|TOTAL 3.00", read("1D 76 30 00 FFFF FFFF 00 11 22 1B 61 1B 40 " + TOTAL));
        assertEquals("TOTAL 3.00", read("1D 38 4C FFFFFFFF 30 70 30 1B 40 " + TOTAL));
    }

    /// Every byte above 7F is two afterwards, so that lengths no longer fit; without images nothing is lost.
    @Test
    void aStreamWrittenOnceMoreAsUtf8IsBackInStepAtTheNextInitialize() {
        String job = "1B 40 1B 74 10 \"caf\" E9 0A 1D 76 30 00 02 00 02 00 FF 80 80 FF 0A 1B 40 " + TOTAL;
        String text = read(mangled(job));
        assertEquals("TOTAL 3.00", text.substring(text.lastIndexOf('|') + 1));
        assertEquals("TOTAL 3.00", read(mangled("1B 40 1B 21 00 " + TOTAL)));
    }

    @Test
    void driversUndocumentedCommandsAreCounted() {
        assertEquals(
                "[GS ( 8, ESC c 4, GS P 4, LF 1]",
                Framing.of(Grammar.ESC_POS, Bytecode.of("1D 28 4A 03 00 30 31 32 1B 63 30 01 1D 50 00 00 0A"))
                        .toString());
    }

    @Test
    void copiesForShopAndCustomerAreTwoReceipts() {
        assertEquals("shop / TOTAL 3.00", read("\"shop\" 0A 0A 1B 6D " + TOTAL));
    }

    @Test
    void statusRequestsBetweenAndWithinLinesLeaveThemWhole() {
        assertEquals("tea 3|TOTAL 3.00", read("\"te\" 10 04 01 \"a 3\" 0A 1D 72 01 10 04 04 " + TOTAL));
    }

    private static String read(String stream) {
        return read(Bytecode.of(stream));
    }

    /// The receipts' lines; `#` is a picture. The same in slices of any size.
    private static String read(byte[] bytes) {
        String whole = read(bytes, bytes.length);
        for (int slice : new int[] {1, 2, 3, 7}) {
            assertEquals(whole, read(bytes, slice), "in slices of " + slice);
        }
        return whole;
    }

    private static String read(byte[] bytes, int slice) {
        List<String> receipts = new ArrayList<>();
        var receiptReader = new ReceiptReader(PrinterProfile.GENERIC_80MM, receipt -> receipts.add(lines(receipt)));
        var reader = new CommandReader(1 << 16, receiptReader::accept);
        var decoder = new CommandDecoder(Grammar.ESC_POS, reader);
        for (int at = 0; at < bytes.length; at += slice) {
            decoder.feed(bytes, at, Math.min(bytes.length, at + slice));
        }
        reader.flush();
        return String.join(" / ", receipts);
    }

    private static String lines(Receipt receipt) {
        return String.join(
                "|",
                receipt.elements().stream()
                        .map(element -> element instanceof Element.Line line ? line.text() : "#")
                        .toList());
    }

    private static byte[] mangled(String stream) {
        return new String(Bytecode.of(stream), StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    }
}
