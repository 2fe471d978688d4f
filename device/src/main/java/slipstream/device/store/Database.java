package slipstream.device.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.tinylog.Logger;

/// The file, opened and closed.
///
/// Write-ahead log with `synchronous=FULL`: a transaction that was committed is on the disk, also when the power
/// goes. `NORMAL` would keep the file whole but might forget the last commits, and with them that a token was taken
/// out. Locked for us alone, so that two boxes never share a pool. What is deleted is overwritten: a reference is
/// gone when its message was told.
final class Database {
    private static final String BROKEN = ".broken";
    private static final String[] PARTS = {"-wal", "-shm", "-journal"};

    private Database() {}

    /// Opens the file, begins it if there is none.
    ///
    /// @throws SQLException when it cannot be opened or is not whole
    static Connection open(Path file) throws SQLException {
        Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            try (Statement statement = database.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 0");
                statement.execute("PRAGMA locking_mode = EXCLUSIVE");
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("PRAGMA secure_delete = ON");
                statement.execute("PRAGMA journal_size_limit = 1048576");
                check(statement);
            }
            database.setAutoCommit(false);
            Tables.create(database);
            database.commit();
            return database;
        } catch (SQLException | RuntimeException e) {
            close(database);
            throw e;
        }
    }

    private static void check(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("PRAGMA quick_check(1)")) {
            String says = found.next() ? found.getString(1) : "nothing";
            if (!"ok".equals(says)) {
                throw new SQLException("quick_check: " + says, "", 11);
            }
        }
    }

    /// Ends it; what goes wrong at that changes nothing.
    static void close(Connection database) {
        try {
            database.close();
        } catch (SQLException ignored) {
            // Closed is closed.
        }
    }

    /// Moves a file that is not whole out of the way, in the place of one moved before.
    ///
    /// @throws IOException when the directory cannot be written
    static void moveAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + BROKEN);
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        for (String part : PARTS) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + part));
        }
        Logger.warn(
                "{} was not whole: it is now {}, and a new one was begun. Messages and tokens in it are lost.",
                file,
                aside);
    }

    /// Writes as much as some hundred notes take, and deletes it.
    ///
    /// @throws SQLException when there is no room for it
    static void probe(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS probe (filling BLOB)");
            statement.execute("INSERT INTO probe VALUES (zeroblob(65536))");
            database.commit();
            statement.execute("DROP TABLE probe");
            database.commit();
        }
    }

    /// Empties the write-ahead log, with what was deleted and is still in it.
    static void tidy(Connection database) throws SQLException {
        database.setAutoCommit(true);
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } finally {
            database.setAutoCommit(false);
        }
    }
}
