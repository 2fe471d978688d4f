package slipstream.cloudlink.service.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.account.SessionStore;

record SqlSessionStore(Handle handle) implements SessionStore {
    @Override
    public void start(String hash, String user, Instant now, Instant end) {
        handle.createUpdate("""
                        INSERT INTO session (session_hash, user_name, seen_at, ends_at)
                        VALUES (:hash, :user, :now, :end)""")
                .bind("hash", hash)
                .bind("user", user)
                .bind("now", now.toEpochMilli())
                .bind("end", end.toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Session> find(String hash) {
        return handle.createQuery("SELECT * FROM session WHERE session_hash = :hash")
                .bind("hash", hash)
                .map((row, context) ->
                        new Session(row.getString("user_name"), Times.at(row, "seen_at"), Times.at(row, "ends_at")))
                .findOne();
    }

    @Override
    public void seen(String hash, Instant now) {
        handle.createUpdate("UPDATE session SET seen_at = :now WHERE session_hash = :hash AND seen_at < :now")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void end(String hash) {
        handle.createUpdate("DELETE FROM session WHERE session_hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    @Override
    public void endAll(String user) {
        handle.createUpdate("DELETE FROM session WHERE user_name = :user")
                .bind("user", user)
                .execute();
    }
}
