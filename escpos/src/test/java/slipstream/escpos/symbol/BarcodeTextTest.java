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
        "CODE39, *ORDER-42*, ORDER-42",
        "ITF, 0123456789, 0123456789",
        "CODABAR, A0123456B, A0123456B",
        "CODE128, {BAb12, Ab12",
        "CODE128, {A12{BAb{{c, 12Ab{c",
        "CODE128, {B{1Ab{Sc, Abc",
        "GS1_128, (01)09501101530003(17)250101, 010950110153000317250101",
        "DATABAR_OMNIDIRECTIONAL, 0950110153000, 09501101530003",
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

    private static Bytes bytes(String text) {
        return Bytes.copy(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
