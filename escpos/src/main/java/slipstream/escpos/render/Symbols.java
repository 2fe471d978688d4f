package slipstream.escpos.render;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.symbol.CloneSymbol;
import slipstream.escpos.symbol.Payload;
import slipstream.escpos.symbol.Symbology;

/// Two-dimensional symbols: `GS ( k`, and the QR codes of the clones' `ESC Z` and `GS k a`.
///
/// The printer adds no quiet zone, and prints nothing when the symbol is wider than the print area.
final class Symbols {
    static final int QR_CN = 49;

    private static final int PDF417_CN = 48;
    private static final int AZTEC_CN = 53;
    private static final int DATA_MATRIX_CN = 54;

    private Symbols() {}

    /// The symbol that `GS ( k` kept for `cn`, or null when nothing is kept.
    static Block draw(PrinterState state, int cn) {
        if (!(state.memory().get("symbol " + cn) instanceof Setting.StoreSymbol stored)) {
            return null;
        }
        String name = name(Symbology.ofSymbol(cn), stored.data());
        String data = new String(stored.data().toArray(), StandardCharsets.ISO_8859_1);
        try {
            return switch (cn) {
                case QR_CN -> qr(state, name, data, level(setting(state, cn, 69, 0, 48)), setting(state, cn, 67, 0, 3));
                case PDF417_CN -> fitting(state, name, pdf417(state, data));
                case AZTEC_CN -> fitting(state, name, aztec(state, stored.data().toArray()));
                case DATA_MATRIX_CN -> fitting(state, name, dataMatrix(state, data));
                default -> Frame.of(name, state.areaDots());
            };
        } catch (WriterException | RuntimeException e) {
            return Frame.of(name, state.areaDots());
        }
    }

    /// What a command of a clone, or one without a value of its own, draws: its symbols, or a frame with its name.
    static Block ofClone(PrinterState state, Mark.Drawing drawing) {
        List<CloneSymbol> symbols = CloneSymbol.of(drawing, state);
        if (symbols.isEmpty()) {
            return Frame.of(drawing.row().name(), state.areaDots());
        }
        if (symbols.size() == 1 && symbols.getFirst().x() == 0) {
            return one(state, symbols.getFirst());
        }
        List<Block> blocks = symbols.stream().map(symbol -> one(state, symbol)).toList();
        int height =
                blocks.stream().mapToInt(block -> block.bitmap().height()).max().orElse(0);
        Bitmap bitmap = Bitmap.blank(state.areaDots(), height);
        for (int i = 0; i < blocks.size(); i++) {
            bitmap.draw(blocks.get(i).bitmap(), symbols.get(i).x(), 0);
        }
        return new Block(blocks.stream().map(Block::name).collect(Collectors.joining(", ")), bitmap);
    }

    private static Block one(PrinterState state, CloneSymbol symbol) {
        return symbol.system() == Symbology.QR_CODE
                ? qr(state, symbol.data(), level(symbol.level()), symbol.style().moduleDots())
                : Barcodes.draw(state, symbol.system(), symbol.data(), symbol.style());
    }

    private static Block qr(PrinterState state, Bytes data, ErrorCorrectionLevel level, int module) {
        String name = name(Symbology.QR_CODE, data);
        try {
            return qr(state, name, new String(data.toArray(), StandardCharsets.ISO_8859_1), level, module);
        } catch (WriterException | RuntimeException e) {
            return Frame.of(name, state.areaDots());
        }
    }

    /// The level that 48 to 51, or the digits 0 to 3, stand for.
    private static ErrorCorrectionLevel level(int n) {
        return switch (n & 3) {
            case 0 -> ErrorCorrectionLevel.L;
            case 1 -> ErrorCorrectionLevel.M;
            case 2 -> ErrorCorrectionLevel.Q;
            default -> ErrorCorrectionLevel.H;
        };
    }

    private static Block qr(PrinterState state, String name, String data, ErrorCorrectionLevel level, int module)
            throws WriterException {
        ByteMatrix matrix =
                com.google.zxing.qrcode.encoder.Encoder.encode(data, level).getMatrix();
        Bitmap bitmap = Bitmap.blank(matrix.getWidth(), matrix.getHeight());
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    bitmap.fill(x, y, 1, 1);
                }
            }
        }
        return fitting(state, name, bitmap.scaled(Math.clamp(module, 1, 16), Math.clamp(module, 1, 16)));
    }

    /// Functions 65 columns, 66 rows, 67 module width, 68 row height, 69 error correction, 70 truncated.
    private static Bitmap pdf417(PrinterState state, String data) throws WriterException {
        int module = Math.clamp(setting(state, PDF417_CN, 67, 0, 3), 1, 8);
        int rowHeight = Math.clamp(setting(state, PDF417_CN, 68, 0, 3), 1, 8);
        int columns = setting(state, PDF417_CN, 65, 0, 0);
        int rows = setting(state, PDF417_CN, 66, 0, 0);
        boolean truncated = setting(state, PDF417_CN, 70, 0, 0) % 48 == 1;
        int fitting = Math.clamp((state.areaDots() / module - (truncated ? 35 : 69)) / 17, 1, 30);
        var symbol = new PDF417(truncated);
        symbol.setDimensions(
                columns > 0 ? columns : fitting, columns > 0 ? columns : 1, rows > 2 ? rows : 90, rows > 2 ? rows : 3);
        symbol.generateBarcodeLogic(data, pdf417Level(state, data.length()));
        byte[][] upsideDown = symbol.getBarcodeMatrix().getScaledMatrix(module, module * rowHeight);
        Bitmap bitmap = Bitmap.blank(upsideDown[0].length, upsideDown.length);
        for (int y = 0; y < upsideDown.length; y++) {
            for (int x = 0; x < upsideDown[y].length; x++) {
                if (upsideDown[upsideDown.length - 1 - y][x] == 1) {
                    bitmap.fill(x, y, 1, 1);
                }
            }
        }
        return bitmap;
    }

    /// By level (m = 48) or by the ratio of check words to data in tenths (m = 49), as the manual's table has it.
    private static int pdf417Level(PrinterState state, int dataBytes) {
        int n = setting(state, PDF417_CN, 69, 1, 1);
        if (setting(state, PDF417_CN, 69, 0, 49) == 48) {
            return Math.clamp(n - 48, 0, 8);
        }
        int checkWords = Math.max(1, dataBytes * 5 / 6) * n / 10;
        int[] atMost = {3, 10, 20, 45, 100, 200, 400};
        int level = 1;
        for (int most : atMost) {
            level += checkWords > most ? 1 : 0;
        }
        return level;
    }

    private static Bitmap aztec(PrinterState state, byte[] data) {
        int module = Math.clamp(setting(state, AZTEC_CN, 67, 0, 3), 2, 16);
        int percent = setting(state, AZTEC_CN, 69, 0, 23);
        BitMatrix matrix = Encoder.encode(data, percent, 0).getMatrix();
        return bitmap(matrix).scaled(module, module);
    }

    private static Bitmap dataMatrix(PrinterState state, String data) {
        int module = Math.clamp(setting(state, DATA_MATRIX_CN, 67, 0, 3), 2, 16);
        boolean square = setting(state, DATA_MATRIX_CN, 66, 0, 48) == 48;
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.DATA_MATRIX_SHAPE,
                square ? SymbolShapeHint.FORCE_SQUARE : SymbolShapeHint.FORCE_RECTANGLE);
        BitMatrix matrix = new DataMatrixWriter().encode(data, com.google.zxing.BarcodeFormat.DATA_MATRIX, 0, 0, hints);
        return bitmap(matrix).scaled(module, module);
    }

    private static Block fitting(PrinterState state, String name, Bitmap bitmap) {
        return new Block(name, bitmap.width() > state.areaDots() ? Bitmap.blank(1, 0) : bitmap);
    }

    private static Bitmap bitmap(BitMatrix matrix) {
        Bitmap bitmap = Bitmap.blank(matrix.getWidth(), matrix.getHeight());
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    bitmap.fill(x, y, 1, 1);
                }
            }
        }
        return bitmap;
    }

    /// Parameter `at` of function `fn`, or `otherwise` where the sender has not set it.
    private static int setting(PrinterState state, int cn, int fn, int at, int otherwise) {
        Command kept = state.memory().get("symbol " + cn + " " + fn);
        return kept instanceof Setting.SymbolSetting setting
                        && setting.parameters().length() > at
                ? setting.parameters().at(at)
                : otherwise;
    }

    private static String name(Symbology system, Bytes data) {
        return system.label() + " \"" + Payload.text(data).replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
