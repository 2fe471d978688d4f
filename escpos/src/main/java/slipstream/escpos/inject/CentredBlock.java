package slipstream.escpos.inject;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.nio.charset.StandardCharsets;
import java.util.List;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.Fact;
import slipstream.escpos.state.PrinterState;

/// A block for slow lines: caption and symbol no wider than they are, in the middle of the print area by `ESC a`,
/// which is put back. The symbol is one that the printer draws itself, a hundred bytes; or a raster of doubled dots,
/// a thousand.
///
/// @param state the printer's state where the block is to stand; the line is empty
/// @param captions the lines above the symbol
record CentredBlock(PrinterState state, List<String> captions) {
    private static final int MODEL = 65;
    private static final int SIZE = 67;
    private static final int LEVEL = 69;
    private static final int STORE = 80;
    private static final int PRINT = 81;

    /// The printer may take one version more than our encoder: four modules.
    private static final int ONE_VERSION = 4;

    /// Whether what the block changes, and where it goes, is known.
    boolean possible() {
        return state.knows(Fact.JUSTIFICATION)
                && state.knows(Fact.UPSIDE_DOWN)
                && state.knows(Fact.LEFT_MARGIN)
                && state.knows(Fact.AREA_WIDTH);
    }

    /// Writes a symbol that the printer draws. Only where every setting that it changes is one the sender has made, so
    /// that it can be made again: the size of a module, the data stored for printing, model and error correction.
    /// What the sender has not set stays as it is.
    ///
    /// @return false where it cannot be printed without a trace; nothing has been written
    boolean writeNative(BlockWriter block, String url) {
        int modules = QrSymbol.of(url, 0).getWidth() + ONE_VERSION;
        int module =
                QrSymbol.moduleDots(modules, state.areaDots(), state.profile().dpi());
        boolean ascii = url.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        if (!state.knows(Fact.MEMORY) || !ascii || module == 0) {
            return false;
        }
        if (!(kept(SIZE) instanceof Setting.SymbolSetting size)
                || !(state.memory().get("symbol 49") instanceof Setting.StoreSymbol stored)) {
            return false;
        }
        int quiet = QrSymbol.QUIET_ZONE * module;
        above(block, ClaimBlock.GAP_DOTS, quiet);
        block.qr(SIZE, (byte) module);
        set(block, MODEL, (byte) '2', (byte) 0);
        set(block, LEVEL, (byte) '1');
        block.qr(STORE, store(url.getBytes(StandardCharsets.US_ASCII)));
        block.qr(PRINT, (byte) '0');
        block.qr(SIZE, size.parameters().toArray());
        putBack(block, MODEL);
        putBack(block, LEVEL);
        block.qr(STORE, store(stored.data().toArray()));
        block.white(quiet);
        block.justify(side());
        return true;
    }

    /// Writes a symbol as a raster of doubled dots, by a mask.
    ///
    /// @return false where it does not fit the area, or does not scan; nothing has been written
    boolean writeDoubled(BlockWriter block, String url, int mask) {
        ByteMatrix symbol = QrSymbol.of(url, mask);
        int module = QrSymbol.leastEvenDots(state.profile().dpi());
        int side = (symbol.getWidth() + 2 * QrSymbol.QUIET_ZONE) * module / 2;
        int widthBytes = Math.ceilDiv(side, 8);
        if (widthBytes * 16 > state.areaDots()) {
            return false;
        }
        byte[] rows = new byte[side * widthBytes];
        QrSymbol.draw(symbol, module / 2, rows, widthBytes, (widthBytes * 8 - side) / 2, 0);
        if (!QrSymbol.scans(rows, widthBytes, url)) {
            return false;
        }
        above(block, ClaimBlock.GAP_DOTS, 0);
        block.doubled(rows, widthBytes);
        block.justify(side());
        return true;
    }

    /// White, the caption in its width only, and white.
    private void above(BlockWriter block, int gapDots, int quietDots) {
        block.justify(1);
        block.white(gapDots);
        var caption = new Caption(captions, state.areaDots() / 8 * 8).trimmed();
        int widthBytes = caption.widthDots() / 8;
        byte[] rows = new byte[caption.height() * widthBytes];
        caption.draw(rows, widthBytes, 0);
        block.raster(rows, widthBytes);
        block.white(quietDots);
    }

    private Command kept(int fn) {
        return state.memory().get("symbol 49 " + fn);
    }

    private void set(BlockWriter block, int fn, byte... parameters) {
        if (kept(fn) != null) {
            block.qr(fn, parameters);
        }
    }

    private void putBack(BlockWriter block, int fn) {
        if (kept(fn) instanceof Setting.SymbolSetting setting) {
            block.qr(fn, setting.parameters().toArray());
        }
    }

    private static byte[] store(byte[] data) {
        byte[] parameters = new byte[data.length + 1];
        parameters[0] = '0';
        System.arraycopy(data, 0, parameters, 1, data.length);
        return parameters;
    }

    private int side() {
        return state.layout().justification().ordinal();
    }
}
