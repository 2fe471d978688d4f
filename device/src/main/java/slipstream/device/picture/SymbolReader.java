package slipstream.device.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import slipstream.escpos.receipt.Element;

/// Reads barcodes and two-dimensional symbols in bands, by ZXing.
///
/// What is looked at is bounded: a band is at most [BandFinder#TALLEST] rows, and lower ones than any scanner
/// reads are passed over.
final class SymbolReader {
    /// 3 mm: lower bars are not printed on purpose.
    private static final int LOWEST = 24;

    private static final int NARROWEST = 40;
    private static final int QUIET = 16;

    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER,
            Boolean.TRUE,
            DecodeHintType.POSSIBLE_FORMATS,
            EnumSet.of(
                    BarcodeFormat.QR_CODE,
                    BarcodeFormat.CODE_128,
                    BarcodeFormat.CODE_39,
                    BarcodeFormat.CODE_93,
                    BarcodeFormat.CODABAR,
                    BarcodeFormat.ITF,
                    BarcodeFormat.EAN_13,
                    BarcodeFormat.EAN_8,
                    BarcodeFormat.UPC_A,
                    BarcodeFormat.PDF_417,
                    BarcodeFormat.DATA_MATRIX,
                    BarcodeFormat.AZTEC));

    private SymbolReader() {}

    /// The symbols of `band`. Their place in the stream is not known.
    static List<Element.Symbol> read(Band band) {
        Band ink = band.height() < LOWEST ? null : band.slice(0, band.height());
        if (ink == null || ink.height() < LOWEST || ink.width() < NARROWEST) {
            return List.of();
        }
        var reader = new MultiFormatReader();
        reader.setHints(HINTS);
        try {
            Result[] results =
                    new GenericMultipleBarcodeReader(reader).decodeMultiple(new BinaryBitmap(dots(ink)), HINTS);
            return Arrays.stream(results)
                    .map(result -> new Element.Symbol(0, name(result.getBarcodeFormat()), result.getText()))
                    .toList();
        } catch (NotFoundException ignored) {
            return List.of();
        }
    }

    /// As the stream's own symbols are called.
    private static String name(BarcodeFormat format) {
        return format == BarcodeFormat.QR_CODE ? "QR Code" : format.name().replace("_", "");
    }

    private static Binarizer dots(Band band) {
        var matrix = new BitMatrix(band.width() + 2 * QUIET, band.height() + 2 * QUIET);
        for (int y = 0; y < band.height(); y++) {
            for (int x = 0; x < band.width(); x++) {
                if (band.black(x, y)) {
                    matrix.set(x + QUIET, y + QUIET);
                }
            }
        }
        return new Dots(new Size(matrix), matrix);
    }

    /// What is black and white already; parts of it are cut out by [Size].
    private static final class Dots extends Binarizer {
        private final BitMatrix matrix;

        Dots(LuminanceSource source, BitMatrix matrix) {
            super(source);
            this.matrix = matrix;
        }

        @Override
        public BitArray getBlackRow(int y, BitArray row) {
            return matrix.getRow(y, row);
        }

        @Override
        public BitMatrix getBlackMatrix() {
            return matrix;
        }

        @Override
        public Binarizer createBinarizer(LuminanceSource source) {
            return new Dots(source, ((Size) source).matrix);
        }
    }

    /// A matrix as ZXing wants its sources.
    private static final class Size extends LuminanceSource {
        private final BitMatrix matrix;

        Size(BitMatrix matrix) {
            super(matrix.getWidth(), matrix.getHeight());
            this.matrix = matrix;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] luminances = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) {
                luminances[x] = (byte) (matrix.get(x, y) ? 0 : 255);
            }
            return luminances;
        }

        @Override
        public byte[] getMatrix() {
            byte[] luminances = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, null), 0, luminances, y * getWidth(), getWidth());
            }
            return luminances;
        }

        @Override
        public boolean isCropSupported() {
            return true;
        }

        @Override
        public LuminanceSource crop(int left, int top, int width, int height) {
            var part = new BitMatrix(width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (matrix.get(left + x, top + y)) {
                        part.set(x, y);
                    }
                }
            }
            return new Size(part);
        }

        @Override
        public boolean isRotateSupported() {
            return true;
        }

        @Override
        public LuminanceSource rotateCounterClockwise() {
            BitMatrix turned = matrix.clone();
            turned.rotate90();
            return new Size(turned);
        }
    }
}
