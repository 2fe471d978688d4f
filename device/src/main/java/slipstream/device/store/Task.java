package slipstream.device.store;

import java.sql.Connection;
import java.sql.SQLException;

/// What is to be written, as a part of a transaction that others share.
///
/// @param work writes it; may be tried again after a rollback
/// @param kept run once it is on the disk
/// @param lost run when it never will be, or may not be
/// @param patient whether it waits for a disk that cannot be written; if not, it is lost at once
record Task(Work work, Runnable kept, Runnable lost, boolean patient) {
    /// Writes, within a transaction.
    @FunctionalInterface
    interface Work {
        void write(Connection database) throws SQLException;
    }

    /// Waits for the disk, and tells nobody.
    static Task patient(Work work) {
        return new Task(work, () -> {}, () -> {}, true);
    }

    /// Tells at once whether it succeeded.
    static Task impatient(Work work, Runnable kept, Runnable lost) {
        return new Task(work, kept, lost, false);
    }
}
