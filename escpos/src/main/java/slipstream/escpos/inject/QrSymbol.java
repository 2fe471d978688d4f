package slipstream.escpos.inject;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// QR Codes as a block draws them: how large, how they are written, whether they can be read.
final class QrSymbol {
    /// Modules of white around a symbol (ISO/IEC 18004, 7.3.1).
    static final int QUIET_ZONE = 4;

    /// A module that faded paper still shows, and the smallest that phones read well, in millimetres.
    private static final double BEST_MM = 0.75;
    private static final double LEAST_MM = 0.5;

    private static final double MM_PER_INCH = 25.4;

    private QrSymbol() {}

    /// The symbol that says `url`, by one of the masks 0 to 7.
    ///
    /// @throws IllegalArgumentException when the link is too long
    static ByteMatrix of(String url, int mask) {
        try {
            return Encoder.encode(url, ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_MASK_PATTERN, mask))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("A link of " + url.length() + " characters does not fit a symbol.", e);
        }
    }

    /// The dots of a module with which `modules` and their quiet zone fit `areaDots`; 0 when none is large enough.
    static int moduleDots(int modules, int areaDots, int dpi) {
        int least = dots(LEAST_MM, dpi);
        for (int dots = dots(BEST_MM, dpi); dots >= least; dots--) {
            if ((modules + 2 * QUIET_ZONE) * dots <= areaDots / 8 * 8) {
                return dots;
            }
        }
        return 0;
    }

    /// The fewest dots of a module that are large enough and can be doubled from half.
    static int leastEvenDots(int dpi) {
        return Math.ceilDiv(dots(LEAST_MM, dpi), 2) * 2;
    }

    /// Draws a symbol and its quiet zone, whose left upper corner is at `left` and `top`, in rows of dots.
    static void draw(ByteMatrix symbol, int moduleDots, byte[] rows, int widthBytes, int left, int top) {
        int quiet = QUIET_ZONE * moduleDots;
        for (int y = 0; y < symbol.getHeight() * moduleDots; y++) {
            int row = (top + quiet + y) * widthBytes;
            for (int x = 0; x < symbol.getWidth() * moduleDots; x++) {
                if (symbol.get(x / moduleDots, y / moduleDots) == 1) {
                    int at = left + quiet + x;
                    rows[row + at / 8] |= (byte) (0x80 >> at % 8);
                }
            }
        }
    }

    private static int dots(double mm, int dpi) {
        return (int) Math.ceil(mm * dpi / MM_PER_INCH);
    }

    /// Whether a reader finds a symbol in these rows of dots that says `url`.
    static boolean scans(byte[] rows, int widthBytes, String url) {
        int width = widthBytes * 8;
        int[] pixels = new int[rows.length * 8];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (rows[i >> 3] >> 7 - (i & 7) & 1) == 1 ? 0 : 0xFFFFFF;
        }
        var source = new RGBLuminanceSource(width, rows.length / widthBytes, pixels);
        try {
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText()
                    .equals(url);
        } catch (ReaderException e) {
            return false;
        }
    }
}
