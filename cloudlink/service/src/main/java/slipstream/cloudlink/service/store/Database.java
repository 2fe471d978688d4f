package slipstream.cloudlink.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import slipstream.cloudlink.service.ledger.Ledger;

/// The database: two pools over one address, and the schema brought up to date.
///
/// SQLite has one writer at a time. So there is one connection that writes, and callers queue for it here,
/// fairly and in memory, rather than at the file's lock; other processes (the command line) are waited for
/// by `busy_timeout`. A write begins `IMMEDIATE`: it has the lock before it reads, so nothing it read can
/// change under it. Readers see the last commit (WAL) and wait for nobody.
public final class Database implements AutoCloseable {
    private static final Duration QUEUE = Duration.ofSeconds(15);
    private static final int READERS = 4;

    private final HikariDataSource writer;
    private final HikariDataSource reader;

    private Database(HikariDataSource writer, HikariDataSource reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /// Opens the database and migrates it.
    ///
    /// @throws IOException in one sentence, when it cannot be opened or is newer than this program
    public static Database open(String url) throws IOException {
        if (!url.startsWith("jdbc:sqlite:")) {
            throw new IOException("database address '" + url + "': expected one that begins with jdbc:sqlite:");
        }
        HikariDataSource writer = null;
        try {
            writer = new HikariDataSource(pool(url, "writer", 1, "IMMEDIATE"));
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(writer)
                    .resourceProvider(new Migrations())
                    .load()
                    .migrate();
            return new Database(writer, new HikariDataSource(pool(url, "reader", READERS, "DEFERRED")));
        } catch (PoolInitializationException | FlywayException e) {
            if (writer != null) {
                writer.close();
            }
            throw new IOException("database " + url + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static HikariConfig pool(String url, String name, int size, String transactionMode) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(QUEUE.toMillis());
        config.addDataSourceProperty("journal_mode", "WAL");
        config.addDataSourceProperty("synchronous", "FULL");
        config.addDataSourceProperty("foreign_keys", "true");
        config.addDataSourceProperty("busy_timeout", "10000");
        config.addDataSourceProperty("transaction_mode", transactionMode);
        return config;
    }

    /// A ledger over the stores that `stores` makes for one connection.
    public <S> Ledger<S> ledger(Function<Handle, S> stores) {
        return new SqlLedger<>(Jdbi.create(reader), Jdbi.create(writer), stores);
    }

    /// Whether the database answers.
    public boolean answers() {
        try (var connection = reader.getConnection()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }

    private record SqlLedger<S>(Jdbi reader, Jdbi writer, Function<Handle, S> stores) implements Ledger<S> {
        @Override
        public <T> T read(Function<S, T> work) {
            return reader.inTransaction(handle -> work.apply(stores.apply(handle)));
        }

        @Override
        public <T> T write(Function<S, T> work) {
            return writer.inTransaction(handle -> work.apply(stores.apply(handle)));
        }
    }
}
