package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.DecisionStore;
import slipstream.cloudlink.service.identify.KnownPayment;
import slipstream.cloudlink.service.identify.Reason;

record SqlDecisionStore(Handle handle) implements DecisionStore {
    @Override
    public boolean begin(KnownPayment payment, Instant at) {
        return handle.createUpdate("""
                                INSERT INTO decision (payment_key, merchant_id, decided_at)
                                VALUES (:key, :merchant, :at) ON CONFLICT DO NOTHING""")
                        .bind("key", payment.key())
                        .bind("merchant", payment.merchantId())
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public void conclude(KnownPayment payment, Decision decision) {
        var token = switch (decision) {
            case Decision.Link made -> SqlClaimStore.hash(made.link().token());
            case Decision.Plain plain -> null;
        };
        handle.createUpdate("UPDATE decision SET reason = :reason, token_hash = :token WHERE payment_key = :key")
                .bind("key", payment.key())
                .bind("reason", decision.reason().name())
                .bind("token", token)
                .execute();
    }

    @Override
    public Optional<Decision> about(KnownPayment payment) {
        return handle.createQuery("SELECT reason, token_hash FROM decision WHERE payment_key = :key")
                .bind("key", payment.key())
                .map((row, context) -> decision(row))
                .findOne();
    }

    @Override
    public Optional<Decision> named(String name) {
        return handle.createQuery("""
                        SELECT d.reason, d.token_hash
                        FROM payment_name n JOIN decision d ON d.payment_key = n.payment_key
                        WHERE n.name_key = :name""")
                .bind("name", name)
                .map((row, context) -> decision(row))
                .findOne();
    }

    private Decision decision(ResultSet row) throws SQLException {
        var reason = Reason.valueOf(row.getString("reason"));
        var token = row.getString("token_hash");
        return token == null
                ? new Decision.Plain(reason)
                : new Decision.Link(
                        reason,
                        new SqlClaimStore(handle).byHash(token).orElseThrow().link());
    }
}
