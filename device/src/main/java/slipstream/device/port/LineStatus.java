package slipstream.device.port;

/// What a printer says of itself beside its bytes: by its USB port status or by the lines of a serial cable.
///
/// @param ready whether it is switched on and on-line
/// @param paperOut whether it says that its paper is out
/// @param fault whether it says that something else is wrong
public record LineStatus(boolean ready, boolean paperOut, boolean fault) {
    /// A printer of which nothing is wrong.
    public static final LineStatus READY = new LineStatus(true, false, false);

    /// A printer that is off, or not there.
    public static final LineStatus AWAY = new LineStatus(false, false, false);

    private static final int NOT_ERROR = 0x08;
    private static final int SELECTED = 0x10;
    private static final int PAPER_EMPTY = 0x20;

    /// Reads a port status of USB printers (USB Printing Devices 1.1, 4.2.2).
    public static LineStatus ofUsb(int portStatus) {
        return new LineStatus(
                (portStatus & SELECTED) != 0, (portStatus & PAPER_EMPTY) != 0, (portStatus & NOT_ERROR) == 0);
    }

    /// As a port status of USB printers.
    public int toUsb() {
        return (fault ? 0 : NOT_ERROR) | (ready ? SELECTED : 0) | (paperOut ? PAPER_EMPTY : 0);
    }
}
