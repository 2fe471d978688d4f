package slipstream.escpos.inject;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Commands as bytes, as far as a block needs them.
final class Orders {
    private Orders() {}

    /// `GS v 0`: rows of dots, in rasters of at most `most` rows. `ESC GS S` in Star line mode.
    static byte[] raster(boolean star, byte[] rows, int widthBytes, int most) {
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < rows.length; at += most * widthBytes) {
            int to = Math.min(rows.length, at + most * widthBytes);
            int height = (to - at) / widthBytes;
            byte xL = (byte) widthBytes;
            byte xH = (byte) (widthBytes >> 8);
            byte yL = (byte) height;
            byte yH = (byte) (height >> 8);
            bytes.writeBytes(
                    star
                            ? new byte[] {0x1B, 0x1D, 'S', 1, xL, xH, yL, yH, 0}
                            : new byte[] {0x1D, 'v', '0', 0, xL, xH, yL, yH});
            bytes.writeBytes(Arrays.copyOfRange(rows, at, to));
        }
        return bytes.toByteArray();
    }

    /// `ESC J n` as often as it takes.
    static byte[] feed(int units) {
        var bytes = new ByteArrayOutputStream();
        for (int left = units; left > 0; left -= 255) {
            bytes.writeBytes(new byte[] {0x1B, 'J', (byte) Math.min(255, left)});
        }
        return bytes.toByteArray();
    }

    /// `GS L` and `GS W`, in horizontal motion units.
    static byte[] printArea(int margin, int width) {
        return new byte[] {0x1D, 'L', (byte) margin, (byte) (margin >> 8), 0x1D, 'W', (byte) width, (byte) (width >> 8)
        };
    }

    /// `ESC a n`.
    static byte[] justify(int n) {
        return new byte[] {0x1B, 'a', (byte) n};
    }

    /// `GS ( k` for QR Codes, function `fn`.
    static byte[] qr(int fn, byte... parameters) {
        int count = parameters.length + 2;
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1D, '(', 'k', (byte) count, (byte) (count >> 8), '1', (byte) fn});
        bytes.writeBytes(parameters);
        return bytes.toByteArray();
    }
}
