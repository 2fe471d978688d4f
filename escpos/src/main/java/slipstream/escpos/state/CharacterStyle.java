package slipstream.escpos.state;

import java.util.EnumSet;
import java.util.Set;

/// How characters look.
///
/// @param font 0 for font A (12 × 24 dots), 1 for B (9 × 17), 2 for C
/// @param width width factor, 1 to 8
/// @param height height factor, 1 to 8
/// @param underlineDots 0 off, else the line's thickness
/// @param spacingDots right of each character, at width factor 1
/// @param traits what is switched on
public record CharacterStyle(int font, int width, int height, int underlineDots, int spacingDots, Set<Trait> traits)
        implements Part {

    /// What a character may be besides.
    public enum Trait {
        /// `ESC E`
        EMPHASIZED,
        /// `ESC G`; looks like emphasized on thermal paper
        DOUBLE_STRIKE,
        /// `ESC {`
        UPSIDE_DOWN,
        /// `ESC V`, 90 degrees clockwise
        ROTATED,
        /// `GS B`
        INVERSE,
        /// `GS b`
        SMOOTHED
    }

    /// At power-on.
    public static final CharacterStyle DEFAULT = new CharacterStyle(0, 1, 1, 0, 0, Set.of());

    /// Whether a trait is on.
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    CharacterStyle with(Trait trait, boolean on) {
        if (is(trait) == on) {
            return this;
        }
        Set<Trait> next = EnumSet.noneOf(Trait.class);
        next.addAll(traits);
        if (on) {
            next.add(trait);
        } else {
            next.remove(trait);
        }
        return new CharacterStyle(font, width, height, underlineDots, spacingDots, Set.copyOf(next));
    }

    CharacterStyle withFont(int n) {
        return new CharacterStyle(n, width, height, underlineDots, spacingDots, traits);
    }

    CharacterStyle withSize(int w, int h) {
        return new CharacterStyle(font, w, h, underlineDots, spacingDots, traits);
    }

    CharacterStyle withUnderline(int dots) {
        return new CharacterStyle(font, width, height, dots, spacingDots, traits);
    }

    CharacterStyle withSpacing(int dots) {
        return new CharacterStyle(font, width, height, underlineDots, dots, traits);
    }
}
