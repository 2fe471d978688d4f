package slipstream.escpos.inject;

import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.profile.Quirk;
import slipstream.escpos.profile.Support;

/// What a printer and its line leave a block to choose from.
///
/// A raster looks the same on every printer and needs nothing of its state, but has some ten thousand bytes: at
/// 9,600 baud as many milliseconds. The printer's own QR Code has a hundred, and changes settings that must be put
/// back; it is taken where the printer is known to have it, the line is slow, and the sender has made the settings
/// known.
///
/// @param nativeQr whether the printer is known to draw QR Codes itself (`GS ( k`)
/// @param slowLine whether a raster would take longer than a customer waits: below about 115,200 baud
/// @param rasterRows the tallest raster that the printer takes whole, in dots; 0 when it takes none
public record BlockMeans(boolean nativeQr, boolean slowLine, int rasterRows) {
    /// A raster of any height, for every printer.
    public static final BlockMeans RASTER = new BlockMeans(false, false, 65_535);

    /// What a profile says; nothing at all for printers that draw no raster.
    ///
    /// @param slowLine whether a raster would take too long
    public static BlockMeans of(PrinterProfile profile, boolean slowLine) {
        boolean qr = profile.nativeQr() == Support.YES && !profile.has(Quirk.BLANK_QR_AFTER_TWO_BYTE_TEXT);
        boolean raster = profile.raster() && !profile.has(Quirk.IGNORES_ESC_POS);
        return new BlockMeans(qr, slowLine, raster ? Math.clamp(profile.maxRasterRows(), 0, 65_535) : 0);
    }

    /// Checks the height.
    public BlockMeans {
        if (rasterRows < 0 || rasterRows > 65_535) {
            throw new IllegalArgumentException("A raster has 0 to 65535 rows, not " + rasterRows + ".");
        }
    }
}
