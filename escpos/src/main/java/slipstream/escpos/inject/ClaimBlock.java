package slipstream.escpos.inject;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.Fact;
import slipstream.escpos.state.PrinterState;

/// The bytes of a claim block: one raster as wide as the print area, caption and symbol in its middle, so that
/// no setting of the printer is read or written but its margins; or a [NativeBlock] where that is the better way.
///
/// Where the sender's area is too narrow for a symbol, or print is upside-down, the block changes that and puts
/// it back; where either is not known it leaves them alone, draws over the whole line and keeps the symbol away
/// from its edges. Where motion units are not known, feed is white rows. No block holds
/// the bytes that printers obey in the middle of an image, `10 04`, `10 05`, `10 06`, `10 14`: where one would,
/// the symbol takes another mask or moves by some dots. No raster goes out that our own reader cannot read.
///
/// @param state the printer's state where the block is to stand
/// @param means what printer and line leave to choose from
/// @param star whether the printer speaks Star line mode
/// @param behindDots how far the sender has fed back above what is printed
/// @param feedDots paper to feed after the block
record ClaimBlock(PrinterState state, BlockMeans means, boolean star, int behindDots, int feedDots) {
    /// White between the receipt and the block.
    private static final int GAP_DOTS = 16;

    private static final int MASKS = 8;
    private static final int SHIFTS = 8;

    /// The block's bytes, or why there are none.
    Drawn draw(String url, List<String> captions) {
        Optional<byte[]> small = means.nativeQr() && means.slowLine() && !star
                ? new NativeBlock(state.withLineEmpty(true), captions).bytes(url, GAP_DOTS)
                : Optional.empty();
        if (small.isPresent() && !RealTimeBytes.in(framed(small.get(), null))) {
            return new Drawn.Bytes(framed(small.get(), null));
        }
        if (means.rasterRows() == 0) {
            return new Drawn.Refused("The printer draws no raster images.");
        }
        Area area = area(QrSymbol.of(url, 0).getWidth());
        if (area == null) {
            return new Drawn.Refused("The print area of " + state.areaDots() + " dots is too narrow for the symbol.");
        }
        for (int attempt = 0; attempt < MASKS * SHIFTS; attempt++) {
            byte[] rows = rows(QrSymbol.of(url, attempt % MASKS), captions, area, attempt / MASKS);
            int height = rows.length / area.bytes();
            if (height > means.rasterRows() && !state.knows(Fact.UPSIDE_DOWN)) {
                return new Drawn.Refused("A symbol in strips could come out upside-down.");
            }
            byte[] block = framed(Orders.raster(star, rows, area.bytes(), means.rasterRows()), area);
            if (!RealTimeBytes.in(block) && QrSymbol.scans(rows, area.bytes(), url)) {
                return new Drawn.Bytes(block);
            }
        }
        return new Drawn.Refused(
                "Every form of the symbol holds bytes that printers obey within an image, or does not scan.");
    }

    /// Where the raster goes: its width, the room for the symbol, and what sets and restores the print area.
    private record Area(int dots, int room, byte[] set, byte[] restore) {
        int bytes() {
            return dots / 8;
        }
    }

    private Area area(int modules) {
        int line = state.profile().dotsPerLine();
        if (!state.knows(Fact.LEFT_MARGIN) || !state.knows(Fact.AREA_WIDTH)) {
            int room = line * 2 / 3;
            return moduleDots(modules, room) == 0 ? null : new Area(line, room, new byte[0], new byte[0]);
        }
        if (moduleDots(modules, state.areaDots()) > 0) {
            return new Area(state.areaDots(), state.areaDots(), new byte[0], new byte[0]);
        }
        int margin = units(state.layout().leftMargin());
        int width = units(state.layout().areaWidth());
        int whole = units(line);
        boolean restorable = !star && state.knows(Fact.UNITS) && margin >= 0 && width >= 0 && whole >= 0;
        if (!restorable || moduleDots(modules, line) == 0) {
            return null;
        }
        return new Area(line, line, Orders.printArea(0, whole), Orders.printArea(margin, width));
    }

    private int moduleDots(int modules, int areaDots) {
        return QrSymbol.moduleDots(modules, areaDots, state.profile().dpi());
    }

    /// The motion units that make exactly these dots, or -1.
    private int units(int dots) {
        int units = Math.round(
                (float) dots * state.layout().unitsX() / state.profile().dpi());
        return state.dotsX(units) == dots ? units : -1;
    }

    /// What is drawn, with what must come before and after it.
    private byte[] framed(byte[] drawing, Area area) {
        var block = new ByteArrayOutputStream();
        if (!state.lineEmpty()) {
            block.write('\n');
        }
        block.writeBytes(feed(behindDots));
        block.writeBytes(area == null ? new byte[0] : area.set());
        block.writeBytes(upsideDown(0));
        block.writeBytes(drawing);
        block.writeBytes(upsideDown(1));
        block.writeBytes(area == null ? new byte[0] : area.restore());
        block.writeBytes(feed(feedDots));
        return block.toByteArray();
    }

    private byte[] rows(ByteMatrix symbol, List<String> captions, Area area, int shift) {
        int module = moduleDots(symbol.getWidth(), area.room());
        int side = (symbol.getWidth() + 2 * QrSymbol.QUIET_ZONE) * module;
        int widthBytes = area.bytes();
        var caption = new Caption(captions, widthBytes * 8);
        int top = whiteRows(behindDots) + GAP_DOTS;
        int above = top + caption.height();
        byte[] rows = new byte[(above + side + whiteRows(feedDots)) * widthBytes];
        byte[] lines = new byte[caption.height() * widthBytes];
        caption.draw(lines, widthBytes);
        System.arraycopy(lines, 0, rows, top * widthBytes, lines.length);
        drawSymbol(symbol, rows, above, module, widthBytes, shift);
        return rows;
    }

    /// `ESC { n`, if the sender is known to print upside-down.
    private byte[] upsideDown(int n) {
        boolean known = state.knows(Fact.UPSIDE_DOWN);
        return known && state.style().is(Trait.UPSIDE_DOWN) ? new byte[] {0x1B, '{', (byte) n} : new byte[0];
    }

    private static void drawSymbol(ByteMatrix symbol, byte[] rows, int above, int module, int widthBytes, int shift) {
        int side = (symbol.getWidth() + 2 * QrSymbol.QUIET_ZONE) * module;
        int room = widthBytes * 8 - side;
        int left = Math.min(room, room / 2 + shift) + QrSymbol.QUIET_ZONE * module;
        for (int y = 0; y < symbol.getHeight() * module; y++) {
            int row = (above + QrSymbol.QUIET_ZONE * module + y) * widthBytes;
            for (int x = 0; x < symbol.getWidth() * module; x++) {
                if (symbol.get(x / module, y / module) == 1) {
                    rows[row + (left + x) / 8] |= (byte) (0x80 >> (left + x) % 8);
                }
            }
        }
    }

    private int whiteRows(int dots) {
        return state.knows(Fact.UNITS) ? 0 : dots;
    }

    private byte[] feed(int dots) {
        if (!state.knows(Fact.UNITS)) {
            return new byte[0];
        }
        int unitsPerInch = star ? state.profile().dpi() / 2 : state.layout().unitsY();
        return Orders.feed(Math.ceilDiv(dots * unitsPerInch, state.profile().dpi()));
    }
}
