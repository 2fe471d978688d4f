package slipstream.escpos.command;

/// A command that moves the paper or the print position, or draws.
public sealed interface Mark extends Command {

    /// `LF`: prints the line buffer, feeds one line.
    record LineFeed() implements Mark {}

    /// `CR`: as [LineFeed] where the printer's auto line feed is on, else nothing.
    record CarriageReturn() implements Mark {}

    /// `FF`: prints the page and returns to standard mode; in standard mode, feeds a label or nothing.
    record FormFeed() implements Mark {}

    /// `ESC FF`: prints the page and stays in page mode.
    record PrintPage() implements Mark {}

    /// `ESC J n` and `ESC K n`: prints the line buffer, feeds; negative feeds backwards. Vertical motion units.
    record Feed(int units) implements Mark {}

    /// `ESC d n` and `ESC e n`: prints the line buffer, feeds lines; negative feeds backwards.
    record FeedLines(int lines) implements Mark {}

    /// `HT`.
    record Tab() implements Mark {}

    /// `ESC $ nL nH`: from the left margin, in horizontal motion units.
    record MoveTo(int units) implements Mark {}

    /// `ESC \ nL nH`: from here, signed, in horizontal motion units.
    record MoveBy(int units) implements Mark {}

    /// `GS $ nL nH` and `GS \ nL nH`: the vertical position in page mode, in vertical motion units.
    record PageMove(boolean relative, int units) implements Mark {}

    /// `GS T n`: to the beginning of the line, throwing the buffer away (0) or printing it (1).
    record LineStart(int n) implements Mark {}

    /// `ESC * m nL nH d…`: columns of 8 or 24 dots into the line buffer.
    ///
    /// @param mode 0 and 1 for 8 dots, 32 and 33 for 24; the odd ones at full horizontal density
    record ColumnImage(int mode, int columns, Bytes data) implements Mark {}

    /// `GS v 0 m …` (and `GS Q 0`): rows of dots.
    ///
    /// @param scaleX dots a pixel is wide, 1 or 2
    /// @param scaleY dots a pixel is high, 1 or 2
    /// @param widthBytes bytes a row
    /// @param data rows of `widthBytes` bytes, the highest bit left; shorter than declared when the stream ended
    record Raster(int scaleX, int scaleY, int widthBytes, int rows, Bytes data) implements Mark {}

    /// Star's raster mode, `b`, `k` and `ESC * r Y n NUL`: dots for the row at hand, from the paper's left edge, and
    /// how many rows to go on by.
    ///
    /// @param feedRows 1 for `b`, 0 for `k`, of which the next row is printed over this one
    record Row(Bytes data, int feedRows) implements Mark {}

    /// `ESC FF`, `NUL`, `EOT` or `EM`: in Star's raster mode a page ends, a document, or a part of it. What the paper
    /// does then is as the sender set with `ESC * r F`, `E` or `e`.
    ///
    /// @param n 0, 4 or 25
    record RasterEnd(int n) implements Mark {}

    /// `GS ( L … 50`: prints what [Setting.StoreGraphics] kept.
    record PrintGraphics() implements Mark {}

    /// `GS / m`: prints what [Setting.DefineImage] kept.
    record PrintImage(int mode) implements Mark {}

    /// `FS p n m`: prints stored image n.
    record PrintNvImage(int n, int mode) implements Mark {}

    /// `GS ( L … 69` and `85`: prints a stored image by its key.
    record PrintKeyedGraphics(boolean nonVolatile, int key1, int key2, int scaleX, int scaleY) implements Mark {}

    /// `GS k m …`.
    ///
    /// @param system the barcode system 0 to 8 of either form: UPC-A, UPC-E, EAN13, EAN8, CODE39, ITF, CODABAR,
    ///     CODE93, CODE128; above 8 as sent in form B less 65
    /// @param older whether it was of the form that a `NUL` ends; written again, it is of form B
    record Barcode(int system, Bytes data, boolean older) implements Mark {
        /// A barcode of form B.
        public Barcode(int system, Bytes data) {
            this(system, data, false);
        }
    }

    /// `GS ( k … 81`: prints the symbol that [Setting.StoreSymbol] kept.
    ///
    /// @param cn the symbology: 48 PDF417, 49 QR Code, 50 MaxiCode, 51 DataBar, 52 composite, 53 Aztec,
    ///     54 DataMatrix
    record PrintSymbol(int cn) implements Mark {}

    /// A clone's command that sets up and prints a symbol at once, or a drawing that no other value tells:
    /// something shows.
    record Drawing(CommandRow row, Bytes head, Bytes body) implements Mark {}
}
