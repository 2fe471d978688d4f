package slipstream.escpos.state;

/// What decides how a printer takes all that follows.
///
/// @param on a bit for each mode that is on, by its ordinal number
public record Modes(int on) implements Part {

    /// A way of taking what follows.
    public enum Mode {
        /// Page mode rather than standard mode: `ESC L`
        PAGE,
        /// A macro is being defined: `GS :`
        MACRO,
        /// `ESC =` chose another device.
        DESELECTED,
        /// Star's raster mode: `ESC * r A` to `ESC * r B`
        RASTER,
        /// `GS ( E` function 1 to function 2
        USER_SETTING,
        /// Vertical rules may be drawn along the lines: `GS ( Q` function 51
        RULES,
        /// A cut waits for its spot to reach the blade: `GS V` function C
        RESERVED_CUT
    }

    /// At power-on.
    public static final Modes DEFAULT = new Modes(0);

    /// Whether a mode is on.
    public boolean is(Mode mode) {
        return (on & bit(mode)) != 0;
    }

    Modes with(Mode mode, boolean switchOn) {
        return new Modes(switchOn ? on | bit(mode) : on & ~bit(mode));
    }

    /// Whether no mode but `mode` is on.
    boolean noneBut(Mode mode) {
        return (on & ~bit(mode)) == 0;
    }

    /// As far as `mode` is on, it alone.
    Modes only(Mode mode) {
        return new Modes(on & bit(mode));
    }

    private static int bit(Mode mode) {
        return 1 << mode.ordinal();
    }
}
