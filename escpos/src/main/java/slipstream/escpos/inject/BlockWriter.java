package slipstream.escpos.inject;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.Fact;
import slipstream.escpos.state.PrinterState;

/// Writes the commands of a block, for one printer in one state.
final class BlockWriter {
    private static final int MOST_UNITS = 255;

    private final PrinterState state;
    private final boolean star;
    private final int mostRows;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean endsInRaster;

    /// @param star whether the printer speaks Star line mode
    /// @param mostRows the tallest raster that it takes whole, in dots
    BlockWriter(PrinterState state, boolean star, int mostRows) {
        this.state = state;
        this.star = star;
        this.mostRows = mostRows;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// Whether a raster is the last that was written.
    boolean endsInRaster() {
        return endsInRaster;
    }

    /// `LF`.
    void lineFeed() {
        write('\n');
    }

    /// `ESC J`, or white where it does nothing or its units are not known.
    void feed(int dots) {
        if (!state.knows(Fact.UNITS) || state.profile().has(Quirk.IGNORES_ESC_J)) {
            white(dots);
            return;
        }
        int unitsPerInch = star ? state.profile().dpi() / 2 : state.layout().unitsY();
        int units = Math.ceilDiv(dots * unitsPerInch, state.profile().dpi());
        for (int left = units; left > 0; left -= MOST_UNITS) {
            write(0x1B, 'J', Math.min(MOST_UNITS, left));
        }
    }

    /// White rows, a byte wide: exact in dots, whatever the motion units are.
    void white(int dots) {
        raster(new byte[dots], 1);
    }

    /// `GS v 0`, or `ESC GS S` in Star line mode: rows of dots.
    void raster(byte[] rows, int widthBytes) {
        rasters(rows, widthBytes, 0, mostRows);
    }

    /// `GS v 0` m = 3: every dot twice as wide and high.
    void doubled(byte[] rows, int widthBytes) {
        rasters(rows, widthBytes, 3, Math.max(1, mostRows / 2));
    }

    /// `GS L` and `GS W`, in horizontal motion units.
    void printArea(int margin, int width) {
        write(0x1D, 'L', margin, margin >> 8, 0x1D, 'W', width, width >> 8);
    }

    /// `ESC a n`.
    void justify(int n) {
        write(0x1B, 'a', n);
    }

    /// `ESC { n`, if the sender is known to print upside-down.
    void upsideDown(int n) {
        if (state.knows(Fact.UPSIDE_DOWN) && state.style().is(Trait.UPSIDE_DOWN)) {
            write(0x1B, '{', n);
        }
    }

    /// `GS ( k` for QR Codes, function `fn`.
    void qr(int fn, byte... parameters) {
        int count = parameters.length + 2;
        write(0x1D, '(', 'k', count, count >> 8, '1', fn);
        bytes.writeBytes(parameters);
    }

    private void rasters(byte[] rows, int widthBytes, int mode, int most) {
        for (int at = 0; at < rows.length; at += most * widthBytes) {
            int to = Math.min(rows.length, at + most * widthBytes);
            int height = (to - at) / widthBytes;
            if (star) {
                write(0x1B, 0x1D, 'S', 1, widthBytes, widthBytes >> 8, height, height >> 8, 0);
            } else {
                write(0x1D, 'v', '0', mode, widthBytes, widthBytes >> 8, height, height >> 8);
            }
            bytes.writeBytes(Arrays.copyOfRange(rows, at, to));
            endsInRaster = true;
        }
    }

    private void write(int... command) {
        for (int b : command) {
            bytes.write(b);
        }
        endsInRaster = false;
    }
}
