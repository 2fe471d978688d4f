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
