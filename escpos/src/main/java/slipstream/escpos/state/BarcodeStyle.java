package slipstream.escpos.state;

/// How one-dimensional barcodes are drawn.
///
/// @param heightDots `GS h`
/// @param moduleDots `GS w`: the narrow bar
/// @param hri `GS H`: 0 no text, 1 above, 2 below, 3 both
/// @param hriFont `GS f`
public record BarcodeStyle(int heightDots, int moduleDots, int hri, int hriFont) implements Part {
    /// At power-on (TM command reference, "GS h", "GS w").
    public static final BarcodeStyle DEFAULT = new BarcodeStyle(162, 3, 0, 0);

    BarcodeStyle withBars(int height, int module) {
        return new BarcodeStyle(height, module, hri, hriFont);
    }

    BarcodeStyle withHri(int position, int font) {
        return new BarcodeStyle(heightDots, moduleDots, position, font);
    }
}
