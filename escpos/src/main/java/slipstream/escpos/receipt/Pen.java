package slipstream.escpos.receipt;

import java.util.List;
import slipstream.escpos.render.font.BitmapFont;
import slipstream.escpos.state.CharacterStyle;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// Where in its line the next character stands, in dots from the left edge of the print area.
final class Pen {
    /// Tab stops at power-on: every eight columns of font A.
    private static final int TAB_DOTS = 8 * 12;

    private int x;

    int x() {
        return x;
    }

    void lineBegins() {
        x = 0;
    }

    /// Moves past the letters; one that does not fit begins the line again, as on the paper.
    ///
    /// @return where the first of them stands
    int write(List<Letter> letters, PrinterState state) {
        int first = -1;
        for (Letter letter : letters) {
            int advance = advance(state, letter.wide());
            x = x > 0 && x + advance > state.areaDots() ? 0 : x;
            first = first < 0 ? x : first;
            x += advance;
        }
        return Math.max(0, first);
    }

    void tab(PrinterState state) {
        List<Integer> stops = state.layout().tabStops();
        int next = stops.isEmpty()
                ? (x / TAB_DOTS + 1) * TAB_DOTS
                : stops.stream().filter(stop -> stop > x).findFirst().orElse(x);
        x = Math.min(next, state.areaDots());
    }

    /// Moves within the print area; a move out of it is none.
    void moveTo(int dots, PrinterState state) {
        if (dots >= 0 && dots <= state.areaDots()) {
            x = dots;
        }
    }

    private static int advance(PrinterState state, boolean wide) {
        CharacterStyle style = state.style();
        BitmapFont font = wide ? BitmapFont.kanji() : style.font() == 0 ? BitmapFont.fontA() : BitmapFont.fontB();
        int cell = style.is(Trait.ROTATED) && !state.page()
                ? font.height() * style.height()
                : font.width() * style.width();
        int beside = wide ? state.kanjiStyle().leftDots() + state.kanjiStyle().rightDots() : style.spacingDots();
        return cell + beside * style.width();
    }
}
