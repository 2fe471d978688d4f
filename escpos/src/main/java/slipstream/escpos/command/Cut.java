package slipstream.escpos.command;

/// Cuts or presents the paper: `GS V m`, `GS V m n`, `ESC i`, `ESC m` (TM command reference, "GS V").
///
/// With text in the line buffer, Epson printers ignore a cut and others print the line first; a sender that
/// cuts so has a printer of the others. The two-byte forms are too easily met by chance to be taken there.
///
/// @param form when the blade falls
/// @param full true for a full cut, false for one that leaves the paper hanging by a point
/// @param feedUnits paper fed on top of the way to the blade, in vertical motion units; 0 where the command
///     has none
/// @param obsolete whether it is one of the two-byte forms `ESC i`, `ESC m`
public record Cut(Form form, boolean full, int feedUnits, boolean obsolete) implements Command {

    /// A cut of today's forms.
    public Cut(Form form, boolean full, int feedUnits) {
        this(form, full, feedUnits, false);
    }

    /// Whether a printer takes it when the line buffer is empty or not.
    public boolean taken(boolean lineEmpty) {
        return lineEmpty || !obsolete;
    }

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
