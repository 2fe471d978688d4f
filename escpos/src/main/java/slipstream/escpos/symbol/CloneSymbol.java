package slipstream.escpos.symbol;

import java.util.ArrayList;
import java.util.List;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.BarcodeStyle;
import slipstream.escpos.state.PrinterState;

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
    private static final int RS = 0x1E;

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
            Symbology.GS1_128,
            Symbology.DATABAR_OMNIDIRECTIONAL,
            Symbology.DATABAR_TRUNCATED,
            Symbology.DATABAR_LIMITED,
            Symbology.DATABAR_EXPANDED);

    /// What `GS Z` numbers from 0 on.
    private static final List<Symbology> CHOSEN = List.of(Symbology.PDF417, Symbology.DATA_MATRIX, Symbology.QR_CODE);

    /// What the command draws; nothing when it is no such command.
    ///
    /// | command | draws |
    /// | --- | --- |
    /// | `ESC Z m n k dL dH d…` | what `GS Z` chose: 0 PDF417, 1 DataMatrix, 2 a QR Code (also when nothing is chosen)
    /// of level n (`LMQH`), k dots a module |
    /// | `GS k 97 v r nL nH d…` | a QR Code of level r; 98 DataMatrix, 99 PDF417 |
    /// | `GS k 32 v r d… NUL` | the same; 33 DataMatrix, 34 PDF417 |
    /// | `GS k 81 p1…p4 nL nH d…` (Bematech) | a QR Code of level p1; 128 PDF417 |
    /// | `GS k 9 a d… NUL`, `GS k 74 a nL nH d…` (Datecs) | PDF417 |
    /// | `US Q m n [pH pL lH lL e v d…]…` | m QR Codes of level e, each p dots from the left |
    /// | `ESC b n1 n2 n3 n4 d… RS` (Star) | a barcode of kind n1, with text when n2 is even, n4 dots high |
    ///
    /// @param state the printer's state when it comes
    public static List<CloneSymbol> of(Mark.Drawing drawing, PrinterState state) {
        BarcodeStyle style = state.barcode();
        Bytes head = drawing.head();
        BarcodeStyle asSet = module(style, Math.max(LEAST_MODULE, style.moduleDots()));
        return switch (drawing.row().mnemonic()) {
            case "ESC Z" ->
                List.of(new CloneSymbol(
                        chosen(state),
                        drawing.body(),
                        Math.max(0, "LMQH".indexOf(head.at(3))),
                        module(style, head.at(4)),
                        0));
            case "GS k" -> barcode(head, drawing.body(), asSet);
            case "GS k [Datecs]" -> List.of(new CloneSymbol(Symbology.PDF417, ended(drawing.body(), 0), 0, asSet, 0));
            case "US Q" -> several(drawing.body(), asSet);
            case "ESC b" -> star(head, ended(drawing.body(), RS));
            default -> List.of();
        };
    }

    /// What a scanner reads.
    public String payload() {
        return system.twoDimensional()
                ? Payload.text(data)
                : BarcodeText.of(system, data).payload();
    }

    private static Symbology chosen(PrinterState state) {
        int type = state.memory().get("GS Z") instanceof Setting.Kept kept
                ? kept.bytes().at(2)
                : CHOSEN.size();
        return type < CHOSEN.size() ? CHOSEN.get(type) : Symbology.QR_CODE;
    }

    private static List<CloneSymbol> barcode(Bytes head, Bytes body, BarcodeStyle style) {
        int level = head.length() > 4 ? Math.max(1, head.at(4)) - 1 : 1;
        return switch (head.at(2)) {
            case 32, 33, 34 -> List.of(two(head.at(2) - 32, ended(body, 0), level, style));
            case 97, 98, 99 -> List.of(two(head.at(2) - 97, body, level, style));
            case 81 -> List.of(qr(body, head.at(3) & 3, style, 0));
            case 128 -> List.of(new CloneSymbol(Symbology.PDF417, body, 0, style, 0));
            default -> List.of();
        };
    }

    private static CloneSymbol two(int kind, Bytes data, int level, BarcodeStyle style) {
        return new CloneSymbol(CHOSEN.reversed().get(kind), data, level, style, 0);
    }

    /// The data without the byte that ends them.
    private static Bytes ended(Bytes body, int end) {
        boolean whole = body.length() > 0 && body.at(body.length() - 1) == end;
        return whole ? Bytes.copy(body.toArray(), 0, body.length() - 1) : body;
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
        Symbology system = kind < STAR.size() ? STAR.get(kind) : Symbology.UNKNOWN;
        return List.of(new CloneSymbol(
                system, StarBarcode.data(system, body), 0, new BarcodeStyle(height, module, hri, 0), 0));
    }

    private static int digit(int n) {
        return n >= '0' && n < '0' + STAR.size() ? n - '0' : n;
    }

    private static BarcodeStyle module(BarcodeStyle style, int dots) {
        return new BarcodeStyle(style.heightDots(), Math.clamp(dots, 1, 16), style.hri(), style.hriFont());
    }
}
