package slipstream.escpos.profile;

/// The cell of one of a printer's fonts.
///
/// @param width in dots, 4 to 32
/// @param height in dots, 4 to 64
public record FontCell(int width, int height) {
    /// How a profile writes it: `12x24`.
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
