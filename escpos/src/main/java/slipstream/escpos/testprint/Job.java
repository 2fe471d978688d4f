package slipstream.escpos.testprint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The bytes of a page as they come together.
final class Job {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Job send(int... command) {
        for (int b : command) {
            bytes.write(b);
        }
        return this;
    }

    Job send(byte[] text) {
        bytes.writeBytes(text);
        return this;
    }

    Job text(String ascii) {
        return send(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    Job line(String ascii) {
        return text(ascii).send('\n');
    }

    /// A heading, and the one setting that makes it one.
    Job heading(String ascii) {
        return send('\n').send(0x1B, 'E', 1).text(ascii).send(0x1B, 'E', 0, '\n');
    }

    /// `GS v 0`, in strips no taller than the printer takes.
    ///
    /// @param mostRows one or more
    Job raster(Picture picture, int mostRows) {
        for (int top = 0; top < picture.height(); top += mostRows) {
            int rows = Math.min(mostRows, picture.height() - top);
            int wide = picture.widthBytes();
            send(0x1D, 'v', '0', 0, wide & 0xFF, wide >> 8, rows & 0xFF, rows >> 8);
            bytes.write(picture.dots(), top * wide, rows * wide);
        }
        return this;
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
