package slipstream.escpos.render;

import slipstream.escpos.profile.FontCell;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.render.font.BitmapFont;
import slipstream.escpos.state.CharacterStyle;
import slipstream.escpos.state.PrinterState;

/// The room one character takes in a line, in dots.
///
/// @param left free on its left
/// @param width of the character as it stands on the paper
/// @param height likewise
/// @param right free on its right
record Cell(int left, int width, int height, int right) {

    /// The room of a character, square or not, in the style at hand.
    static Cell of(PrinterState state, boolean wide) {
        CharacterStyle style = state.style();
        FontCell font = font(state.profile(), style, wide);
        int width = font.width() * style.width();
        int height = font.height() * style.height();
        boolean turned = GlyphDrawer.turned(state);
        int left = wide ? state.kanjiStyle().leftDots() * style.width() : 0;
        int right = style.width() * (wide ? state.kanjiStyle().rightDots() : style.spacingDots());
        return new Cell(left, turned ? height : width, turned ? width : height, right);
    }

    /// How far the print position moves.
    int advance() {
        return left + width + right;
    }

    /// The font of the style at hand.
    static BitmapFont font(PrinterState state, boolean wide) {
        FontCell cell = font(state.profile(), state.style(), wide);
        return wide ? BitmapFont.kanji(cell) : BitmapFont.of(cell);
    }

    private static FontCell font(PrinterProfile profile, CharacterStyle style, boolean wide) {
        return wide ? profile.twoByteCell() : profile.font(style.font());
    }
}
