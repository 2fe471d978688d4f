package slipstream.escpos.receipt;

import java.util.List;
import java.util.stream.Collectors;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Mark;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.BarcodeStyle;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.symbol.BarcodeText;
import slipstream.escpos.symbol.CloneSymbol;
import slipstream.escpos.symbol.Payload;
import slipstream.escpos.symbol.Symbology;

/// Symbols as elements of a receipt.
final class Symbols {
    private Symbols() {}

    static String barcodeName(int system) {
        return Symbology.ofBarcode(system).label();
    }

    static String payload(Mark.Barcode barcode) {
        return BarcodeText.of(Symbology.ofBarcode(barcode.system()), barcode.data())
                .payload();
    }

    static Element stored(long offset, int cn, PrinterState state) {
        boolean known = state.memory().get("symbol " + cn) instanceof Setting.StoreSymbol;
        Bytes data = known ? ((Setting.StoreSymbol) state.memory().get("symbol " + cn)).data() : Bytes.EMPTY;
        return new Element.Symbol(offset, Symbology.ofSymbol(cn).label(), Payload.text(data));
    }

    /// The symbols of a command that only some printers have, several payloads a line each; a picture when it
    /// draws something else.
    static Element ofClone(long offset, Mark.Drawing drawing) {
        List<CloneSymbol> symbols = CloneSymbol.of(drawing, BarcodeStyle.DEFAULT);
        return symbols.isEmpty()
                ? new Element.Picture(offset, 0, 0)
                : new Element.Symbol(
                        offset,
                        symbols.getFirst().system().label(),
                        symbols.stream().map(Symbols::payload).collect(Collectors.joining("\n")));
    }

    private static String payload(CloneSymbol symbol) {
        return symbol.system() == Symbology.QR_CODE
                ? Payload.text(symbol.data())
                : BarcodeText.of(symbol.system(), symbol.data()).payload();
    }
}
