package slipstream.escpos.state;

/// What two-byte characters add to the [CharacterStyle].
///
/// @param underlineDots `FS -`: 0 off, else the line's thickness
/// @param leftDots `FS S`: space on the left
/// @param rightDots `FS S`: space on the right
public record KanjiStyle(int underlineDots, int leftDots, int rightDots) {
    /// At power-on.
    public static final KanjiStyle DEFAULT = new KanjiStyle(0, 0, 0);
}
