package slipstream.escpos.inject;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.escpos.command.Command;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.Fact;
import slipstream.escpos.state.Layout.Justification;
import slipstream.escpos.state.PrinterState;

/// A block whose symbol the printer draws itself: a hundred bytes, for slow lines.
///
/// Only where every setting that it changes is one the sender has made, so that it can be made again: the size of
/// a module, the data stored for printing, model and error correction. What the sender has not set stays as it is.
///
/// @param state the printer's state where the symbol is to stand; the line is empty
/// @param captions the lines above it
record NativeBlock(PrinterState state, List<String> captions) {
    private static final int MODEL = 65;
    private static final int SIZE = 67;
    private static final int LEVEL = 69;
    private static final int STORE = 80;
    private static final int PRINT = 81;

    /// What is set to what: model 2, level M.
    private static final Map<Integer, byte[]> SETTINGS = Map.of(MODEL, new byte[] {'2', 0}, LEVEL, new byte[] {'1'});

    /// The printer may take one version more than our encoder: four modules.
    private static final int ONE_VERSION = 4;

    /// The block's bytes; empty where it cannot be printed without a trace.
    Optional<byte[]> bytes(String url, int gapDots) {
        boolean known = state.knows(Fact.MEMORY)
                && state.knows(Fact.JUSTIFICATION)
                && state.knows(Fact.UPSIDE_DOWN)
                && state.knows(Fact.LEFT_MARGIN)
                && state.knows(Fact.AREA_WIDTH)
                && state.knows(Fact.UNITS);
        boolean plain = !state.style().is(Trait.UPSIDE_DOWN) && url.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
        if (!known || !plain || !(kept(SIZE) instanceof Setting.SymbolSetting size)) {
            return Optional.empty();
        }
        if (!(state.memory().get("symbol 49") instanceof Setting.StoreSymbol stored)) {
            return Optional.empty();
        }
        ByteMatrix symbol = QrSymbol.of(url, 0);
        int module = QrSymbol.moduleDots(
                symbol.getWidth() + ONE_VERSION,
                state.areaDots(),
                state.profile().dpi());
        if (module == 0) {
            return Optional.empty();
        }
        var block = new ByteArrayOutputStream();
        block.writeBytes(Orders.justify(1));
        block.writeBytes(above(gapDots + QrSymbol.QUIET_ZONE * module));
        block.writeBytes(Orders.qr(SIZE, (byte) module));
        SETTINGS.forEach((fn, parameters) -> {
            if (kept(fn) != null) {
                block.writeBytes(Orders.qr(fn, parameters));
            }
        });
        block.writeBytes(Orders.qr(STORE, store(url.getBytes(StandardCharsets.US_ASCII))));
        block.writeBytes(Orders.qr(PRINT, (byte) '0'));
        block.writeBytes(Orders.qr(SIZE, size.parameters().toArray()));
        SETTINGS.keySet().forEach(fn -> {
            if (kept(fn) instanceof Setting.SymbolSetting setting) {
                block.writeBytes(Orders.qr(fn, setting.parameters().toArray()));
            }
        });
        block.writeBytes(Orders.qr(STORE, store(stored.data().toArray())));
        block.writeBytes(blank(QrSymbol.QUIET_ZONE * module));
        block.writeBytes(Orders.justify(side(state.layout().justification())));
        return Optional.of(block.toByteArray());
    }

    private Command kept(int fn) {
        return state.memory().get("symbol 49 " + fn);
    }

    /// White, the caption in its width only, and the quiet zone.
    private byte[] above(int whiteDots) {
        var caption = new Caption(captions, state.areaDots() / 8 * 8);
        if (caption.height() == 0) {
            return blank(whiteDots);
        }
        int widthBytes = state.areaDots() / 8;
        byte[] rows = new byte[caption.height() * widthBytes];
        caption.draw(rows, widthBytes);
        var above = new ByteArrayOutputStream();
        above.writeBytes(blank(whiteDots / 2));
        above.writeBytes(Orders.raster(false, rows, widthBytes, 65_535));
        above.writeBytes(blank(whiteDots - whiteDots / 2));
        return above.toByteArray();
    }

    /// White rows of one byte: exact in dots, whatever the motion units are.
    private static byte[] blank(int dots) {
        return dots == 0 ? new byte[0] : Orders.raster(false, new byte[dots], 1, 65_535);
    }

    private static byte[] store(byte[] data) {
        byte[] parameters = new byte[data.length + 1];
        parameters[0] = '0';
        System.arraycopy(data, 0, parameters, 1, data.length);
        return parameters;
    }

    private static int side(Justification justification) {
        return justification.ordinal();
    }
}
