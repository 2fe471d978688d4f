package slipstream.escpos.symbol;

import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Mark;
import slipstream.escpos.state.BarcodeStyle;

/// A barcode or symbol that a command of some printers sets up and prints at once.
///
/// @param system its kind
/// @param data its payload; for a barcode as `GS k` takes it
/// @param level error correction 0 to 3, of a QR Code
/// @param style the module in dots; of a barcode also height and text
/// @param x from the left edge, in dots
public record CloneSymbol(Symbology system, Bytes data, int level, BarcodeStyle style, int x) {
    private static final int LEAST_MODULE = 3;
    private static final int US_Q_ITEM_HEAD = 6;
    /// What `ESC b` numbers from 0 on (Star line mode command specifications, "ESC b").
    private static final List<Symbology> STAR = List.of(
            Symbology.UPC_E,
            Symbology.UPC_A,
            Symbology.EAN8,
            Symbology.EAN13,
            Symbology.CODE39,
            Symbology.ITF,
            Symbology.CODE128,
            Symbology.CODE93,
            Symbology.CODABAR,
            Symbology.GS1_128);

    /// What the command draws; nothing when it is no such command.
    ///
    /// | command | draws |
    /// | --- | --- |
    /// | `ESC Z m n k dL dH d…` | a QR Code of level n (`LMQH`), k dots a module |
    /// | `GS k 97 v r nL nH d…` | a QR Code of level r |
    /// | `US Q m n [pH pL lH lL e v d…]…` | m QR Codes of level e, each p dots from the left |
    /// | `ESC b n1 n2 n3 n4 d… RS` (Star) | a barcode of kind n1, with text when n2 is even, n4 dots high |
    ///
    /// @param style how barcodes are drawn now
    public static List<CloneSymbol> of(Mark.Drawing drawing, BarcodeStyle style) {
        Bytes head = drawing.head();
        BarcodeStyle asSet = module(style, Math.max(LEAST_MODULE, style.moduleDots()));
        return switch (drawing.row().mnemonic()) {
            case "ESC Z" ->
                List.of(qr(drawing.body(), Math.max(0, "LMQH".indexOf(head.at(3))), module(style, head.at(4)), 0));
            case "GS k" -> List.of(qr(drawing.body(), head.length() > 4 ? Math.max(1, head.at(4)) - 1 : 1, asSet, 0));
            case "US Q" -> several(drawing.body(), asSet);
            case "ESC b" -> star(head, drawing.body());
            default -> List.of();
        };
    }

    private static CloneSymbol qr(Bytes data, int level, BarcodeStyle style, int x) {
        return new CloneSymbol(Symbology.QR_CODE, data, level, style, x);
    }

    private static List<CloneSymbol> several(Bytes body, BarcodeStyle style) {
        List<CloneSymbol> symbols = new ArrayList<>();
        int at = 0;
        while (at + US_Q_ITEM_HEAD <= body.length()) {
            int length = body.at(at + 2) << 8 | body.at(at + 3);
            int end = Math.min(body.length(), at + US_Q_ITEM_HEAD + length);
            Bytes data = Bytes.copy(body.toArray(), at + US_Q_ITEM_HEAD, end);
            symbols.add(qr(data, body.at(at + 4), style, body.at(at) << 8 | body.at(at + 1)));
            at = end;
        }
        return symbols;
    }

    /// Bars are 2, 3 or 4 dots narrow; text stands below.
    private static List<CloneSymbol> star(Bytes head, Bytes body) {
        int kind = digit(head.at(2));
        int height = Math.max(1, head.at(5));
        int module = 2 + Math.floorMod(digit(head.at(4)) - 1, 3);
        int hri = digit(head.at(3)) % 2 == 0 ? 2 : 0;
        boolean ended = body.length() > 0 && body.at(body.length() - 1) == 0x1E;
        Bytes data = ended ? Bytes.copy(body.toArray(), 0, body.length() - 1) : body;
        Symbology system = kind < STAR.size() ? STAR.get(kind) : Symbology.UNKNOWN;
        return List.of(new CloneSymbol(system, data, 0, new BarcodeStyle(height, module, hri, 0), 0));
    }

    private static int digit(int n) {
        return n >= '0' && n <= '9' ? n - '0' : n;
    }

    private static BarcodeStyle module(BarcodeStyle style, int dots) {
        return new BarcodeStyle(style.heightDots(), Math.clamp(dots, 1, 16), style.hri(), style.hriFont());
    }
}
