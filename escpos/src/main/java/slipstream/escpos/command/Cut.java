package slipstream.escpos.command;

/// Cuts or presents the paper: `GS V m`, `GS V m n`, `ESC i`, `ESC m` (TM command reference, "GS V").
///
/// @param form when the blade falls
/// @param full true for a full cut, false for one that leaves the paper hanging by a point
/// @param feedUnits paper fed on top of the way to the blade, in vertical motion units; 0 where the command
///     has none
public record Cut(Form form, boolean full, int feedUnits) implements Command {

    /// When the blade falls.
    public enum Form {
        /// At once, where the paper stands: functions A, `ESC i`, `ESC m`.
        HERE,
        /// After feeding the print position to the blade: functions B and D.
        FEED,
        /// Later, when this spot of the paper reaches the blade: function C.
        RESERVED
    }
}
