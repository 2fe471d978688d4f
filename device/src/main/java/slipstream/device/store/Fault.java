package slipstream.device.store;

import java.sql.SQLException;
import java.util.Map;

/// What a fault of SQLite means for the box.
///
/// Result codes: <https://www.sqlite.org/rescode.html>; the low byte is the primary one.
enum Fault {
    /// The file is no database, or not a whole one.
    CORRUPT,
    /// The disk or the machine: the same work may succeed another time.
    DISK,
    /// The work itself.
    OURS;

    private static final int PRIMARY = 0xFF;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_NOTADB = 26;

    private static final Map<Integer, String> DISK_CODES = Map.of(
            3, "access to it is denied",
            5, "another program uses it",
            6, "another program uses it",
            7, "there is not enough memory",
            8, "it cannot be written, the disk is read-only",
            10, "the disk does not read or write",
            13, "the disk is full",
            14, "it cannot be opened, the disk is read-only or access to it is denied",
            15, "another program uses it");

    /// Which one `e` is.
    static Fault of(SQLException e) {
        int code = e.getErrorCode() & PRIMARY;
        if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB) {
            return CORRUPT;
        }
        return DISK_CODES.containsKey(code) ? DISK : OURS;
    }

    /// What it says to a person, without a full stop.
    static String words(SQLException e) {
        int code = e.getErrorCode() & PRIMARY;
        return DISK_CODES.getOrDefault(code, "SQLite says " + e.getMessage());
    }
}
