package slipstream.cloudlink.service.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import slipstream.cloudlink.service.config.DatabaseAddress;
import slipstream.cloudlink.service.ledger.Ledger;

/// The database: its connections, and the schema brought up to date.
public final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final Jdbi writing;
    private final Jdbi reading;

    private Database(Dialect dialect, HikariDataSource writer, HikariDataSource reader, SqlLogger observer) {
        this.dialect = dialect;
        this.writer = writer;
        this.reader = reader;
        this.writing = Jdbi.create(writer).setSqlLogger(observer);
        this.reading = Jdbi.create(reader).setSqlLogger(observer);
    }

    /// Opens the database and migrates it.
    ///
    /// @throws IOException in one sentence, when it cannot be opened or is newer than this program
    public static Database open(DatabaseAddress address) throws IOException {
        return open(address, SqlLogger.NOP_SQL_LOGGER);
    }

    /// @param observer is told of every statement
    static Database open(DatabaseAddress address, SqlLogger observer) throws IOException {
        var dialect = Dialect.of(address);
        HikariDataSource writer = null;
        try {
            writer = new HikariDataSource(dialect.writer(address));
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(writer)
                    .resourceProvider(new Migrations())
                    .load()
                    .migrate();
            var reading = dialect.reader(address);
            return new Database(
                    dialect, writer, reading.map(HikariDataSource::new).orElse(writer), observer);
        } catch (PoolInitializationException | FlywayException e) {
            if (writer != null) {
                writer.close();
            }
            throw new IOException("database " + address.url() + " cannot be used: " + firstLine(e), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /// A ledger over the stores that `stores` makes for one connection.
    public <S> Ledger<S> ledger(Function<Handle, S> stores) {
        return new SqlLedger<>(this, stores);
    }

    /// How its connections are used.
    public List<PoolUse> pools() {
        return Stream.of(writer, reader).distinct().map(Database::use).toList();
    }

    private static PoolUse use(HikariDataSource pool) {
        var now = pool.getHikariPoolMXBean();
        return new PoolUse(
                pool.getPoolName(),
                now.getActiveConnections(),
                now.getIdleConnections(),
                now.getThreadsAwaitingConnection(),
                pool.getMaximumPoolSize());
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
        if (reader != writer) {
            reader.close();
        }
        writer.close();
    }

    Dialect dialect() {
        return dialect;
    }

    Jdbi writing() {
        return writing;
    }

    Jdbi reading() {
        return reading;
    }

    /// A pool of connections, without what only one kind of database knows.
    static HikariConfig pool(DatabaseAddress address, String name, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setPoolName(name);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(Dialect.QUEUE.toMillis());
        return config;
    }
}
