package slipstream.device.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinylog.Logger;
import slipstream.device.claim.Journal;
import slipstream.device.claim.Kept;
import slipstream.device.claim.Link;
import slipstream.device.claim.Message;
import slipstream.device.claim.Outcome;
import slipstream.device.claim.ReceiptNote;
import slipstream.device.claim.Token;

/// The tables of the file. Times are milliseconds since 1970.
final class Tables {
    /// How many receipts are remembered.
    static final int MOST_RECEIPTS = 5_000;

    /// How long a receipt is remembered.
    static final Duration LONGEST_MEMORY = Duration.ofDays(7);

    /// How many of them are of use to a running box.
    private static final int RECEIPTS_TOLD = 1_000;

    private static final String[] SCHEMA = {
        "CREATE TABLE IF NOT EXISTS message (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL,"
                + " kind TEXT NOT NULL, payload TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS token (value TEXT PRIMARY KEY, url TEXT NOT NULL, caption TEXT NOT NULL,"
                + " expires_at INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS receipt (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, till TEXT NOT NULL,"
                + " kind TEXT NOT NULL, outcome TEXT NOT NULL, held_ms INTEGER NOT NULL)",
        "CREATE INDEX IF NOT EXISTS receipt_at ON receipt (at)"
    };

    private Tables() {}

    static void create(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String table : SCHEMA) {
                statement.execute(table);
            }
        }
    }

    static void add(Connection database, Kept kept) throws SQLException {
        run(
                database,
                "INSERT OR REPLACE INTO message (id, at, kind, payload) VALUES (?, ?, ?, ?)",
                kept.id(),
                kept.at().toEpochMilli(),
                kept.message().kind().word(),
                kept.message().payload());
    }

    static void done(Connection database, String id) throws SQLException {
        run(database, "DELETE FROM message WHERE id = ?", id);
    }

    static void put(Connection database, Token token) throws SQLException {
        run(
                database,
                "INSERT OR IGNORE INTO token (value, url, caption, expires_at) VALUES (?, ?, ?, ?)",
                token.value(),
                token.link().url(),
                String.join("\n", token.link().caption()),
                token.expiresAt().toEpochMilli());
    }

    /// Takes out the tokens that expire first.
    static Journal.Lease lease(Connection database, int most) throws SQLException {
        List<Token> tokens = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(
                "SELECT value, url, caption, expires_at FROM token ORDER BY expires_at, value LIMIT ?")) {
            select.setInt(1, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String caption = row.getString(3);
                    var link = new Link(row.getString(2), caption.isEmpty() ? List.of() : List.of(caption.split("\n")));
                    tokens.add(new Token(row.getString(1), link, Instant.ofEpochMilli(row.getLong(4))));
                }
            }
        }
        for (Token token : tokens) {
            run(database, "DELETE FROM token WHERE value = ?", token.value());
        }
        return new Journal.Lease(tokens, count(database, "token"));
    }

    static void note(Connection database, ReceiptNote note) throws SQLException {
        run(
                database,
                "INSERT INTO receipt (at, till, kind, outcome, held_ms) VALUES (?, ?, ?, ?, ?)",
                note.at().toEpochMilli(),
                note.till(),
                note.kind(),
                note.outcome().name(),
                note.heldMs());
    }

    /// Forgets receipts that are old or too many.
    static void forget(Connection database, Instant now) throws SQLException {
        run(
                database,
                "DELETE FROM receipt WHERE at < ?",
                now.minus(LONGEST_MEMORY).toEpochMilli());
        run(database, "DELETE FROM receipt WHERE number <= (SELECT max(number) FROM receipt) - ?", MOST_RECEIPTS);
    }

    static Journal.Left left(Connection database) throws SQLException {
        return new Journal.Left(messages(database), receipts(database));
    }

    private static List<Kept> messages(Connection database) throws SQLException {
        List<Kept> messages = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, at, kind, payload FROM message ORDER BY number")) {
            while (row.next()) {
                String kind = row.getString(3);
                Optional<Message.Kind> known = Message.Kind.named(kind);
                if (known.isEmpty()) {
                    Logger.warn(
                            "A kept message is of the kind \"{}\", which this version does not know; it waits.", kind);
                    continue;
                }
                var message = new Message(known.get(), row.getString(4));
                messages.add(new Kept(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), message));
            }
        }
        return messages;
    }

    private static List<ReceiptNote> receipts(Connection database) throws SQLException {
        List<ReceiptNote> receipts = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(
                "SELECT at, till, kind, outcome, held_ms FROM receipt ORDER BY number DESC LIMIT ?")) {
            select.setInt(1, RECEIPTS_TOLD);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Optional<Outcome> outcome = outcome(row.getString(4));
                    if (outcome.isPresent()) {
                        Instant at = Instant.ofEpochMilli(row.getLong(1));
                        receipts.addFirst(
                                new ReceiptNote(at, row.getString(2), row.getString(3), outcome.get(), row.getLong(5)));
                    }
                }
            }
        }
        return receipts;
    }

    /// Another version may have known others.
    private static Optional<Outcome> outcome(String name) {
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst();
    }

    private static int count(Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return row.getInt(1);
        }
    }

    private static void run(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
