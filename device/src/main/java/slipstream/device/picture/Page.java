package slipstream.device.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A picture for a reader: one byte a dot, 0 black, 255 white.
///
/// @param width dots a row
/// @param height rows
public record Page(int width, int height, byte[] grey) {
    private static final int SHORT = 3;
    private static final int LONG = 4;

    /// The page `scale` times as large, 1 or more, dots between dots interpolated.
    Page scaled(double scale) {
        if (scale == 1) {
            return this;
        }
        int wide = (int) (width * scale);
        int high = (int) (height * scale);
        byte[] larger = new byte[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                larger[y * wide + x] = (byte) Math.round(between(x / scale, y / scale));
            }
        }
        return new Page(wide, high, larger);
    }

    private double between(double x, double y) {
        int left = Math.min(width - 2, (int) x);
        int top = Math.min(height - 2, (int) y);
        double right = Math.min(1, x - left);
        double down = Math.min(1, y - top);
        double above = at(left, top) * (1 - right) + at(left + 1, top) * right;
        double below = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
        return above * (1 - down) + below * down;
    }

    private int at(int x, int y) {
        return grey[y * width + x] & 0xFF;
    }

    /// The pages as one uncompressed TIFF (TIFF 6.0, sections 2 and 4: a directory a page).
    static byte[] tiff(List<Page> pages) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(little(8)
                .put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(8)
                .array());
        for (int i = 0; i < pages.size(); i++) {
            out.writeBytes(pages.get(i).directory(out.size(), i == pages.size() - 1));
        }
        return out.toByteArray();
    }

    /// The directory and the rows behind it, at an even `offset` of the file.
    private byte[] directory(int offset, boolean last) {
        int[][] fields = {
            {256, LONG, width},
            {257, LONG, height},
            {258, SHORT, 8},
            {259, SHORT, 1},
            {262, SHORT, 1},
            {273, LONG, 0},
            {277, SHORT, 1},
            {278, LONG, height},
            {279, LONG, grey.length}
        };
        int size = 2 + 12 * fields.length + 4;
        int end = size + grey.length + grey.length % 2;
        fields[5][2] = offset + size;
        ByteBuffer bytes = little(end).putShort((short) fields.length);
        for (int[] field : fields) {
            bytes.putShort((short) field[0])
                    .putShort((short) field[1])
                    .putInt(1)
                    .putInt(field[2]);
        }
        return bytes.putInt(last ? 0 : offset + end).put(grey).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
