package slipstream.escpos.inject;

/// What a printer and its line leave a block to choose from.
///
/// A raster looks the same on every printer and needs nothing of its state, but has some ten thousand bytes: at
/// 9,600 baud as many milliseconds. The printer's own QR Code has a hundred, and changes settings that must be put
/// back; it is taken where the printer is known to have it, the line is slow, and the sender has made the settings
/// known.
///
/// @param nativeQr whether the printer is known to draw QR Codes itself (`GS ( k`)
/// @param slowLine whether a raster would take longer than a customer waits: below about 115,200 baud
/// @param rasterRows the tallest raster that the printer takes whole, in dots
public record BlockMeans(boolean nativeQr, boolean slowLine, int rasterRows) {
    /// A raster of any height, for every printer.
    public static final BlockMeans RASTER = new BlockMeans(false, false, 65_535);

    /// Checks the height.
    public BlockMeans {
        if (rasterRows < 1 || rasterRows > 65_535) {
            throw new IllegalArgumentException("A raster has 1 to 65535 rows, not " + rasterRows + ".");
        }
    }
}
