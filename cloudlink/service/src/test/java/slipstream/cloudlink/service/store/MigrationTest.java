package slipstream.cloudlink.service.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.ledger.Ledger;

/// A database of the version before keeps its decisions, marks and links.
class MigrationTest {
    private static final ClaimToken TOKEN = new ClaimToken("0123456789ABCDEF");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void whatWasDecidedBeforeStands(Kind kind) throws Exception {
        var address = kind.address(directory);
        try (var source = new HikariDataSource(Dialect.of(address).writer(address))) {
            Flyway.configure(MigrationTest.class.getClassLoader())
                    .dataSource(source)
                    .resourceProvider(new Migrations())
                    .target("1")
                    .load()
                    .migrate();
            fill(source);
        }
        try (var database = Database.open(address)) {
            var ledger = database.ledger(SqlBooks::new);
            var link = (Decision.Link) decision(ledger, "a").orElseThrow();
            assertEquals(Reason.MARKED, link.reason());
            assertEquals(TOKEN, link.link().token());
            assertEquals(Optional.of(new Decision.Plain(Reason.FIRST_PAYMENT)), decision(ledger, "b"));
            assertEquals(Optional.empty(), decision(ledger, "c"));
            assertEquals(
                    7,
                    ledger.<Long>read(books -> books.handle()
                            .createQuery("SELECT seen_at FROM mark")
                            .mapTo(Long.class)
                            .one()));
        }
    }

    private static Optional<Decision> decision(Ledger<SqlBooks> ledger, String letter) {
        return ledger.read(books -> books.decisions().of(letter.repeat(64)))
                .orElseThrow()
                .decision();
    }

    private static void fill(DataSource source) throws SQLException {
        var key = "'" + "d".repeat(64) + "'";
        var hash = "'" + SqlClaimStore.hash(TOKEN) + "'";
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO merchant VALUES ('coffee', 'c', '', 'zh', 'main', NULL, NULL)");
            statement.execute("INSERT INTO item VALUES ('i', 'coffee', 't', '', NULL, NULL, 30, 1)");
            for (var letter : new String[] {"a", "b", "c"}) {
                statement.execute("INSERT INTO payment VALUES ('" + letter.repeat(64) + "', 'coffee', 'SUCCESSFUL', "
                        + key + ", 1, 5)");
            }
            statement.execute(
                    "INSERT INTO decision VALUES ('" + "a".repeat(64) + "', 'coffee', 'MARKED', " + hash + ", 6)");
            statement.execute(
                    "INSERT INTO decision VALUES ('" + "b".repeat(64) + "', 'coffee', 'FIRST_PAYMENT', NULL, 6)");
            statement.execute("INSERT INTO mark VALUES (" + key + ", 'main', 1, 'coffee', NULL, NULL, 7)");
            statement.execute("INSERT INTO claim_link VALUES (" + hash + ", '" + TOKEN.value() + "', 'coffee', " + key
                    + ", 1, 6, 9, NULL, NULL, NULL)");
            statement.execute("INSERT INTO claim_offer VALUES (" + hash + ", 0, 'i')");
        }
    }
}
