package slipstream.escpos.inject;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.List;

/// One raster as wide as the print area, caption and symbol in its middle, so that no setting of the printer is read
/// or written but its margins.
///
/// @param area where it goes
/// @param dpi the printer's dots an inch
record RasterBlock(PrintArea area, int dpi, List<String> captions) {
    /// The rows of dots, [PrintArea#bytes] wide.
    ///
    /// @param shift how many dots to the right of the middle the symbol stands
    byte[] rows(ByteMatrix symbol, int shift) {
        int widthBytes = area.bytes();
        int module = QrSymbol.moduleDots(symbol.getWidth(), area.room(), dpi);
        int side = (symbol.getWidth() + 2 * QrSymbol.QUIET_ZONE) * module;
        var caption = new Caption(captions, widthBytes * 8);
        int above = ClaimBlock.GAP_DOTS + caption.height();
        byte[] rows = new byte[(above + side) * widthBytes];
        caption.draw(rows, widthBytes, ClaimBlock.GAP_DOTS);
        int room = widthBytes * 8 - side;
        QrSymbol.draw(symbol, module, rows, widthBytes, Math.min(room, room / 2 + shift), above);
        return rows;
    }
}
