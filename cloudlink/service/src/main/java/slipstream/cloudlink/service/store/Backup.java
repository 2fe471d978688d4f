package slipstream.cloudlink.service.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;

/// Writes the whole database as it is at one moment, while the service runs. The same backup can be restored
/// into SQLite and into PostgreSQL.
///
/// @param keyring the fingerprint of the keyring under which payers were hashed
public record Backup(Database database, String keyring) {
    private static final int FETCHED = 1000;

    /// Writes a backup; how many rows it holds.
    public long write(OutputStream stream, Instant now) throws IOException {
        try (var out = new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(stream), UTF_8))) {
            line(out, String.join(" ", BackupFormat.TITLE, BackupFormat.VERSION, keyring, now.toString()));
            long rows = database.reading().inTransaction(database.dialect().snapshot(), handle -> tables(handle, out));
            line(out, "end");
            return rows;
        }
    }

    static List<String> tables() {
        var tables = new ArrayList<>(Shards.EVERYWHERE);
        tables.addAll(Shards.KEYS.keySet());
        return tables;
    }

    private static long tables(Handle handle, Writer out) throws IOException {
        long all = 0;
        for (var table : tables()) {
            try (var statement = handle.getConnection().createStatement()) {
                statement.setFetchSize(FETCHED);
                try (var rows = statement.executeQuery("SELECT * FROM " + table)) {
                    all += table(table, rows, out);
                }
            } catch (SQLException e) {
                throw new IOException("table " + table + " cannot be read: " + e.getMessage(), e);
            }
        }
        return all;
    }

    private static long table(String table, ResultSet rows, Writer out) throws IOException, SQLException {
        int columns = rows.getMetaData().getColumnCount();
        var names = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
            names.add(rows.getMetaData().getColumnName(i));
        }
        line(out, "table " + table + " " + String.join(" ", names));
        long count = 0;
        while (rows.next()) {
            var values = new ArrayList<Optional<String>>();
            for (int i = 1; i <= columns; i++) {
                values.add(Optional.ofNullable(rows.getString(i)));
            }
            line(out, BackupFormat.row(values));
            count++;
        }
        line(out, "rows " + count);
        return count;
    }

    private static void line(Writer out, String line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
