package slipstream.escpos.symbol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.command.Setting;
import slipstream.escpos.state.PrinterState;

/// What a scanner reads of a symbol that `GS ( k` has kept and prints.
public final class StoredSymbol {
    private static final int DATABAR_CN = 51;
    private static final int COMPOSITE_CN = 52;

    /// What `GS ( k` function 480 numbers from 65 on.
    private static final List<Symbology> LINEAR = List.of(
            Symbology.EAN8,
            Symbology.EAN13,
            Symbology.UPC_A,
            Symbology.UPC_E,
            Symbology.UPC_E,
            Symbology.DATABAR_OMNIDIRECTIONAL,
            Symbology.DATABAR_TRUNCATED,
            Symbology.DATABAR_OMNIDIRECTIONAL,
            Symbology.DATABAR_OMNIDIRECTIONAL,
            Symbology.DATABAR_LIMITED,
            Symbology.DATABAR_EXPANDED,
            Symbology.DATABAR_EXPANDED,
            Symbology.GS1_128);

    private StoredSymbol() {}

    /// The payload of the symbol kept for `cn`; empty when none is.
    ///
    /// | cn | data as kept | payload |
    /// | --- | --- | --- |
    /// | 51 | `n d…`: 72 and 73 stacked, 76 expanded stacked | of the DataBar, its check digit added |
    /// | 52 | `48 b d…` the linear element, `49 b d…` the two-dimensional | both, with a bar between them |
    /// | others | `d…` | the data |
    public static String payload(PrinterState state, int cn) {
        Bytes data = kept(state, "symbol " + cn);
        return switch (cn) {
            case DATABAR_CN -> data.length() == 0 ? "" : linear(data.at(0), data.from(1));
            case COMPOSITE_CN -> composite(kept(state, Setting.StoreSymbol.LINEAR_ELEMENT), data);
            default -> Payload.text(data);
        };
    }

    private static Bytes kept(PrinterState state, String place) {
        return state.memory().get(place) instanceof Setting.StoreSymbol stored ? stored.data() : Bytes.EMPTY;
    }

    private static String composite(Bytes linear, Bytes second) {
        String first = linear.length() < 2 ? "" : linear(linear.at(1), linear.from(2));
        String rest = second.length() < 2
                ? ""
                : Gs1.text(Symbology.COMPOSITE, new String(second.from(2).toArray(), StandardCharsets.ISO_8859_1))
                        .payload();
        return first.isEmpty() || rest.isEmpty() ? first + rest : first + "|" + rest;
    }

    private static String linear(int b, Bytes data) {
        int kind = b - 'A';
        Symbology system = kind >= 0 && kind < LINEAR.size() ? LINEAR.get(kind) : Symbology.UNKNOWN;
        return BarcodeText.of(system, data).payload();
    }
}
