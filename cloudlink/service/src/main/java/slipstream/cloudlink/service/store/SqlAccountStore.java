package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.account.AccountStore;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.User;

record SqlAccountStore(Handle handle) implements AccountStore {
    /// As many letters of a token's hash as its id has.
    private static final int ID_LETTERS = 12;

    @Override
    public boolean add(User user, String passwordHash) {
        return handle.createUpdate("""
                                INSERT INTO account (user_name, role, circle, merchant_id, password, ready, totp_step,
                                                     added_at)
                                VALUES (:name, :role, :circle, :merchant, :password, 0, 0, :at)
                                ON CONFLICT DO NOTHING""")
                        .bind("name", user.name())
                        .bind("role", user.role().word())
                        .bind("circle", user.circle())
                        .bind("merchant", user.merchantId().orElse(null))
                        .bind("password", passwordHash)
                        .bind("at", user.addedAt().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Kept> find(String name) {
        return handle.createQuery("SELECT * FROM account WHERE user_name = :name")
                .bind("name", name)
                .map((row, context) -> new Kept(
                        user(row),
                        row.getString("password"),
                        Optional.ofNullable(row.getString("totp")),
                        row.getLong("totp_step")))
                .findOne();
    }

    @Override
    public List<User> all() {
        return handle.createQuery("SELECT * FROM account ORDER BY user_name")
                .map((row, context) -> user(row))
                .list();
    }

    @Override
    public boolean reset(String name, String passwordHash) {
        dropProofs(name);
        return handle.createUpdate(
                                "UPDATE account SET password = :password, ready = 0, totp = NULL WHERE user_name = :name")
                        .bind("name", name)
                        .bind("password", passwordHash)
                        .execute()
                == 1;
    }

    @Override
    public boolean remove(String name) {
        dropProofs(name);
        return change("DELETE FROM account WHERE user_name = :name", name) == 1;
    }

    private void dropProofs(String name) {
        change("DELETE FROM recovery_code WHERE user_name = :name", name);
        change("DELETE FROM access_token WHERE user_name = :name", name);
    }

    private int change(String sql, String name) {
        return handle.createUpdate(sql).bind("name", name).execute();
    }

    @Override
    public void keepTotp(String name, String sealed) {
        handle.createUpdate("UPDATE account SET totp = :sealed WHERE user_name = :name")
                .bind("name", name)
                .bind("sealed", sealed)
                .execute();
    }

    @Override
    public void ready(String name, String passwordHash, List<String> recoveryHashes) {
        handle.createUpdate("UPDATE account SET password = :password, ready = 1 WHERE user_name = :name")
                .bind("name", name)
                .bind("password", passwordHash)
                .execute();
        change("DELETE FROM recovery_code WHERE user_name = :name", name);
        for (var hash : recoveryHashes) {
            handle.createUpdate("INSERT INTO recovery_code (user_name, code_hash) VALUES (:name, :hash)")
                    .bind("name", name)
                    .bind("hash", hash)
                    .execute();
        }
    }

    @Override
    public boolean useStep(String name, long step) {
        return handle.createUpdate("UPDATE account SET totp_step = :step WHERE user_name = :name AND totp_step < :step")
                        .bind("name", name)
                        .bind("step", step)
                        .execute()
                == 1;
    }

    @Override
    public boolean useRecoveryCode(String name, String codeHash) {
        return handle.createUpdate("DELETE FROM recovery_code WHERE user_name = :name AND code_hash = :hash")
                        .bind("name", name)
                        .bind("hash", codeHash)
                        .execute()
                == 1;
    }

    @Override
    public int recoveryCodes(String name) {
        return handle.createQuery("SELECT COUNT(*) FROM recovery_code WHERE user_name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void addToken(AccessToken token, String hash) {
        handle.createUpdate("""
                        INSERT INTO access_token (token_hash, user_name, label, made_at, ends_at)
                        VALUES (:hash, :user, :label, :made, :ends)""")
                .bind("hash", hash)
                .bind("user", token.user())
                .bind("label", token.label())
                .bind("made", token.madeAt().toEpochMilli())
                .bind("ends", token.endsAt().toEpochMilli())
                .execute();
    }

    @Override
    public Optional<User> byToken(String hash, Instant now) {
        return handle.createQuery("""
                        SELECT a.* FROM access_token t JOIN account a ON a.user_name = t.user_name
                        WHERE t.token_hash = :hash AND t.ends_at > :now""")
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> user(row))
                .findOne();
    }

    @Override
    public List<AccessToken> tokens() {
        return handle.createQuery("SELECT * FROM access_token ORDER BY user_name, made_at, token_hash")
                .map((row, context) -> new AccessToken(
                        row.getString("token_hash").substring(0, ID_LETTERS),
                        row.getString("user_name"),
                        row.getString("label"),
                        Times.at(row, "made_at"),
                        Times.at(row, "ends_at")))
                .list();
    }

    @Override
    public boolean dropToken(String id) {
        return handle.createUpdate("DELETE FROM access_token WHERE SUBSTR(token_hash, 1, " + ID_LETTERS + ") = :id")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /// The row is locked by being written; who comes second counts from there.
    @Override
    public Optional<Integer> tries(String nameHash, Instant now) {
        boolean counted = handle.createUpdate("""
                        INSERT INTO sign_in_try (name_hash, failures, tried_at, locked_until) VALUES (:name, 1, :now, 0)
                        ON CONFLICT (name_hash) DO UPDATE SET failures = sign_in_try.failures + 1, tried_at = :now
                        WHERE sign_in_try.locked_until <= :now""")
                        .bind("name", nameHash)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
        return counted
                ? handle.createQuery("SELECT failures - 1 FROM sign_in_try WHERE name_hash = :name")
                        .bind("name", nameHash)
                        .mapTo(Integer.class)
                        .findOne()
                : Optional.empty();
    }

    @Override
    public void lock(String nameHash, Instant until) {
        handle.createUpdate("UPDATE sign_in_try SET locked_until = :until WHERE name_hash = :name")
                .bind("name", nameHash)
                .bind("until", until.toEpochMilli())
                .execute();
    }

    @Override
    public void forgetTries(String nameHash) {
        change("DELETE FROM sign_in_try WHERE name_hash = :name", nameHash);
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(
                row.getString("user_name"),
                Role.of(row.getString("role")),
                row.getString("circle"),
                Optional.ofNullable(row.getString("merchant_id")),
                row.getInt("ready") == 1,
                Times.at(row, "added_at"));
    }
}
