package slipstream.escpos.inject;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.escpos.state.PrinterState;

/// The bytes of a claim block: one raster as wide as the print area, the symbol in its middle, so that no
/// setting of the printer is read or written but its margins.
///
/// No raster holds the bytes that printers obey in the middle of an image, `10 04`, `10 05`, `10 06`, `10 14`:
/// where one would, the symbol takes another mask or moves by some dots.
final class ClaimBlock {
    /// Modules of white around a symbol (ISO/IEC 18004, 7.3.1).
    private static final int QUIET_ZONE = 4;

    /// Dots a module, from the best: 6 read well from faded paper, 4 are half a millimetre at 203 dpi.
    private static final int[] MODULE_DOTS = {6, 5, 4};

    private static final int MASKS = 8;
    private static final int SHIFTS = 8;

    private ClaimBlock() {}

    /// The block for a printer in `state`, followed by a feed of `feedDots`; empty when it does not fit, or would
    /// print upside-down.
    static Optional<byte[]> raster(String url, List<String> caption, PrinterState state, int feedDots) {
        int widthBytes = state.areaDots() / 8;
        if (state.style().upsideDown() || !state.blockMayFollow()) {
            return Optional.empty();
        }
        byte[] feed = feed(state, feedDots);
        for (int attempt = 0; attempt < MASKS * SHIFTS; attempt++) {
            ByteMatrix symbol = symbol(url, attempt % MASKS);
            int module = moduleDots(symbol.getWidth(), widthBytes * 8);
            if (module == 0) {
                return Optional.empty();
            }
            byte[] block = join(raster(symbol, module, widthBytes, attempt / MASKS), feed);
            if (!RealTimeBytes.in(block)) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    private static ByteMatrix symbol(String url, int mask) {
        try {
            return Encoder.encode(url, ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_MASK_PATTERN, mask))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("A link of " + url.length() + " characters does not fit a symbol.", e);
        }
    }

    private static int moduleDots(int modules, int areaDots) {
        for (int dots : MODULE_DOTS) {
            if ((modules + 2 * QUIET_ZONE) * dots <= areaDots) {
                return dots;
            }
        }
        return 0;
    }

    private static byte[] raster(ByteMatrix symbol, int module, int widthBytes, int shift) {
        int side = (symbol.getWidth() + 2 * QUIET_ZONE) * module;
        int left = Math.max(0, Math.min(widthBytes * 8 - side, (widthBytes * 8 - side) / 2 + shift));
        byte[] rows = new byte[side * widthBytes];
        for (int y = 0; y < symbol.getHeight() * module; y++) {
            for (int x = 0; x < symbol.getWidth() * module; x++) {
                if (symbol.get(x / module, y / module) == 1) {
                    int column = left + QUIET_ZONE * module + x;
                    int row = QUIET_ZONE * module + y;
                    rows[row * widthBytes + column / 8] |= (byte) (0x80 >> column % 8);
                }
            }
        }
        byte[] head = {0x1D, 'v', '0', 0, (byte) widthBytes, (byte) (widthBytes >> 8), (byte) side, (byte) (side >> 8)};
        return join(head, rows);
    }

    /// `ESC J n` as often as it takes, in the sender's motion units.
    private static byte[] feed(PrinterState state, int dots) {
        var bytes = new ByteArrayOutputStream();
        int units = Math.ceilDiv(dots * state.layout().unitsY(), state.profile().dpi());
        for (; units > 0; units -= 255) {
            bytes.write(0x1B);
            bytes.write('J');
            bytes.write(Math.min(255, units));
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
