package slipstream.escpos.command;

import java.util.List;

/// A command that changes how later data are printed. Values are as sent, in motion units where the manual
/// says so; out-of-range values arrive here too and are ignored by the state, as the printer does.
public sealed interface Setting extends Command {

    /// `ESC @`: back to the state at power-on.
    record Initialize() implements Setting {}

    /// `ESC ! n`: font, emphasis, size and underline at once.
    record PrintModes(int n) implements Setting {}

    /// `ESC M n`: font A 0, B 1, C 2 (also 48 to 50).
    record Font(int n) implements Setting {}

    /// `ESC E n`: the lowest bit counts.
    record Emphasized(boolean on) implements Setting {}

    /// `ESC G n`: the lowest bit counts.
    record DoubleStrike(boolean on) implements Setting {}

    /// `ESC - n`: 0 off, 1 or 2 dots thick (also 48 to 50).
    record Underline(int n) implements Setting {}

    /// `GS ! n`: width factor less one in the high nibble, height factor less one in the low.
    record CharacterSize(int n) implements Setting {}

    /// `ESC { n`: the lowest bit counts.
    record UpsideDown(boolean on) implements Setting {}

    /// `ESC V n`: 90 degrees clockwise when 1 (or 49), off when 0 (or 48). Newer models take 2 (or 50) too, for
    /// characters 1.5 dots apart where 1 sets them 1 dot apart: that room is part of a font's cell, of which no file
    /// tells the half, so that both are one to all who read this.
    record Rotation(int n) implements Setting {}

    /// `GS B n`: white on black; the lowest bit counts.
    record Inverse(boolean on) implements Setting {}

    /// `GS b n`: the lowest bit counts.
    record Smoothing(boolean on) implements Setting {}

    /// `ESC SP n`, in horizontal motion units.
    record CharacterSpacing(int units) implements Setting {}

    /// `ESC 2`.
    record DefaultLineSpacing() implements Setting {}

    /// `ESC 3 n`, in vertical motion units.
    record LineSpacing(int units) implements Setting {}

    /// `ESC a n`: 0 left, 1 centred, 2 right (also 48 to 50).
    record Justify(int n) implements Setting {}

    /// `GS L nL nH`, in horizontal motion units.
    record LeftMargin(int units) implements Setting {}

    /// `GS W nL nH`, in horizontal motion units.
    record PrintAreaWidth(int units) implements Setting {}

    /// `GS P x y`: units an inch; 0 is the printer's own.
    record MotionUnits(int x, int y) implements Setting {}

    /// `ESC D n1 … nk NUL`: columns from the left margin.
    record TabStops(List<Integer> columns) implements Setting {}

    /// `ESC t n`.
    record CodeTable(int n) implements Setting {}

    /// `ESC R n`.
    record InternationalSet(int n) implements Setting {}

    /// `ESC % n`: the lowest bit counts.
    record UserCharacters(boolean on) implements Setting {}

    /// `ESC & …`: as sent, from y on.
    record DefineCharacters(Bytes definition) implements Setting {}

    /// `FS &` and `FS .`: two-byte characters on and off.
    record KanjiMode(boolean on) implements Setting {}

    /// `FS C n`: the code system of two-byte characters.
    record KanjiCodeSystem(int n) implements Setting {}

    /// `FS ! n`: size and underline of two-byte characters.
    record KanjiPrintModes(int n) implements Setting {}

    /// `FS - n`: 0 off, 1 or 2 dots thick.
    record KanjiUnderline(int n) implements Setting {}

    /// `FS W n`: the lowest bit counts.
    record KanjiQuadruple(boolean on) implements Setting {}

    /// `FS S n1 n2`: left and right of a two-byte character, in horizontal motion units.
    record KanjiSpacing(int leftUnits, int rightUnits) implements Setting {}

    /// `FS ( C 48 n`: one-byte pages 1 (49), UTF-8 2 (50). A clone's `ESC 9 1` is UTF-8 too, any other of it is not.
    record TextEncoding(int n) implements Setting {}

    /// `GS h n`, in dots.
    record BarcodeHeight(int dots) implements Setting {}

    /// `GS w n`: the narrow bar, in dots.
    record BarcodeWidth(int dots) implements Setting {}

    /// `GS H n`: 0 none, 1 above, 2 below, 3 both (also 48 to 51).
    record HriPosition(int n) implements Setting {}

    /// `GS f n`: font of the human readable line.
    record HriFont(int n) implements Setting {}

    /// `GS ( k pL pH cn fn …`, any function that sets up a symbol (fn below 80).
    record SymbolSetting(int cn, int fn, Bytes parameters) implements Setting {}

    /// `GS ( k pL pH cn 80 m d…`: data kept for printing.
    record StoreSymbol(int cn, Bytes data) implements Setting {
        /// The place of a composite symbol's linear element, which is kept beside its two-dimensional one.
        public static final String LINEAR_ELEMENT = "symbol 52 linear";

        /// Where the printer keeps it: `symbol 49`.
        public String place() {
            boolean linear = cn == 52 && data.length() > 0 && data.at(0) == '0';
            return linear ? LINEAR_ELEMENT : "symbol " + cn;
        }
    }

    /// `GS ( L … 112` and `113`, `GS 8 L …`: graphics kept for printing.
    ///
    /// @param column whether the data run down columns (113) rather than along rows (112)
    /// @param scaleX dots a pixel is wide, 1 or 2
    /// @param scaleY dots a pixel is high, 1 or 2
    record StoreGraphics(boolean column, int scaleX, int scaleY, int width, int height, Bytes data)
            implements Setting {}

    /// `GS * x y d…`: an image of `x` by `y` bytes, in columns.
    record DefineImage(int x, int y, Bytes data) implements Setting {}

    /// `FS q n …`: images kept in the printer for ever, as sent, from n on.
    record DefineNvImages(Bytes definition) implements Setting {}

    /// `GS ( L … 67` and `83`: a keyed image kept in the printer, as sent from the function on.
    record DefineGraphics(boolean nonVolatile, Bytes parameters) implements Setting {}

    /// `ESC L`.
    record PageMode() implements Setting {}

    /// `ESC S`: standard mode; what the page holds is thrown away.
    record StandardMode() implements Setting {}

    /// `ESC T n`: 0 to 3, direction in page mode.
    record PageDirection(int n) implements Setting {}

    /// `ESC W …`: the area in page mode, in motion units.
    record PageArea(int x, int y, int width, int height) implements Setting {}

    /// `ESC = n`: bit 0 chooses the printer.
    record Peripheral(int n) implements Setting {}

    /// `ESC * r`: Star's raster mode.
    ///
    /// @param fn `A` enters it, `B` leaves it, `C` clears its image, `R` sets it up anew
    record RasterMode(int fn) implements Setting {}

    /// `ESC * r E`, `F` and `e`, n, `NUL`: what the paper does at an end of Star's raster mode (Star line mode command
    /// specifications, "ESC * r E n NUL").
    ///
    /// @param end `E` a document, `F` a page, `e` a part
    /// @param n 8 and 9 a full cut, 12 and 13 one that leaves the paper hanging, 9 and 13 after a feed to the blade;
    ///     3 feeds to the tear bar; 0 is the printer's own; no other cuts
    record RasterCut(int end, int n) implements Setting {}

    /// `GS :`: a macro's definition begins or ends.
    record MacroDefinition() implements Setting {}

    /// `GS ( E` functions 1 and 2: user setting mode begins, or ends with a restart.
    record UserSetting(boolean on) implements Setting {}

    /// A setting that moves no dot of a receipt: what the printer reports, how its mechanism runs.
    ///
    /// @param place what it sets: `GS a`, `ESC U`, `GS ( K 49`
    /// @param bytes the whole command as sent
    record Kept(String place, Bytes bytes) implements Setting {}
}
