package slipstream.escpos.state;

import java.util.Set;

/// What decides how a printer takes all that follows.
///
/// @param on the modes that are on; never changed
public record Modes(Set<Mode> on) implements Part {

    /// A way of taking what follows.
    public enum Mode {
        /// Page mode rather than standard mode: `ESC L`
        PAGE,
        /// A macro is being defined: `GS :`
        MACRO,
        /// `ESC =` chose another device.
        DESELECTED,
        /// `GS ( E` function 1 to function 2
        USER_SETTING,
        /// Vertical rules may be drawn along the lines: `GS ( Q` function 51
        RULES,
        /// A cut waits for its spot to reach the blade: `GS V` function C
        RESERVED_CUT
    }

    /// At power-on.
    public static final Modes DEFAULT = new Modes(Set.of());

    /// Whether a mode is on.
    public boolean is(Mode mode) {
        return on.contains(mode);
    }

    Modes with(Mode mode, boolean switchOn) {
        return is(mode) == switchOn ? this : new Modes(Switches.with(on, Mode.class, mode, switchOn));
    }

    /// These modes as far as they are among `some`.
    Modes only(Mode some) {
        return is(some) ? new Modes(Switches.with(Set.of(), Mode.class, some, true)) : DEFAULT;
    }
}
