package slipstream.escpos.render;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.aztec.encoder.Encoder;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import com.google.zxing.pdf417.encoder.PDF417;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import slipstream.escpos.command.Bytes;

/// The dots of two-dimensional symbols, as ZXing sets them. None has a quiet zone.
///
/// What ZXing cannot set, for its length or its parameters, it refuses with an exception of its own.
final class Matrices {
    private static final int PDF417_COLUMN = 17;

    /// What ZXing has set, in whatever it keeps it.
    @FunctionalInterface
    private interface Modules {
        boolean black(int x, int y);
    }

    private Matrices() {}

    /// A QR Code.
    ///
    /// @param level of error correction: 0 to 3 for `LMQH`, or the digits
    static Bitmap qr(Bytes data, int level, int module) throws WriterException {
        ErrorCorrectionLevel correction = switch (level & 3) {
            case 0 -> ErrorCorrectionLevel.L;
            case 1 -> ErrorCorrectionLevel.M;
            case 2 -> ErrorCorrectionLevel.Q;
            default -> ErrorCorrectionLevel.H;
        };
        ByteMatrix matrix = com.google.zxing.qrcode.encoder.Encoder.encode(text(data), correction)
                .getMatrix();
        Bitmap bitmap = bitmap(matrix.getWidth(), matrix.getHeight(), (x, y) -> matrix.get(x, y) == 1);
        return scaled(bitmap, 1, module);
    }

    /// The form of a PDF417 symbol.
    ///
    /// @param columns of data; 0 for as many as fit
    /// @param rows 0 for as many as it takes
    /// @param level of error correction, 0 to 8
    /// @param module dots of a module's width
    /// @param rowHeight of a row, in modules
    record Pdf417Form(int columns, int rows, int level, int module, int rowHeight, boolean truncated) {}

    static Bitmap pdf417(Bytes data, Pdf417Form form, int area) throws WriterException {
        int module = Math.clamp(form.module(), 1, 8);
        int frame = form.truncated() ? 35 : 69;
        int fitting = Math.clamp((area / module - frame) / PDF417_COLUMN, 1, 30);
        boolean free = form.columns() == 0;
        boolean tall = form.rows() <= 2;
        var symbol = new PDF417(form.truncated());
        symbol.setDimensions(
                free ? fitting : form.columns(),
                free ? 1 : form.columns(),
                tall ? 90 : form.rows(),
                tall ? 3 : form.rows());
        symbol.generateBarcodeLogic(text(data), form.level());
        byte[][] upsideDown =
                symbol.getBarcodeMatrix().getScaledMatrix(module, module * Math.clamp(form.rowHeight(), 1, 8));
        int height = upsideDown.length;
        return bitmap(upsideDown[0].length, height, (x, y) -> upsideDown[height - 1 - y][x] == 1);
    }

    static Bitmap aztec(Bytes data, int percent, int module) {
        return scaled(bitmap(Encoder.encode(data.toArray(), percent, 0).getMatrix()), 2, module);
    }

    static Bitmap dataMatrix(Bytes data, boolean square, int module) {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.DATA_MATRIX_SHAPE,
                square ? SymbolShapeHint.FORCE_SQUARE : SymbolShapeHint.FORCE_RECTANGLE);
        BitMatrix matrix = new DataMatrixWriter().encode(text(data), BarcodeFormat.DATA_MATRIX, 0, 0, hints);
        return scaled(bitmap(matrix), 2, module);
    }

    private static String text(Bytes data) {
        return new String(data.toArray(), StandardCharsets.ISO_8859_1);
    }

    private static Bitmap scaled(Bitmap bitmap, int least, int module) {
        int dots = Math.clamp(module, least, 16);
        return bitmap.scaled(dots, dots);
    }

    private static Bitmap bitmap(BitMatrix matrix) {
        return bitmap(matrix.getWidth(), matrix.getHeight(), matrix::get);
    }

    private static Bitmap bitmap(int width, int height, Modules modules) {
        Bitmap bitmap = Bitmap.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (modules.black(x, y)) {
                    bitmap.fill(x, y, 1, 1);
                }
            }
        }
        return bitmap;
    }
}
