package slipstream.escpos.command;

/// What a command does to a receipt: as much as framing and placing a block need to know of it.
public enum CommandKind {
    /// Nothing that shows: no operation, undefined, not understood.
    NOTHING,
    /// Draws, or may draw.
    INK,
    /// Prints the line buffer and moves the paper.
    FEED,
    /// Moves the print position within the line.
    POSITION,
    /// Changes how later data look.
    SETTING,
    /// Keeps data for a later command; a function of it may print them.
    DATA,
    /// Changes what all later bytes mean: page mode, macro, another device.
    MODE,
    /// Prints the page buffer.
    PAGE,
    /// Cuts or presents the paper.
    CUT,
    /// Makes the printer answer, in its turn.
    QUERY,
    /// Is obeyed on reception, in front of everything that waits.
    REALTIME,
    /// Belongs to another dialect, which the stream speaks from here on.
    DIALECT,
    /// Moves something else than paper and ink: drawer, buzzer, sensors.
    DEVICE;

    /// Whether paper may show what the command draws.
    public boolean draws() {
        return this == INK || this == PAGE;
    }
}
