package slipstream.device.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.escpos.receipt.Element;

class SymbolReaderTest {
    private static final String NUMBER = "4200001234202611221234567890";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "QR_CODE,QR Code,260,260," + NUMBER,
        "QR_CODE,QR Code,200,200,https://pay.example/r?id=" + NUMBER,
        "CODE_128,CODE128,500,60," + NUMBER,
        "CODE_128,CODE128,540,30,SH20261122-7",
        "ITF,ITF,560,50,20261122000123",
        "EAN_13,EAN13,300,80,6901234567892",
        "PDF_417,PDF417,500,160," + NUMBER
    })
    void aSymbolInStripsIsRead(BarcodeFormat format, String system, int width, int height, String payload)
            throws WriterException {
        Picture picture = picture(new MultiFormatWriter().encode(payload, format, width, height));
        for (long seed = 0; seed < 5; seed++) {
            List<Element.Symbol> symbols = Drawn.bands(PictureJob.of(picture, seed)).stream()
                    .flatMap(band -> SymbolReader.read(band).stream())
                    .toList();
            assertEquals(List.of(new Element.Symbol(0, system, payload)), symbols, "seed " + seed);
        }
    }

    @Test
    void textIsNoSymbol() {
        for (long seed = 0; seed < 12; seed++) {
            Picture picture = Picture.of(PrintedText.of(seed, 48).lines(), 576, seed);
            List<Element.Symbol> symbols = Drawn.bands(PictureJob.of(picture, seed)).stream()
                    .flatMap(band -> SymbolReader.read(band).stream())
                    .toList();
            assertEquals(List.of(), symbols, "seed " + seed);
        }
    }

    private static Picture picture(BitMatrix symbol) {
        List<byte[]> rows = new ArrayList<>();
        for (int y = 0; y < symbol.getHeight(); y++) {
            byte[] row = new byte[576 / 8];
            for (int x = 0; x < symbol.getWidth(); x++) {
                row[x / 8] |= (byte) (symbol.get(x, y) ? 0x80 >> x % 8 : 0);
            }
            rows.add(row);
        }
        return new Picture(576, rows);
    }
}
