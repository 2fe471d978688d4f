package slipstream.escpos.render;

import java.util.HashMap;
import java.util.Map;
import slipstream.escpos.command.Bytes;
import slipstream.escpos.profile.FontCell;
import slipstream.escpos.render.font.BitmapFont;
import slipstream.escpos.state.CharacterStyle;
import slipstream.escpos.state.CharacterStyle.Trait;
import slipstream.escpos.state.PrinterState;
import slipstream.escpos.text.Letter;

/// Draws characters: font, size, emphasis, underline, inverse, rotation, and those that the sender defined.
final class GlyphDrawer {
    private final Map<Integer, int[]> defined = new HashMap<>();

    /// The character as it stands on the paper, with the space right of it where that is inverted or underlined.
    Bitmap draw(PrinterState state, Letter letter, int code, Cell room) {
        CharacterStyle style = state.style();
        BitmapFont font = Cell.font(state, letter.wide());
        int[] rows = rows(state, font, letter, code);
        if (style.is(Trait.EMPHASIZED) || style.is(Trait.DOUBLE_STRIKE)) {
            for (int y = 0; y < rows.length; y++) {
                rows[y] |= rows[y] >>> 1;
            }
        }
        Bitmap dots = Bitmap.of(rows, font.width());
        Bitmap cell = dots.scaled(style.width(), style.height());
        if (style.is(Trait.SMOOTHED)) {
            Smoothing.smooth(dots, cell, style.width(), style.height());
        }
        cell = spaced(turned(state) ? cell.turned(1) : cell, room.right());
        int underline = underline(state, letter);
        if (style.is(Trait.INVERSE)) {
            cell.invert();
        } else if (underline > 0) {
            cell.fill(0, cell.height() - underline, cell.width(), underline);
        }
        return cell;
    }

    /// Whether a character leaves ink on the paper.
    static boolean inked(PrinterState state, Letter letter) {
        return !Character.isWhitespace(letter.codePoint())
                || state.style().is(Trait.INVERSE)
                || underline(state, letter) > 0;
    }

    /// How thick the line under a character is, in dots; turned characters have none.
    private static int underline(PrinterState state, Letter letter) {
        int dots = letter.wide()
                ? state.kanjiStyle().underlineDots()
                : state.style().underlineDots();
        return turned(state) ? 0 : dots;
    }

    static boolean turned(PrinterState state) {
        return state.style().is(Trait.ROTATED) && !state.page();
    }

    private static Bitmap spaced(Bitmap cell, int right) {
        if (right == 0) {
            return cell;
        }
        Bitmap wider = Bitmap.blank(cell.width() + right, cell.height());
        wider.draw(cell, 0, 0);
        return wider;
    }

    /// `ESC &`: y, c1, c2, and for each code a width and columns of y bytes.
    void define(PrinterState state, Bytes definition) {
        FontCell cell = state.profile().font(state.style().font());
        int y = definition.at(0);
        int at = 3;
        for (int code = definition.at(1); code <= definition.at(2) && at < definition.length(); code++) {
            int columns = definition.at(at++);
            if (at + columns * y > definition.length()) {
                return;
            }
            int[] rows = new int[cell.height()];
            for (int x = 0; x < Math.min(columns, cell.width()); x++) {
                for (int row = 0; row < Math.min(rows.length, 8 * y); row++) {
                    int bit = definition.at(at + x * y + row / 8) >> 7 - row % 8 & 1;
                    rows[row] |= bit << cell.width() - 1 - x;
                }
            }
            at += columns * y;
            if (columns > 0) {
                defined.put(key(state, code), rows);
            }
        }
    }

    /// `ESC ? n`.
    void forget(PrinterState state, int code) {
        defined.remove(key(state, code));
    }

    /// `ESC @`.
    void forgetAll() {
        defined.clear();
    }

    private static int key(PrinterState state, int code) {
        int fonts = state.profile().fonts().size();
        return Math.min(state.style().font(), fonts - 1) << 8 | code;
    }

    private int[] rows(PrinterState state, BitmapFont font, Letter letter, int code) {
        int[] own = state.coding().userCharacters() && code >= 0 ? defined.get(key(state, code)) : null;
        if (own != null) {
            return own.clone();
        }
        int[] rows = font.rows(letter.codePoint());
        if (rows != null) {
            return rows;
        }
        int[] other = letter.wide() ? centred(letter, font) : squeezed(letter, font);
        return other == null ? missing(font, letter) : other;
    }

    /// A character of font A in the middle of a two-byte character's cell; null when it has none.
    private static int[] centred(Letter letter, BitmapFont font) {
        int[] rows =
                BitmapFont.of(new FontCell(font.width() / 2, font.height())).rows(letter.codePoint());
        for (int y = 0; rows != null && y < rows.length; y++) {
            rows[y] <<= font.width() / 4;
        }
        return rows;
    }

    /// A character of the square font in a cell half as wide; null when it has none.
    private static int[] squeezed(Letter letter, BitmapFont font) {
        int[] square = BitmapFont.kanji().rows(letter.codePoint());
        if (square == null) {
            return null;
        }
        int[] rows = new int[font.height()];
        for (int y = 0; y < rows.length; y++) {
            int source = square[y * square.length / rows.length];
            for (int x = 0; x < 24; x++) {
                rows[y] |= (source >> 23 - x & 1) << font.width() - 1 - x * font.width() / 24;
            }
        }
        return rows;
    }

    /// A frame where no font has the character, nothing where the page has none.
    private static int[] missing(BitmapFont font, Letter letter) {
        int[] rows = new int[font.height()];
        boolean shows = letter.codePoint() != 0xFFFD && !Character.isWhitespace(letter.codePoint());
        for (int y = 2; shows && y < rows.length - 4; y++) {
            int inner = (1 << font.width() - 2) - 2;
            rows[y] = y == 2 || y == rows.length - 5 ? inner : inner & ~(inner >> 1 & inner << 1);
        }
        return rows;
    }
}
