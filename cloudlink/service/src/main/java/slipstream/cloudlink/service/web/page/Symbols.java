package slipstream.cloudlink.service.web.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// QR and bar codes as SVG, drawn in the page: no second request, sharp at any size.
public final class Symbols {
    /// ISO/IEC 18004, 9.1: the quiet zone is four modules wide.
    private static final int QUIET_ZONE = 4;

    /// ISO/IEC 15417, 4.4.4: the quiet zone of a Code 128 symbol is ten modules wide.
    private static final int BAR_QUIET_ZONE = 10;

    private static final int BAR_HEIGHT = 28;

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

    /// A Code 128 symbol, for scanners that read bars only.
    ///
    /// @param content ASCII
    /// @param label what a screen reader says, already escaped
    public static String code128(String content, String label) {
        var modules = new Code128Writer().encode(content);
        var path = new StringBuilder();
        for (int from = 0; from < modules.length; ) {
            int to = from + 1;
            while (to < modules.length && modules[to] == modules[from]) {
                to++;
            }
            if (modules[from]) {
                int width = to - from;
                path.append('M')
                        .append(BAR_QUIET_ZONE + from)
                        .append(" 0h")
                        .append(width)
                        .append('v');
                path.append(BAR_HEIGHT).append("h-").append(width).append('z');
            }
            from = to;
        }
        return "<svg class=\"bars\" role=\"img\" aria-label=\"" + label + "\" viewBox=\"0 0 "
                + (modules.length + 2 * BAR_QUIET_ZONE) + " " + BAR_HEIGHT
                + "\" shape-rendering=\"crispEdges\"><path d=\"" + path + "\"/></svg>";
    }
}
