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
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.PrinterState;

/// The bytes of a claim block: one raster as wide as the print area, caption and symbol in its middle, so that
/// no setting of the printer is read or written but its margins.
///
/// Where the sender's area is too narrow for a symbol, or print is upside-down, the block changes that and puts
/// it back. No raster holds
/// the bytes that printers obey in the middle of an image, `10 04`, `10 05`, `10 06`, `10 14`: where one would,
/// the symbol takes another mask or moves by some dots.
///
/// @param state the printer's state where the block is to stand
/// @param star whether the printer speaks Star line mode
/// @param behindDots how far the sender has fed back above what is printed
/// @param feedDots paper to feed after the block
record ClaimBlock(PrinterState state, boolean star, int behindDots, int feedDots) {
    /// Modules of white around a symbol (ISO/IEC 18004, 7.3.1).
    private static final int QUIET_ZONE = 4;

    /// Dots a module, from the best: 6 read well from faded paper, 4 are half a millimetre at 203 dpi.
    private static final int[] MODULE_DOTS = {6, 5, 4};

    /// White between the receipt and the block.
    private static final int GAP_DOTS = 16;

    private static final int MASKS = 8;
    private static final int SHIFTS = 8;

    /// The block's bytes; empty when it fits the paper in no way.
    Optional<byte[]> raster(String url, List<String> caption) {
        Area area = area(symbol(url, 0).getWidth());
        if (area == null) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < MASKS * SHIFTS; attempt++) {
            byte[] block = block(symbol(url, attempt % MASKS), caption, area, attempt / MASKS);
            if (!RealTimeBytes.in(block)) {
                return Optional.of(block);
            }
        }
        return Optional.empty();
    }

    /// Where the raster goes: its width, and what sets and restores the print area around it.
    private record Area(int dots, byte[] set, byte[] restore) {}

    private Area area(int modules) {
        if (moduleDots(modules, state.areaDots()) > 0) {
            return new Area(state.areaDots(), new byte[0], new byte[0]);
        }
        int line = state.profile().dotsPerLine();
        int margin = units(state.layout().leftMargin());
        int width = units(state.layout().areaWidth());
        int whole = units(line);
        boolean restorable = !star && margin >= 0 && width >= 0 && whole >= 0;
        if (!restorable || moduleDots(modules, line) == 0) {
            return null;
        }
        return new Area(line, printArea(0, whole), printArea(margin, width));
    }

    /// The motion units that make exactly these dots, or -1.
    private int units(int dots) {
        int units = Math.round(
                (float) dots * state.layout().unitsX() / state.profile().dpi());
        return state.dotsX(units) == dots ? units : -1;
    }

    private static byte[] printArea(int margin, int width) {
        return new byte[] {0x1D, 'L', (byte) margin, (byte) (margin >> 8), 0x1D, 'W', (byte) width, (byte) (width >> 8)
        };
    }

    private byte[] block(ByteMatrix symbol, List<String> captions, Area area, int shift) {
        var block = new ByteArrayOutputStream();
        if (!state.lineEmpty()) {
            block.write('\n');
        }
        block.writeBytes(feed(behindDots));
        block.writeBytes(area.set());
        block.writeBytes(upsideDown(0));
        int module = moduleDots(symbol.getWidth(), area.dots());
        int side = (symbol.getWidth() + 2 * QUIET_ZONE) * module;
        int widthBytes = area.dots() / 8;
        var caption = new Caption(captions, widthBytes * 8);
        int above = GAP_DOTS + caption.height();
        byte[] rows = new byte[(above + side) * widthBytes];
        byte[] lines = new byte[caption.height() * widthBytes];
        caption.draw(lines, widthBytes);
        System.arraycopy(lines, 0, rows, GAP_DOTS * widthBytes, lines.length);
        drawSymbol(symbol, rows, above, module, widthBytes, shift);
        block.writeBytes(rasterHead(widthBytes, above + side));
        block.writeBytes(rows);
        block.writeBytes(upsideDown(1));
        block.writeBytes(area.restore());
        block.writeBytes(feed(feedDots));
        return block.toByteArray();
    }

    /// `ESC { n`, if the sender prints upside-down.
    private byte[] upsideDown(int n) {
        return state.style().is(Trait.UPSIDE_DOWN) ? new byte[] {0x1B, '{', (byte) n} : new byte[0];
    }

    private byte[] rasterHead(int widthBytes, int rows) {
        byte xL = (byte) widthBytes;
        byte xH = (byte) (widthBytes >> 8);
        byte yL = (byte) rows;
        byte yH = (byte) (rows >> 8);
        return star
                ? new byte[] {0x1B, 0x1D, 'S', 1, xL, xH, yL, yH, 0}
                : new byte[] {0x1D, 'v', '0', 0, xL, xH, yL, yH};
    }

    private static void drawSymbol(ByteMatrix symbol, byte[] rows, int above, int module, int widthBytes, int shift) {
        int side = (symbol.getWidth() + 2 * QUIET_ZONE) * module;
        int room = widthBytes * 8 - side;
        int left = Math.min(room, room / 2 + shift) + QUIET_ZONE * module;
        for (int y = 0; y < symbol.getHeight() * module; y++) {
            int row = (above + QUIET_ZONE * module + y) * widthBytes;
            for (int x = 0; x < symbol.getWidth() * module; x++) {
                if (symbol.get(x / module, y / module) == 1) {
                    rows[row + (left + x) / 8] |= (byte) (0x80 >> (left + x) % 8);
                }
            }
        }
    }

    /// `ESC J n` as often as it takes, in the sender's motion units.
    private byte[] feed(int dots) {
        var bytes = new ByteArrayOutputStream();
        int unitsPerInch = star ? state.profile().dpi() / 2 : state.layout().unitsY();
        int units = Math.ceilDiv(dots * unitsPerInch, state.profile().dpi());
        for (; units > 0; units -= 255) {
            bytes.write(0x1B);
            bytes.write('J');
            bytes.write(Math.min(255, units));
        }
        return bytes.toByteArray();
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
            if ((modules + 2 * QUIET_ZONE) * dots <= areaDots / 8 * 8) {
                return dots;
            }
        }
        return 0;
    }
}
