package slipstream.escpos.state;

/// What two-byte characters add to the [CharacterStyle].
///
/// @param underlineDots `FS -`: 0 off, else the line's thickness
/// @param leftDots `FS S`: space on the left
/// @param rightDots `FS S`: space on the right
public record KanjiStyle(int underlineDots, int leftDots, int rightDots) implements Part {
    /// At power-on.
    public static final KanjiStyle DEFAULT = new KanjiStyle(0, 0, 0);

    KanjiStyle withUnderline(int dots) {
        return new KanjiStyle(dots, leftDots, rightDots);
    }

    KanjiStyle withSpacing(int left, int right) {
        return new KanjiStyle(underlineDots, left, right);
    }
}
