package slipstream.escpos.render;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import slipstream.escpos.profile.PrinterProfile;

/// What the tests print with, and how they look at it.
final class Printing {
    private Printing() {}

    /// A stream of bytes (numbers), bytes (arrays) and text (in page 437).
    static byte[] stream(Object... parts) {
        var stream = new ByteArrayOutputStream();
        for (Object part : parts) {
            switch (part) {
                case Integer b -> stream.write(b);
                case byte[] bytes -> stream.writeBytes(bytes);
                default -> stream.writeBytes(part.toString().getBytes(Charset.forName("IBM437")));
            }
        }
        return stream.toByteArray();
    }

    static List<Bitmap> receipts(Object... parts) {
        try {
            return ReceiptRenderer.render(new ByteArrayInputStream(stream(parts)), PrinterProfile.GENERIC_80MM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bitmap receipt(Object... parts) {
        return receipts(parts).getFirst();
    }

    static List<String> texts(Object... parts) {
        try {
            return TextRenderer.render(new ByteArrayInputStream(stream(parts)), PrinterProfile.GENERIC_80MM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Object... parts) {
        return texts(parts).getFirst();
    }

    /// `GS ( k` with its length.
    static byte[] symbol(int cn, int fn, Object... parameters) {
        byte[] body = stream(parameters);
        int length = body.length + 2;
        return stream(0x1D, "(k", length & 0xFF, length >> 8, cn, fn, body);
    }

    /// The dots from `x`, `y` on as rows of `#` and `.`.
    static String dots(Bitmap bitmap, int x, int y, int width, int height) {
        var art = new StringBuilder();
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                art.append(bitmap.black(column, row) ? '#' : '.');
            }
            art.append('\n');
        }
        return art.toString();
    }

    static byte[] bytes(Bitmap bitmap) {
        return Arrays.copyOf(bitmap.dots(), bitmap.stride() * bitmap.height());
    }

    /// The leftmost, topmost, rightmost and bottommost black dot.
    static List<Integer> inked(Bitmap bitmap) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < bitmap.height(); y++) {
            for (int x = 0; x < bitmap.width(); x++) {
                if (bitmap.black(x, y)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = y;
                }
            }
        }
        return List.of(left, top, right, bottom);
    }

    /// What a scanner reads on white paper with a margin around the print.
    static String scanned(Bitmap bitmap, BarcodeFormat format) throws NotFoundException {
        var binary = new BinaryBitmap(new GlobalHistogramBinarizer(new Paper(bitmap)));
        var result = new MultiFormatReader()
                .decode(
                        binary,
                        Map.of(
                                DecodeHintType.POSSIBLE_FORMATS,
                                List.of(format),
                                DecodeHintType.TRY_HARDER,
                                true,
                                DecodeHintType.CHARACTER_SET,
                                StandardCharsets.UTF_8.name()));
        return result.getText();
    }

    private static final class Paper extends LuminanceSource {
        private static final int MARGIN = 40;
        private final Bitmap bitmap;

        Paper(Bitmap bitmap) {
            super(bitmap.width() + 2 * MARGIN, bitmap.height() + 2 * MARGIN);
            this.bitmap = bitmap;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] luminance = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) {
                luminance[x] = (byte) (bitmap.black(x - MARGIN, y - MARGIN) ? 0 : 255);
            }
            return luminance;
        }

        @Override
        public byte[] getMatrix() {
            byte[] matrix = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                System.arraycopy(getRow(y, null), 0, matrix, y * getWidth(), getWidth());
            }
            return matrix;
        }
    }
}
