package slipstream.escpos.state;

/// How characters look.
///
/// @param font 0 for font A (12 × 24 dots), 1 for B (9 × 17), 2 for C
/// @param emphasized `ESC E`
/// @param doubleStrike `ESC G`; looks like emphasized on thermal paper
/// @param underlineDots 0 off, else the line's thickness
/// @param width width factor, 1 to 8
/// @param height height factor, 1 to 8
/// @param upsideDown `ESC {`
/// @param rotated `ESC V`, 90 degrees clockwise
/// @param inverse `GS B`
/// @param smoothing `GS b`
/// @param spacingDots right of each character, at width factor 1
public record CharacterStyle(
        int font,
        boolean emphasized,
        boolean doubleStrike,
        int underlineDots,
        int width,
        int height,
        boolean upsideDown,
        boolean rotated,
        boolean inverse,
        boolean smoothing,
        int spacingDots) {

    /// At power-on.
    public static final CharacterStyle DEFAULT =
            new CharacterStyle(0, false, false, 0, 1, 1, false, false, false, false, 0);

    CharacterStyle withFont(int n) {
        return new CharacterStyle(
                n,
                emphasized,
                doubleStrike,
                underlineDots,
                width,
                height,
                upsideDown,
                rotated,
                inverse,
                smoothing,
                spacingDots);
    }

    CharacterStyle withEmphasized(boolean on) {
        return new CharacterStyle(
                font,
                on,
                doubleStrike,
                underlineDots,
                width,
                height,
                upsideDown,
                rotated,
                inverse,
                smoothing,
                spacingDots);
    }

    CharacterStyle withDoubleStrike(boolean on) {
        return new CharacterStyle(
                font,
                emphasized,
                on,
                underlineDots,
                width,
                height,
                upsideDown,
                rotated,
                inverse,
                smoothing,
                spacingDots);
    }

    CharacterStyle withUnderline(int dots) {
        return new CharacterStyle(
                font,
                emphasized,
                doubleStrike,
                dots,
                width,
                height,
                upsideDown,
                rotated,
                inverse,
                smoothing,
                spacingDots);
    }

    CharacterStyle withSize(int w, int h) {
        return new CharacterStyle(
                font,
                emphasized,
                doubleStrike,
                underlineDots,
                w,
                h,
                upsideDown,
                rotated,
                inverse,
                smoothing,
                spacingDots);
    }

    CharacterStyle withUpsideDown(boolean on) {
        return new CharacterStyle(
                font,
                emphasized,
                doubleStrike,
                underlineDots,
                width,
                height,
                on,
                rotated,
                inverse,
                smoothing,
                spacingDots);
    }

    CharacterStyle withRotated(boolean on) {
        return new CharacterStyle(
                font,
                emphasized,
                doubleStrike,
                underlineDots,
                width,
                height,
                upsideDown,
                on,
                inverse,
                smoothing,
                spacingDots);
    }

    CharacterStyle withInverse(boolean on) {
        return new CharacterStyle(
                font,
                emphasized,
                doubleStrike,
                underlineDots,
                width,
                height,
                upsideDown,
                rotated,
                on,
                smoothing,
                spacingDots);
    }

    CharacterStyle withSmoothing(boolean on) {
        return new CharacterStyle(
                font,
                emphasized,
                doubleStrike,
                underlineDots,
                width,
                height,
                upsideDown,
                rotated,
                inverse,
                on,
                spacingDots);
    }

    CharacterStyle withSpacing(int dots) {
        return new CharacterStyle(
                font,
                emphasized,
                doubleStrike,
                underlineDots,
                width,
                height,
                upsideDown,
                rotated,
                inverse,
                smoothing,
                dots);
    }
}
