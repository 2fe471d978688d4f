package slipstream.escpos.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.command.Bytes;

class BarcodeTextTest {
    /// Examples of the GS1 General Specifications and of the encoders that the field uses.
    @ParameterizedTest
    @CsvSource({
        "UPC_A, 03600029145, 036000291452",
        "UPC_A, 036000291452, 036000291452",
        "UPC_E, 04210000526, 04252614",
        "UPC_E, 042100005264, 04252614",
        "UPC_E, 425261, 04252614",
        "EAN13, 400638133393, 4006381333931",
        "EAN13, 4006381333930, 4006381333931",
        "EAN8, 7351353, 73513537",
        "UPC_E, 04252614, 04252614",
        "UPC_E, 0425261, 04252614",
        "UPC_E, 01234500005, 01234558",
        "CODE39, *ORDER-42*, ORDER-42",
        "CODE39, +O+K/A, +O+K/A",
        "ITF, 0123456789, 0123456789",
        "ITF, 01234567891, 0123456789",
        "CODABAR, A0123456B, A0123456B",
        "CODE93, Code 93, Code 93",
        "CODE128, {BAb12, Ab12",
        "CODE128, {A12{BAb{{c, 12Ab{c",
        "CODE128, {B{1Ab{Sc, Abc",
        "CODE128, 'no set, {B{{', 'no set, {'",
        "GS1_128, (01)09501101530003(17)250101, 010950110153000317250101",
        "GS1_128, (01)0950110153000*(17)250101, 010950110153000317250101",
        "GS1_128, 010950110153000*, 0109501101530003",
        "GS1_128, (00)37610425002123456*, 00376104250021234569",
        "GS1_128, (10)LOT{(7{)*(21)5, 10LOT(7)215",
        "DATABAR_OMNIDIRECTIONAL, 0950110153000, 09501101530003",
        "DATABAR_TRUNCATED, 0950110153000, 09501101530003",
        "DATABAR_LIMITED, 0950110153000, 09501101530003",
        "DATABAR_EXPANDED, (01)98898765432106(3202)012345(15)991231, 0198898765432106320201234515991231",
        "EAN13, not digits, not digits"
    })
    void thePayloadIsWhatAScannerReads(Symbology system, String sent, String payload) {
        assertEquals(payload, BarcodeText.of(system, bytes(sent)).payload());
    }

    @Test
    void codeSetCTakesTwoDigitsAByteUntilAnotherSetIsChosen() {
        assertEquals(
                "420099x1",
                BarcodeText.of(Symbology.CODE128, bytes("{C\u002a\u0000\u0063{Bx1"))
                        .payload());
    }

    /// ISO/IEC 15417, 4.3.4; GS1 General Specifications, 7.8.3.
    @Test
    void functionCharactersAreWhatAScannerMakesOfThem() {
        assertEquals("0112345\u001d10A", payload(Symbology.CODE128, "{C{1\u0001\u000c\"{B5{110A"));
        assertEquals("AB", payload(Symbology.CODE128, "{B{3A{2B"));
        assertEquals("\u00e9a", payload(Symbology.CODE128, "{B{4ia"));
        assertEquals("\u00e9\u00e9i\u00e9a", payload(Symbology.CODE128, "{B{4{4ii{4ii{4{4a"));
        assertEquals("10AB\u001d21C", payload(Symbology.GS1_128, "(10)AB{1(21)C"));
    }

    @Test
    void aFunctionCharacterIsABlankBelowTheBarsOfGs1() {
        BarcodeText text = BarcodeText.of(Symbology.GS1_128, bytes("(01)0950110153000*(10)AB{1(21)C"));
        assertEquals("(01)09501101530003(10)AB (21)C", text.readable());
        assertEquals("\u00f1010950110153000310AB\u00f121C", text.encoded());
    }

    @Test
    void controlCharactersAreReadByTheScannerAndNotByTheEye() {
        BarcodeText text = BarcodeText.of(Symbology.CODE128, bytes("{AA\tB"));
        assertEquals("A\tB", text.payload());
        assertEquals("A B", text.readable());
    }

    @Test
    void numbersOfTheTablesAreTheManuals() {
        assertEquals(Symbology.CODE128, Symbology.ofBarcode(8));
        assertEquals(Symbology.CODE128, Symbology.ofBarcode(79 - 65));
        assertEquals(Symbology.DATABAR_EXPANDED, Symbology.ofBarcode(78 - 65));
        assertEquals(Symbology.QR_CODE, Symbology.ofSymbol(49));
        assertEquals(Symbology.DATA_MATRIX, Symbology.ofSymbol(54));
        assertEquals(Symbology.UNKNOWN, Symbology.ofSymbol(55));
    }

    private static String payload(Symbology system, String sent) {
        return BarcodeText.of(system, bytes(sent)).payload();
    }

    private static Bytes bytes(String text) {
        return Bytes.copy(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
