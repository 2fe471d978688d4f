package slipstream.escpos.receipt;

import java.util.List;
import slipstream.escpos.profile.FontCell;
import slipstream.escpos.state.CharacterStyle;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// Where in its line the next character stands, in dots from the left edge of the print area.
final class Pen {
    /// Tab stops at power-on: every eight columns of font A.
    private static final int TAB_COLUMNS = 8;

    private int x;

    int x() {
        return x;
    }

    void lineBegins() {
        x = 0;
    }

    /// Moves past so many narrow letters; one that does not fit begins the line again, as on the paper.
    ///
    /// @return where the first of them stands
    int write(int letters, PrinterState state) {
        int narrow = advance(state, false);
        int area = state.lineDots();
        int first = step(narrow, area);
        int rest = (letters - 1) * narrow;
        if (x + rest <= area) {
            x += rest;
        } else {
            for (int letter = 1; letter < letters; letter++) {
                step(narrow, area);
            }
        }
        return first;
    }

    /// Moves past the letters, of which there is one or more, likewise.
    int write(List<Letter> letters, PrinterState state) {
        int narrow = advance(state, false);
        int wide = advance(state, true);
        int area = state.lineDots();
        int wides = Letter.columns(letters) - letters.size();
        int all = wides * wide + (letters.size() - wides) * narrow;
        if (x + all <= area) {
            x += all;
            return x - all;
        }
        int first = -1;
        for (Letter letter : letters) {
            int stands = step(letter.wide() ? wide : narrow, area);
            first = first < 0 ? stands : first;
        }
        return first;
    }

    private int step(int advance, int area) {
        int stands = x > 0 && x + advance > area ? 0 : x;
        x = stands + advance;
        return stands;
    }

    void tab(PrinterState state) {
        List<Integer> stops = state.layout().tabStops();
        int tab = TAB_COLUMNS * state.profile().font(0).width();
        int next = stops.isEmpty()
                ? (x / tab + 1) * tab
                : stops.stream().filter(stop -> stop > x).findFirst().orElse(x);
        x = Math.min(next, state.lineDots());
    }

    /// Moves within the print area; a move out of it is none.
    void moveTo(int dots, PrinterState state) {
        if (dots >= 0 && dots <= state.lineDots()) {
            x = dots;
        }
    }

    private static int advance(PrinterState state, boolean wide) {
        CharacterStyle style = state.style();
        boolean turned = style.is(Trait.ROTATED) && !state.page();
        FontCell font = wide ? state.profile().twoByteCell() : state.profile().font(style.font());
        int width = font.width() * style.width();
        int height = font.height() * style.height();
        int cell = turned ? height : width;
        int beside = wide ? state.kanjiStyle().leftDots() + state.kanjiStyle().rightDots() : style.spacingDots();
        return cell + beside * style.width();
    }
}
