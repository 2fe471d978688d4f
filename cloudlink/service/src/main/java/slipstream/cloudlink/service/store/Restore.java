package slipstream.cloudlink.service.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jdbi.v3.core.Handle;

/// Reads a backup into an empty database: all of it, or nothing.
///
/// @param keyring the fingerprint of the keyring that the service will use; the backup must have been made
///     with it, or else every payer would be a stranger
public record Restore(Database database, String keyring) {
    private static final int BATCH = 500;
    private static final Set<Integer> NUMBERS = Set.of(Types.BIGINT, Types.INTEGER);

    /// Restores; how many rows there were.
    ///
    /// @throws IOException in one sentence, when the backup is damaged, was made under another keyring, or the
    ///     database is not empty; then nothing has changed
    public long read(InputStream stream) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(stream), UTF_8))) {
            checkTitle(lines.readLine());
            return database.writing().inTransaction(handle -> {
                for (var table : Backup.tables()) {
                    checkEmpty(handle, table);
                }
                var found = new TreeSet<String>();
                long rows = tables(handle.getConnection(), lines, found);
                Formerly.complete(handle, found);
                return rows;
            });
        } catch (ZipException | EOFException e) {
            throw new IOException("the backup is damaged, or is none: " + e.getMessage(), e);
        }
    }

    private void checkTitle(String title) throws IOException {
        var words = title == null ? new String[0] : title.split(" ");
        if (words.length != 4 || !words[0].equals(BackupFormat.TITLE)) {
            throw new IOException("the file is not a backup: its first line is not '" + BackupFormat.TITLE + " …'");
        }
        if (!words[1].equals(BackupFormat.VERSION)) {
            throw new IOException("the backup has format " + words[1] + ", expected " + BackupFormat.VERSION);
        }
        if (!words[2].equals(keyring)) {
            throw new IOException("the backup was made with keyring " + words[2] + ", here is " + keyring
                    + ": put back the keyring file that belongs to it first");
        }
    }

    private static void checkEmpty(Handle handle, String table) throws IOException {
        if (handle.createQuery("SELECT 1 FROM " + table + " LIMIT 1")
                .mapTo(Integer.class)
                .findFirst()
                .isPresent()) {
            throw new IOException(
                    "the database is not empty (table " + table + " has rows), an empty one was expected");
        }
    }

    /// @param found the tables that are in the backup
    private static long tables(Connection connection, BufferedReader lines, Set<String> found) throws IOException {
        long all = 0;
        for (var line = lines.readLine(); ; line = lines.readLine()) {
            if (line == null) {
                throw new EOFException("it breaks off");
            }
            if (line.equals("end")) {
                return all;
            }
            var words = line.split(" ");
            if (words.length < 3 || !words[0].equals("table")) {
                throw new IOException("the backup is damaged: a table was expected");
            }
            if (!Backup.tables().contains(words[1])) {
                throw new IOException("the backup has a table '" + words[1]
                        + "' that is unknown here: restore it with the version that made it, or a newer one");
            }
            found.add(words[1]);
            all += table(connection, words[1], Arrays.asList(words).subList(2, words.length), lines);
        }
    }

    private static long table(Connection connection, String table, List<String> columns, BufferedReader lines)
            throws IOException {
        if (!columns.stream().allMatch(column -> column.matches("[a-z_]+"))) {
            throw new IOException("the backup is damaged: table " + table + " has strange columns");
        }
        var kept = columns.stream()
                .filter(column -> !Formerly.COLUMNS.contains(table + "." + column))
                .toList();
        var places = String.join(", ", Collections.nCopies(kept.size(), "?"));
        var list = String.join(", ", kept);
        try (var insert =
                connection.prepareStatement("INSERT INTO " + table + " (" + list + ") VALUES (" + places + ")")) {
            var types = types(connection, table, list);
            long count = 0;
            var line = lines.readLine();
            for (; line != null && line.startsWith("="); line = lines.readLine()) {
                row(insert, types, columns.stream().map(kept::contains).toList(), line);
                count++;
                if (count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            if (line == null || !line.equals("rows " + count)) {
                throw new IOException("the backup is damaged: table " + table + " does not have the rows it says");
            }
            return count;
        } catch (SQLException | NumberFormatException e) {
            throw new IOException("table " + table + " cannot be restored: " + e.getMessage(), e);
        }
    }

    /// @param wanted for each value of the line, whether there is still a column for it
    private static void row(PreparedStatement insert, int[] types, List<Boolean> wanted, String line)
            throws IOException, SQLException {
        var all = BackupFormat.values(line);
        if (all.size() != wanted.size()) {
            throw new IOException(
                    "the backup is damaged: a row has " + all.size() + " values, expected " + wanted.size());
        }
        var values = IntStream.range(0, all.size())
                .filter(wanted::get)
                .mapToObj(all::get)
                .toList();
        for (int i = 0; i < types.length; i++) {
            var value = values.get(i);
            if (value.isEmpty()) {
                insert.setNull(i + 1, types[i]);
            } else if (NUMBERS.contains(types[i])) {
                insert.setLong(i + 1, Long.parseLong(value.get()));
            } else {
                insert.setString(i + 1, value.get());
            }
        }
        insert.addBatch();
    }

    private static int[] types(Connection connection, String table, String columns) throws SQLException {
        try (var statement = connection.createStatement();
                var none = statement.executeQuery("SELECT " + columns + " FROM " + table + " WHERE 1 = 0")) {
            var types = new int[none.getMetaData().getColumnCount()];
            for (int i = 0; i < types.length; i++) {
                types[i] = none.getMetaData().getColumnType(i + 1);
            }
            return types;
        }
    }
}
