package slipstream.escpos.render;

import com.google.zxing.WriterException;
import java.util.List;
import java.util.stream.Collectors;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.symbol.CloneSymbol;
import slipstream.escpos.symbol.Payload;
import slipstream.escpos.symbol.Symbology;

/// Two-dimensional symbols: `GS ( k`, and what commands of clones set up and print at once.
///
/// The printer adds no quiet zone, and prints nothing when the symbol is wider than the line, `area` dots.
final class Symbols {
    static final int QR_CN = 49;

    private static final int PDF417_CN = 48;
    private static final int AZTEC_CN = 53;
    private static final int DATA_MATRIX_CN = 54;

    /// What may fail for the data at hand.
    @FunctionalInterface
    private interface Drawing {
        Bitmap draw() throws WriterException;
    }

    private Symbols() {}

    /// The symbol that `GS ( k` kept for `cn`, or null when nothing is kept.
    static Block draw(PrinterState state, int cn, int area) {
        if (!(state.memory().get("symbol " + cn) instanceof Setting.StoreSymbol stored)) {
            return null;
        }
        Bytes data = stored.data();
        int module = setting(state, cn, 67, 0, 3);
        return switch (cn) {
            case QR_CN ->
                block(Symbology.QR_CODE, data, area, () -> Matrices.qr(data, setting(state, cn, 69, 0, 48), module));
            case PDF417_CN ->
                block(
                        Symbology.PDF417,
                        data,
                        area,
                        () -> Matrices.pdf417(data, pdf417Form(state, data.length()), area));
            case AZTEC_CN ->
                block(Symbology.AZTEC, data, area, () -> Matrices.aztec(data, setting(state, cn, 69, 0, 23), module));
            case DATA_MATRIX_CN -> {
                boolean square = setting(state, cn, 66, 0, 48) == 48;
                yield block(Symbology.DATA_MATRIX, data, area, () -> Matrices.dataMatrix(data, square, module));
            }
            default -> Frame.of(name(Symbology.ofSymbol(cn), data), area);
        };
    }

    /// What a command of a clone, or one without a value of its own, draws: its symbols, or a frame with its name.
    static Block ofClone(PrinterState state, Mark.Drawing drawing, int area) {
        List<CloneSymbol> symbols = CloneSymbol.of(drawing, state);
        if (symbols.isEmpty()) {
            return Frame.of(drawing.row().name(), area);
        }
        if (symbols.size() == 1 && symbols.getFirst().x() == 0) {
            return ofClone(state, symbols.getFirst(), area);
        }
        List<Block> blocks =
                symbols.stream().map(symbol -> ofClone(state, symbol, area)).toList();
        int height =
                blocks.stream().mapToInt(block -> block.bitmap().height()).max().orElse(0);
        Bitmap bitmap = Bitmap.blank(area, height);
        for (int i = 0; i < blocks.size(); i++) {
            bitmap.draw(blocks.get(i).bitmap(), symbols.get(i).x(), 0);
        }
        return new Block(blocks.stream().map(Block::name).collect(Collectors.joining(", ")), bitmap);
    }

    /// Of PDF417 and DataMatrix no manual that could be read says what the clones' parameters mean but the module's:
    /// they are as the printer chooses them when `GS ( k` sets nothing.
    private static Block ofClone(PrinterState state, CloneSymbol symbol, int area) {
        Bytes data = symbol.data();
        int module = symbol.style().moduleDots();
        return switch (symbol.system()) {
            case QR_CODE -> block(symbol.system(), data, area, () -> Matrices.qr(data, symbol.level(), module));
            case DATA_MATRIX -> block(symbol.system(), data, area, () -> Matrices.dataMatrix(data, true, module));
            case PDF417 -> {
                var form = new Matrices.Pdf417Form(0, 0, ratioLevel(data.length(), 1), module, 3, false);
                yield block(symbol.system(), data, area, () -> Matrices.pdf417(data, form, area));
            }
            default -> Barcodes.draw(state, symbol.system(), data, symbol.style(), area);
        };
    }

    private static Block block(Symbology system, Bytes data, int area, Drawing drawing) {
        String name = name(system, data);
        try {
            Bitmap bitmap = drawing.draw();
            return new Block(name, bitmap.width() > area ? Bitmap.blank(1, 0) : bitmap);
        } catch (WriterException | RuntimeException e) {
            return Frame.of(name, area);
        }
    }

    /// Functions 65 columns, 66 rows, 67 module width, 68 row height, 69 error correction, 70 truncated.
    private static Matrices.Pdf417Form pdf417Form(PrinterState state, int dataBytes) {
        int n = setting(state, PDF417_CN, 69, 1, 1);
        boolean byLevel = setting(state, PDF417_CN, 69, 0, 49) == 48;
        return new Matrices.Pdf417Form(
                setting(state, PDF417_CN, 65, 0, 0),
                setting(state, PDF417_CN, 66, 0, 0),
                byLevel ? Math.clamp(n - 48, 0, 8) : ratioLevel(dataBytes, n),
                setting(state, PDF417_CN, 67, 0, 3),
                setting(state, PDF417_CN, 68, 0, 3),
                setting(state, PDF417_CN, 70, 0, 0) % 48 == 1);
    }

    /// The level for a ratio of check words to data, in tenths, as the manual's table has it (`GS ( k`, function 69).
    private static int ratioLevel(int dataBytes, int tenths) {
        int checkWords = Math.max(1, dataBytes * 5 / 6) * tenths / 10;
        int[] atMost = {3, 10, 20, 45, 100, 200, 400};
        int level = 1;
        for (int most : atMost) {
            level += checkWords > most ? 1 : 0;
        }
        return level;
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
