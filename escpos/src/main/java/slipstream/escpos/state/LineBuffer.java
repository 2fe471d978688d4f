package slipstream.escpos.state;

/// What of a line has come and is not printed yet.
public enum LineBuffer implements Part {
    /// Nothing: the print position is at the beginning of a line.
    EMPTY,
    /// Something, or the print position was moved.
    STARTED;

    static LineBuffer empty(boolean empty) {
        return empty ? EMPTY : STARTED;
    }
}
