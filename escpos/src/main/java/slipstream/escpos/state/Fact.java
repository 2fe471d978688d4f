package slipstream.escpos.state;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What of a printer's state may be unknown, when its stream is joined in the middle.
public enum Fact {
    /// Whether the line buffer is empty.
    LINE,
    /// Standard or page mode.
    PAGE,
    /// The area and direction of page mode.
    PAGE_AREA,
    /// Whether a macro is being defined.
    MACRO,
    /// What `GS ^` executes.
    MACRO_BODY,
    /// Whom `ESC =` chose.
    DESTINATION,
    /// Whether user setting mode is on.
    USER_SETTING,
    /// Whether vertical rules are drawn.
    RULES,
    /// Whether a cut is to come (`GS V` function C).
    RESERVED_CUT,
    /// `GS P`
    UNITS,
    /// `GS L`
    LEFT_MARGIN,
    /// `GS W`
    AREA_WIDTH,
    /// `ESC a`
    JUSTIFICATION,
    /// `ESC {`
    UPSIDE_DOWN,
    /// `ESC 2`, `ESC 3`
    LINE_SPACING,
    /// `ESC SP`
    CHARACTER_SPACING,
    /// `ESC D`
    TABS,
    /// `ESC M`
    FONT,
    /// `GS !`
    SIZE,
    /// `ESC E`
    EMPHASIZED,
    /// `ESC G`
    DOUBLE_STRIKE,
    /// `ESC -`
    UNDERLINE,
    /// `ESC V`
    ROTATION,
    /// `GS B`
    INVERSE,
    /// `GS b`
    SMOOTHING,
    /// `ESC t`
    CODE_TABLE,
    /// `ESC R`
    INTERNATIONAL,
    /// `ESC %`
    USER_CHARACTERS,
    /// `FS &`, `FS .`
    KANJI_MODE,
    /// `FS C`
    KANJI_SYSTEM,
    /// `FS -`
    KANJI_UNDERLINE,
    /// `FS S`
    KANJI_SPACING,
    /// `FS ( C`
    ENCODING,
    /// `GS h`
    BARCODE_HEIGHT,
    /// `GS w`
    BARCODE_WIDTH,
    /// `GS H`
    HRI_POSITION,
    /// `GS f`
    HRI_FONT,
    /// Symbols' settings and data, images, characters, what the mechanism was told.
    MEMORY;

    /// What must be known for a block to be printed. User setting mode and vertical rules are left out: only
    /// configuration tools and a few models' drawing programs use them, and nothing but `ESC @` or a restart would
    /// settle them.
    static final Set<Fact> BLOCK = Collections.unmodifiableSet(EnumSet.of(LINE, PAGE, MACRO, DESTINATION));

    /// Everything.
    static final Set<Fact> ALL = Collections.unmodifiableSet(EnumSet.allOf(Fact.class));

    /// What `ESC @` does not settle.
    static final Set<Fact> KEPT = Collections.unmodifiableSet(EnumSet.of(MACRO_BODY));

    /// `facts` without `some`, with `more`.
    static Set<Fact> change(Set<Fact> facts, Set<Fact> some, Set<Fact> more) {
        Set<Fact> changed = EnumSet.noneOf(Fact.class);
        changed.addAll(facts);
        changed.removeAll(some);
        changed.addAll(more);
        return changed.equals(facts) ? facts : Collections.unmodifiableSet(changed);
    }
}
