package slipstream.escpos.render;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.EnumMap;
import java.util.Map;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Mark;
import slipstream.escpos.render.font.BitmapFont;
import slipstream.escpos.state.BarcodeStyle;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.symbol.BarcodeText;
import slipstream.escpos.symbol.Symbology;

/// One-dimensional barcodes: `GS k`.
final class Barcodes {
    private static final Map<Symbology, BarcodeFormat> FORMATS = new EnumMap<>(Map.of(
            Symbology.UPC_A, BarcodeFormat.UPC_A,
            Symbology.UPC_E, BarcodeFormat.UPC_E,
            Symbology.EAN13, BarcodeFormat.EAN_13,
            Symbology.EAN8, BarcodeFormat.EAN_8,
            Symbology.CODE39, BarcodeFormat.CODE_39,
            Symbology.ITF, BarcodeFormat.ITF,
            Symbology.CODABAR, BarcodeFormat.CODABAR,
            Symbology.CODE93, BarcodeFormat.CODE_93,
            Symbology.CODE128, BarcodeFormat.CODE_128,
            Symbology.GS1_128, BarcodeFormat.CODE_128));

    private Barcodes() {}

    /// The barcode with its text; without dots when it is wider than the line, `area` dots, as printers do; a frame
    /// when the data are not of its kind or the kind cannot be drawn.
    static Block draw(PrinterState state, Mark.Barcode barcode, int area) {
        return draw(state, Symbology.ofBarcode(barcode.system()), barcode.data(), state.barcode(), area);
    }

    /// A barcode in a style of its own.
    static Block draw(PrinterState state, Symbology system, Bytes data, BarcodeStyle style, int area) {
        BarcodeText text = BarcodeText.of(system, data);
        String name = system.label() + " \"" + text.readable() + "\"";
        if (!FORMATS.containsKey(system)) {
            return Frame.of(name, area);
        }
        BitMatrix bars;
        try {
            bars = encode(FORMATS.get(system), text);
        } catch (WriterException | RuntimeException e) {
            return Frame.of(name, area);
        }
        boolean fits = bars.getWidth() * style.moduleDots() <= area;
        return new Block(name, fits ? withText(state, bars, style, text.readable(), area) : Bitmap.blank(1, 0));
    }

    private static BitMatrix encode(BarcodeFormat format, BarcodeText text) throws WriterException {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.MARGIN, 0);
        if (text.codeSet() != null) {
            hints.put(EncodeHintType.FORCE_CODE_SET, text.codeSet());
        }
        return new MultiFormatWriter().encode(text.encoded(), format, 0, 1, hints);
    }

    private static Bitmap withText(PrinterState state, BitMatrix bars, BarcodeStyle style, String readable, int area) {
        Bitmap text = Frame.text(readable, BitmapFont.of(state.profile().font(style.hriFont())));
        boolean above = (style.hri() & 1) != 0;
        boolean below = (style.hri() & 2) != 0;
        int barsWidth = bars.getWidth() * style.moduleDots();
        int width = Math.min(area, above || below ? Math.max(barsWidth, text.width()) : barsWidth);
        int barsTop = above ? text.height() : 0;
        int barsEnd = barsTop + style.heightDots();
        Bitmap bitmap = Bitmap.blank(width, barsEnd + (below ? text.height() : 0));
        int left = (width - barsWidth) / 2;
        for (int x = 0; x < bars.getWidth(); x++) {
            if (bars.get(x, 0)) {
                bitmap.fill(left + x * style.moduleDots(), barsTop, style.moduleDots(), style.heightDots());
            }
        }
        int textLeft = Math.max(0, (width - text.width()) / 2);
        if (above) {
            bitmap.draw(text, textLeft, 0);
        }
        if (below) {
            bitmap.draw(text, textLeft, barsEnd);
        }
        return bitmap;
    }
}
