package slipstream.cloudlink.service.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import slipstream.cloudlink.service.config.DatabaseAddress;

/// The two kinds of database. Statements are the same for both; connections are not.
enum Dialect {
    /// One writer at a time. So there is one connection that writes, and callers queue for it here, fairly and
    /// in memory, rather than at the file's lock; other processes (the command line) are waited for by
    /// `busy_timeout`. A write begins `IMMEDIATE`: it has the lock before it reads, so nothing it read can
    /// change under it. Readers see the last commit (WAL) and wait for nobody.
    SQLITE("jdbc:sqlite:", TransactionIsolationLevel.SERIALIZABLE) {
        private static final int READERS = 4;

        @Override
        boolean transactionsShowOneMoment() {
            return true;
        }

        @Override
        HikariConfig writer(DatabaseAddress address) {
            return sqlite(address, "writer", 1, "IMMEDIATE");
        }

        @Override
        Optional<HikariConfig> reader(DatabaseAddress address) {
            return Optional.of(sqlite(address, "reader", READERS, "DEFERRED"));
        }

        private HikariConfig sqlite(DatabaseAddress address, String name, int size, String transactionMode) {
            var config = Database.pool(address, name, size);
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("foreign_keys", "true");
            config.addDataSourceProperty("busy_timeout", "10000");
            config.addDataSourceProperty("transaction_mode", transactionMode);
            return config;
        }
    },

    /// Many writers, on any number of nodes, at READ COMMITTED: a statement sees what was committed before it
    /// began, and a conditional write waits for another transaction's write of the same row.
    POSTGRESQL("jdbc:postgresql:", TransactionIsolationLevel.REPEATABLE_READ) {
        @Override
        HikariConfig writer(DatabaseAddress address) throws IOException {
            var config = Database.pool(address, "postgresql", address.connections());
            address.user().ifPresent(config::setUsername);
            if (address.passwordFile().isPresent()) {
                var lines = Files.readAllLines(address.passwordFile().get());
                config.setPassword(lines.isEmpty() ? "" : lines.getFirst());
            }
            // Texts take the type of the column they meet: a VARCHAR would not find a CHAR by its index.
            config.addDataSourceProperty("stringtype", "unspecified");
            config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            return config;
        }

        @Override
        Optional<HikariConfig> reader(DatabaseAddress address) {
            return Optional.empty();
        }

        @Override
        boolean transactionsShowOneMoment() {
            return false;
        }
    };

    /// How long a caller waits for a connection.
    static final Duration QUEUE = Duration.ofSeconds(15);

    private final String prefix;
    private final TransactionIsolationLevel snapshot;

    Dialect(String prefix, TransactionIsolationLevel snapshot) {
        this.prefix = prefix;
        this.snapshot = snapshot;
    }

    static Dialect of(DatabaseAddress address) throws IOException {
        for (var dialect : values()) {
            if (address.url().startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new IOException("database address '" + address.url()
                + "': expected one that begins with jdbc:sqlite: or jdbc:postgresql:");
    }

    /// The connections that write.
    abstract HikariConfig writer(DatabaseAddress address) throws IOException;

    /// The connections that only read; absent where the writers read too.
    abstract Optional<HikariConfig> reader(DatabaseAddress address);

    /// Whether all statements of a reading transaction see the same moment. Where each sees its own, a transaction
    /// would only cost its end: one more question to the server.
    abstract boolean transactionsShowOneMoment();

    /// The isolation at which a long reading transaction sees one moment.
    TransactionIsolationLevel snapshot() {
        return snapshot;
    }
}
