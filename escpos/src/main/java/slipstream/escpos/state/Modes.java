package slipstream.escpos.state;

/// What decides how a printer takes all that follows.
///
/// @param page page mode rather than standard mode: `ESC L`
/// @param macro a macro is being defined: `GS :`
/// @param selected the printer is the device that `ESC =` chose
/// @param userSetting user setting mode: `GS ( E` function 1 to function 2
/// @param rules vertical rules may be drawn along the lines: `GS ( Q` function 51
/// @param reservedCut a cut waits for its spot to reach the blade: `GS V` function C
public record Modes(
        boolean page, boolean macro, boolean selected, boolean userSetting, boolean rules, boolean reservedCut) {
    /// At power-on.
    public static final Modes DEFAULT = new Modes(false, false, true, false, false, false);

    Modes withPage(boolean on) {
        return new Modes(on, macro, selected, userSetting, rules, reservedCut);
    }

    Modes withMacro(boolean on) {
        return new Modes(page, on, selected, userSetting, rules, reservedCut);
    }

    Modes withSelected(boolean on) {
        return new Modes(page, macro, on, userSetting, rules, reservedCut);
    }

    Modes withUserSetting(boolean on) {
        return new Modes(page, macro, selected, on, rules, reservedCut);
    }

    Modes withRules(boolean on) {
        return new Modes(page, macro, selected, userSetting, on, reservedCut);
    }

    Modes withReservedCut(boolean on) {
        return new Modes(page, macro, selected, userSetting, rules, on);
    }
}
