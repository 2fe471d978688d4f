package slipstream.escpos.render;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import slipstream.escpos.command.Mark;
import slipstream.escpos.render.font.BitmapFont;
import slipstream.escpos.state.BarcodeStyle;
import slipstream.escpos.state.PrinterState;

/// One-dimensional barcodes: `GS k`.
final class Barcodes {
    private static final List<String> NAMES = List.of(
            "UPC-A",
            "UPC-E",
            "EAN13",
            "EAN8",
            "CODE39",
            "ITF",
            "CODABAR",
            "CODE93",
            "CODE128",
            "GS1-128",
            "GS1 DataBar Omnidirectional",
            "GS1 DataBar Truncated",
            "GS1 DataBar Limited",
            "GS1 DataBar Expanded",
            "CODE128");
    private static final List<BarcodeFormat> FORMATS = List.of(
            BarcodeFormat.UPC_A,
            BarcodeFormat.UPC_E,
            BarcodeFormat.EAN_13,
            BarcodeFormat.EAN_8,
            BarcodeFormat.CODE_39,
            BarcodeFormat.ITF,
            BarcodeFormat.CODABAR,
            BarcodeFormat.CODE_93,
            BarcodeFormat.CODE_128,
            BarcodeFormat.CODE_128);

    private Barcodes() {}

    /// The barcode with its text; without dots when it is wider than the print area, as printers do; a frame
    /// when the data are not of its kind or the kind cannot be drawn.
    static Block draw(PrinterState state, Mark.Barcode barcode) {
        int system = barcode.system() == 14 ? 8 : barcode.system();
        String name = system < NAMES.size() ? NAMES.get(system) : "barcode " + system;
        BarcodeText text = BarcodeText.of(system, barcode.data());
        String block = name + " \"" + text.readable() + "\"";
        if (system >= FORMATS.size()) {
            return Frame.of(block, state.areaDots());
        }
        BitMatrix bars;
        try {
            bars = encode(FORMATS.get(system), text);
        } catch (WriterException | RuntimeException e) {
            return Frame.of(block, state.areaDots());
        }
        BarcodeStyle style = state.barcode();
        int width = bars.getWidth() * style.moduleDots();
        return new Block(
                block,
                width > state.areaDots()
                        ? Bitmap.blank(1, 0)
                        : withText(bars, style, text.readable(), state.areaDots()));
    }

    private static BitMatrix encode(BarcodeFormat format, BarcodeText text) throws WriterException {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.MARGIN, 0);
        if (text.codeSet() != null) {
            hints.put(EncodeHintType.FORCE_CODE_SET, text.codeSet());
        }
        return new MultiFormatWriter().encode(text.encoded(), format, 0, 1, hints);
    }

    private static Bitmap withText(BitMatrix bars, BarcodeStyle style, String readable, int area) {
        Bitmap text = Frame.text(readable, style.hriFont() == 0 ? BitmapFont.fontA() : BitmapFont.fontB());
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
