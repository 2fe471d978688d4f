package slipstream.escpos.symbol;

import java.util.List;

/// A kind of barcode or two-dimensional symbol.
public enum Symbology {
    /// `GS k` 0, 65.
    UPC_A("UPC-A"),
    /// `GS k` 1, 66.
    UPC_E("UPC-E"),
    /// `GS k` 2, 67.
    EAN13("EAN13"),
    /// `GS k` 3, 68.
    EAN8("EAN8"),
    /// `GS k` 4, 69.
    CODE39("CODE39"),
    /// `GS k` 5, 70: interleaved 2 of 5.
    ITF("ITF"),
    /// `GS k` 6, 71.
    CODABAR("CODABAR"),
    /// `GS k` 72.
    CODE93("CODE93"),
    /// `GS k` 73, and 79 where the printer chooses the code sets.
    CODE128("CODE128"),
    /// `GS k` 74.
    GS1_128("GS1-128"),
    /// `GS k` 75.
    DATABAR_OMNIDIRECTIONAL("GS1 DataBar Omnidirectional"),
    /// `GS k` 76.
    DATABAR_TRUNCATED("GS1 DataBar Truncated"),
    /// `GS k` 77.
    DATABAR_LIMITED("GS1 DataBar Limited"),
    /// `GS k` 78.
    DATABAR_EXPANDED("GS1 DataBar Expanded"),
    /// `GS ( k` 48.
    PDF417("PDF417"),
    /// `GS ( k` 49.
    QR_CODE("QR Code"),
    /// `GS ( k` 50.
    MAXICODE("MaxiCode"),
    /// `GS ( k` 51.
    DATABAR("GS1 DataBar"),
    /// `GS ( k` 52.
    COMPOSITE("Composite"),
    /// `GS ( k` 53.
    AZTEC("Aztec"),
    /// `GS ( k` 54.
    DATA_MATRIX("DataMatrix"),
    /// A number that no table knows.
    UNKNOWN("unknown symbol");

    private static final int CODE128_AUTO = 14;
    private static final List<Symbology> ALL = List.of(values());

    private final String label;

    Symbology(String label) {
        this.label = label;
    }

    /// Its name as people write it.
    public String label() {
        return label;
    }

    /// Whether it is two-dimensional, so that any bytes are its data.
    public boolean twoDimensional() {
        return switch (this) {
            case PDF417, QR_CODE, MAXICODE, AZTEC, DATA_MATRIX -> true;
            default -> false;
        };
    }

    /// The kind that `GS k` numbers `system`, either form: 0 for UPC-A to 14.
    public static Symbology ofBarcode(int system) {
        return system == CODE128_AUTO
                ? CODE128
                : system >= 0 && system <= DATABAR_EXPANDED.ordinal() ? ALL.get(system) : UNKNOWN;
    }

    /// The kind that `GS ( k` numbers `cn`.
    public static Symbology ofSymbol(int cn) {
        return cn >= 48 && cn <= 54 ? ALL.get(PDF417.ordinal() + cn - 48) : UNKNOWN;
    }
}
