package slipstream.escpos.render;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes bitmaps as PNG: one bit a dot, greyscale (Portable Network Graphics, second edition, sections 5 and 11).
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final double INCHES_A_METRE = 1 / 0.0254;

    private Png() {}

    /// Writes `bitmap` with its resolution. A bitmap without rows is written as one white row, for a PNG has no
    /// empty pictures. `out` stays open.
    public static void write(Bitmap bitmap, OutputStream out) throws IOException {
        out.write(SIGNATURE);
        int rows = Math.max(1, bitmap.height());
        chunk(out, "IHDR", data -> {
            data.writeInt(bitmap.width());
            data.writeInt(rows);
            data.write(new byte[] {1, 0, 0, 0, 0});
        });
        if (bitmap.dpi() > 0) {
            int dotsAMetre = (int) Math.round(bitmap.dpi() * INCHES_A_METRE);
            chunk(out, "pHYs", data -> {
                data.writeInt(dotsAMetre);
                data.writeInt(dotsAMetre);
                data.write(1);
            });
        }
        chunk(out, "IDAT", data -> {
            var deflater = new Deflater(Deflater.BEST_COMPRESSION);
            try (var compressed = new DeflaterOutputStream(data, deflater)) {
                byte[] row = new byte[1 + bitmap.stride()];
                for (int y = 0; y < rows; y++) {
                    for (int i = 0; i < bitmap.stride(); i++) {
                        row[1 + i] = y < bitmap.height() ? (byte) ~bitmap.dots()[y * bitmap.stride() + i] : -1;
                    }
                    compressed.write(row);
                }
            } finally {
                deflater.end();
            }
        });
        chunk(out, "IEND", data -> {});
    }

    private interface Content {
        void writeTo(DataOutputStream data) throws IOException;
    }

    private static void chunk(OutputStream out, String type, Content content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        content.writeTo(new DataOutputStream(bytes));
        var crc = new CRC32();
        crc.update(bytes.toByteArray());
        var chunk = new DataOutputStream(out);
        chunk.writeInt(bytes.size() - type.length());
        bytes.writeTo(chunk);
        chunk.writeInt((int) crc.getValue());
    }
}
