package slipstream.escpos.receipt;

import java.util.List;
import java.util.stream.Collectors;
import slipstream.escpos.command.Mark;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.symbol.BarcodeText;
import slipstream.escpos.symbol.CloneSymbol;
import slipstream.escpos.symbol.StoredSymbol;
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
        return new Element.Symbol(offset, Symbology.ofSymbol(cn).label(), StoredSymbol.payload(state, cn));
    }

    /// The symbols of a command that only some printers have, several payloads a line each; a picture when it
    /// draws something else.
    static Element ofClone(long offset, Mark.Drawing drawing, PrinterState state) {
        List<CloneSymbol> symbols = CloneSymbol.of(drawing, state);
        return symbols.isEmpty()
                ? new Element.Picture(offset, 0, 0)
                : new Element.Symbol(
                        offset,
                        symbols.getFirst().system().label(),
                        symbols.stream().map(CloneSymbol::payload).collect(Collectors.joining("\n")));
    }
}
