package slipstream.escpos.profile;

import java.util.Locale;

/// What a printer does otherwise than the manual of the Epson TM series has it.
public enum Quirk {
    /// A cut while text is pending is not carried out: Epson's own rule, which is the manual's.
    IGNORES_CUT_WITH_TEXT,
    /// A raster while text is pending prints the line first, instead of being ignored.
    PRINTS_PENDING_ON_RASTER,
    /// `ESC J n` feeds nothing.
    IGNORES_ESC_J,
    /// `GS V 66 n` neither feeds nor cuts; `GS V 65 n` does.
    IGNORES_PARTIAL_FEED_CUT,
    /// One line feed directly after `GS v 0` is swallowed.
    SWALLOWS_LF_AFTER_RASTER,
    /// `ESC \` moves to the right only.
    IGNORES_NEGATIVE_MOVE,
    /// `ESC $` moves only where a line is still empty.
    IGNORES_POSITION_IN_LINE,
    /// The 8-dot modes of `ESC *` print dots one high, and not three.
    PRINTS_8_DOT_IMAGES_FLAT,
    /// A barcode of the older form (`GS k m d… NUL`) resets height, width and the text as `ESC @` does.
    RESETS_BARCODE_SETTINGS,
    /// A native QR Code is blank when two-byte text came before it.
    BLANK_QR_AFTER_TWO_BYTE_TEXT,
    /// `FS C 0` is GBK and `FS C 1` Big5, as on Chinese clones, and not JIS and Shift_JIS.
    FS_C_CHOOSES_CHINESE,
    /// Every form of the cut feeds to the blade first.
    FEEDS_BEFORE_ANY_CUT,
    /// Prints rasters of its maker's own language only; ESC/POS must pass it by untouched.
    IGNORES_ESC_POS;

    /// How a profile writes it: `ignores-esc-j`.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
