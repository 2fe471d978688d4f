package slipstream.escpos.testprint;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.font.BitmapFont;

/// Dots for a raster: the rulers and the QR Code of the page.
final class Picture {
    private static final int QUIET_MODULES = 4;

    private final int width;
    private final int height;
    private final byte[] dots;

    private Picture(int width, int height) {
        this.width = width;
        this.height = height;
        dots = new byte[widthBytes() * height];
    }

    /// A rule of the full width: a tick every 10 dots, a number every 100, a bar at the first dot and at the
    /// last.
    static Picture widthRuler(PrinterProfile profile) {
        var ruler = new Picture(profile.dotsPerLine(), 46);
        ruler.fill(0, 0, ruler.width, 2);
        for (int x = 0; x < ruler.width; x += 10) {
            ruler.fill(x, 0, 1, x % 100 == 0 ? 20 : x % 50 == 0 ? 14 : 8);
            if (x % 100 == 0 && x + 12 * 3 < ruler.width) {
                ruler.number(x, x + 2, 22);
            }
        }
        ruler.fill(0, 0, 2, 46);
        ruler.fill(ruler.width - 2, 0, 2, 46);
        return ruler;
    }

    /// A rule that stands upright and counts millimetres from its foot, 30 of them.
    static Picture bladeRuler(PrinterProfile profile) {
        float dotsPerMm = profile.dpi() / 25.4f;
        var ruler = new Picture(Math.min(profile.dotsPerLine(), 240), Math.round(30 * dotsPerMm) + 1);
        for (int mm = 0; mm <= 30; mm++) {
            int y = Math.max(0, ruler.height - 1 - Math.round(mm * dotsPerMm));
            ruler.fill(0, y, mm % 5 == 0 ? 80 : 40, 1);
            if (mm % 5 == 0 && mm > 0) {
                ruler.number(mm, 84, Math.min(Math.max(0, y - 12), ruler.height - 24));
            }
        }
        ruler.fill(0, 0, 2, ruler.height);
        return ruler;
    }

    /// A bar, `rows` high.
    static Picture bar(PrinterProfile profile, int rows) {
        var bar = new Picture(profile.dotsPerLine() / 2, rows);
        bar.fill(0, 0, bar.width, rows);
        return bar;
    }

    /// A QR Code in the middle of a line, with its quiet zone.
    static Picture qr(PrinterProfile profile, String payload, int moduleDots) {
        ByteMatrix modules = modules(payload);
        int dots = moduleDots(profile, payload, moduleDots);
        int side = (modules.getWidth() + 2 * QUIET_MODULES) * dots;
        var symbol = new Picture(profile.dotsPerLine(), side);
        int left = (profile.dotsPerLine() - side) / 2;
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    symbol.fill(left + (x + QUIET_MODULES) * dots, (y + QUIET_MODULES) * dots, dots, dots);
                }
            }
        }
        return symbol;
    }

    /// The dots of a module with which a QR Code fits the line, `most` where there is room.
    static int moduleDots(PrinterProfile profile, String payload, int most) {
        return Math.clamp(profile.dotsPerLine() / (modules(payload).getWidth() + 2 * QUIET_MODULES), 1, most);
    }

    int height() {
        return height;
    }

    int widthBytes() {
        return (width + 7) / 8;
    }

    byte[] dots() {
        return dots;
    }

    private void fill(int left, int top, int columns, int rows) {
        for (int y = top; y < Math.min(height, top + rows); y++) {
            for (int x = left; x < Math.min(width, left + columns); x++) {
                dots[y * widthBytes() + x / 8] |= (byte) (0x80 >> x % 8);
            }
        }
    }

    private void number(int number, int left, int top) {
        BitmapFont font = BitmapFont.fontA();
        int x = left;
        for (int digit : Integer.toString(number).codePoints().toArray()) {
            int[] rows = font.rows(digit);
            for (int y = 0; y < rows.length; y++) {
                for (int column = 0; column < font.width(); column++) {
                    if ((rows[y] >> font.width() - 1 - column & 1) == 1) {
                        fill(x + column, top + y, 1, 1);
                    }
                }
            }
            x += font.width();
        }
    }

    private static ByteMatrix modules(String payload) {
        try {
            return Encoder.encode(payload, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("\"" + payload + "\" does not fit a QR Code.", e);
        }
    }
}
