package slipstream.device.picture;

import java.util.Set;
import slipstream.escpos.command.Bytes;

/// Cuts the body of a raster command into rows as its bytes come.
final class RasterRows {
    /// Commands whose body is rows of dots, with scale, bytes a row and rows at the same places of their head.
    private static final Set<String> MNEMONICS = Set.of("GS v 0", "GS Q 0", "Star ESC GS S");

    private final int scaleX;
    private final int scaleY;
    private final RowSink rows;
    private final byte[] row;
    private final byte[] wide;
    private final int height;
    private int length;
    private int left;

    /// @param widthBytes bytes a row; 0 for a raster that nobody can read
    RasterRows(int widthBytes, int scaleX, int scaleY, int height, RowSink rows) {
        this.scaleX = scaleX;
        this.scaleY = scaleY;
        this.height = height;
        this.rows = rows;
        row = new byte[widthBytes];
        wide = new byte[widthBytes * 2];
        left = widthBytes == 0 ? 0 : height;
    }

    /// Whether the command is such a raster.
    static boolean is(String mnemonic) {
        return MNEMONICS.contains(mnemonic);
    }

    /// The rows of the raster whose command begins with `head`; none when a row has more than `mostDots`.
    static RasterRows of(Bytes head, int mostDots, RowSink rows) {
        boolean star = head.at(1) == 0x1D;
        int mode = star ? 0 : head.at(3) & 3;
        int widthBytes = head.u16(4);
        boolean readable = widthBytes * 8 <= mostDots;
        return new RasterRows(readable ? widthBytes : 0, 1 + (mode & 1), 1 + (mode >> 1), head.u16(6), rows);
    }

    /// How many rows of paper it takes.
    int height() {
        return height * scaleY;
    }

    /// Takes the next bytes of the body.
    void take(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && left > 0) {
            int part = Math.min(to - at, row.length - length);
            System.arraycopy(bytes, at, row, length, part);
            at += part;
            length += part;
            if (length == row.length) {
                length = 0;
                left--;
                tell();
            }
        }
    }

    private void tell() {
        if (scaleX == 2) {
            for (int i = 0; i < row.length; i++) {
                int twice = twice(row[i] & 0xFF);
                wide[2 * i] = (byte) (twice >> 8);
                wide[2 * i + 1] = (byte) twice;
            }
        }
        for (int copy = 0; copy < scaleY; copy++) {
            rows.row(scaleX == 2 ? wide : row, 0, row.length * scaleX);
        }
    }

    /// Each bit twice.
    private static int twice(int bits) {
        int twice = 0;
        for (int bit = 7; bit >= 0; bit--) {
            twice = twice << 2 | (bits >> bit & 1) * 3;
        }
        return twice;
    }
}
