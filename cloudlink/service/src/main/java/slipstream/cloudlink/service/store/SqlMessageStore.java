package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.message.Message;
import slipstream.cloudlink.service.message.MessageStore;

/// A message's row lies with its payer, as the address and the reward do. Only looking for what is due asks every
/// shard.
record SqlMessageStore(Handle handle) implements MessageStore {
    private static final String BY_KEY = " WHERE payer_key = :payer AND token_hash = :token";

    @Override
    public void post(ClaimLink reward, Instant at) {
        handle.createUpdate("""
                        INSERT INTO message (payer_key, token_hash, made_at, due_at, tries)
                        SELECT payer_key, :token, :at, :at, 0 FROM message_address WHERE payer_key = :payer""")
                .bind("token", SqlClaimStore.hash(reward.token()))
                .bind("at", at.toEpochMilli())
                .bind("payer", reward.payer().hash())
                .execute();
    }

    @Override
    public List<Message> due(Instant now, int most) {
        return handle.createQuery("SELECT * FROM message WHERE due_at <= :now ORDER BY due_at LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> message(row))
                .list();
    }

    @Override
    public boolean lease(Message message, Instant now, Instant until) {
        return of(
                                message,
                                "UPDATE message SET due_at = :until, tries = tries + 1,"
                                        + " begun_at = COALESCE(begun_at, :now)" + BY_KEY + " AND due_at = :due")
                        .bind("now", now.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .bind("due", message.dueAt().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public void postpone(Message message, Instant until, boolean arrived) {
        of(message, "UPDATE message SET due_at = :until" + (arrived ? "" : ", begun_at = NULL") + BY_KEY)
                .bind("until", until.toEpochMilli())
                .execute();
    }

    @Override
    public void settle(Message message, String outcome) {
        of(message, "UPDATE message SET due_at = NULL, begun_at = NULL, outcome = :outcome" + BY_KEY)
                .bind("outcome", outcome)
                .execute();
    }

    @Override
    public Optional<ClaimLink> reward(Message message, Instant now) {
        return new SqlRewardStore(handle).open(message.tokenHash(), now);
    }

    private Update of(Message message, String sql) {
        return handle.createUpdate(sql).bind("payer", message.payer().hash()).bind("token", message.tokenHash());
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                new PayerKey(0, row.getString("payer_key")),
                row.getString("token_hash"),
                Times.at(row, "made_at"),
                Times.at(row, "due_at"),
                row.getInt("tries"),
                Times.maybe(row, "begun_at"));
    }
}
