package slipstream.cloudlink.service.web.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// QR symbols as SVG, drawn in the page: no second request, sharp at any size.
public final class Symbols {
    /// ISO/IEC 18004, 9.1: the quiet zone is four modules wide.
    private static final int QUIET_ZONE = 4;

    private Symbols() {}

    /// @param label what a screen reader says, already escaped
    public static String qr(String content, String label) {
        try {
            var hints =
                    Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
            var matrix = new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
            var path = new StringBuilder();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    if (matrix.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return "<svg class=\"qr\" role=\"img\" aria-label=\"" + label + "\" viewBox=\"0 0 " + matrix.getWidth()
                    + " " + matrix.getHeight() + "\" shape-rendering=\"crispEdges\"><path d=\"" + path + "\"/></svg>";
        } catch (WriterException e) {
            throw new IllegalStateException("a voucher code always fits a QR symbol", e);
        }
    }
}
