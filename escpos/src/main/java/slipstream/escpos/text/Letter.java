package slipstream.escpos.text;

import java.util.List;

/// One printed character: a cell of the paper.
///
/// @param codePoint what it is; U+FFFD where the page or the code system has nothing
/// @param offset where its bytes begin in the run; negative when they began in the run before
/// @param length how many bytes it has
/// @param wide whether it takes a two-byte character's cell, the width of two columns
public record Letter(int codePoint, int offset, int length, boolean wide) {
    /// Columns of font A it takes at single width: 1 or 2.
    public int columns() {
        return wide ? 2 : 1;
    }

    /// Columns that the letters take together.
    public static int columns(List<Letter> letters) {
        return letters instanceof Letters run
                ? run.columns()
                : letters.stream().mapToInt(Letter::columns).sum();
    }

    /// The letters as text.
    public static String text(List<Letter> letters) {
        if (letters instanceof Letters run) {
            return run.text();
        }
        var text = new StringBuilder(letters.size());
        letters.forEach(letter -> text.appendCodePoint(letter.codePoint()));
        return text.toString();
    }
}
