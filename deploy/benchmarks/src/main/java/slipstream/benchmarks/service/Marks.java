package slipstream.benchmarks.service;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Marks of payers who never come.
final class Marks {
    private Marks() {}

    /// Like one that is there, in the order of their keys so that the index grows at its end.
    static void intoSqlite(String url, int marks) throws IOException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = -200000");
            statement.executeUpdate("""
                    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                    INSERT INTO mark (payer_key, circle, payer_version, source_merchant, marked_at, seen_at)
                    SELECT lower(hex(randomblob(32))), circle, payer_version, source_merchant, marked_at, seen_at
                    FROM n, (SELECT * FROM mark LIMIT 1) ORDER BY 1""".formatted(marks));
        } catch (SQLException e) {
            throw new IOException("the marks cannot be loaded: " + e.getMessage(), e);
        }
    }
}
