package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.identify.KnownPayment;
import slipstream.cloudlink.service.identify.PaymentStore;
import slipstream.cloudlink.service.mark.PayerKey;

record SqlPaymentStore(Handle handle) implements PaymentStore {
    /// What was given back stays so, whatever an older message says.
    @Override
    public void remember(KnownPayment payment, List<String> names, Instant at) {
        handle.createUpdate("""
                        INSERT INTO payment (payment_key, merchant_id, state, payer_key, payer_version, seen_at)
                        VALUES (:key, :merchant, :state, :payer, :version, :at)
                        ON CONFLICT (payment_key) DO UPDATE SET
                            state = CASE WHEN payment.state = 'REFUNDED' THEN payment.state ELSE excluded.state END,
                            payer_key = COALESCE(excluded.payer_key, payment.payer_key),
                            payer_version = COALESCE(excluded.payer_version, payment.payer_version)""")
                .bind("key", payment.key())
                .bind("merchant", payment.merchantId())
                .bind("state", payment.state().name())
                .bind("payer", payment.payer().map(PayerKey::hash).orElse(null))
                .bind("version", payment.payer().map(PayerKey::version).orElse(null))
                .bind("at", at.toEpochMilli())
                .execute();
        for (var name : names) {
            handle.createUpdate("""
                            INSERT INTO payment_name (name_key, payment_key) VALUES (:name, :key)
                            ON CONFLICT (name_key) DO UPDATE SET payment_key = excluded.payment_key""")
                    .bind("name", name)
                    .bind("key", payment.key())
                    .execute();
        }
    }

    @Override
    public Optional<KnownPayment> named(String name) {
        return handle.createQuery("""
                        SELECT p.* FROM payment_name n JOIN payment p ON p.payment_key = n.payment_key
                        WHERE n.name_key = :name""")
                .bind("name", name)
                .map((row, context) -> payment(row))
                .findOne();
    }

    @Override
    public boolean note(String notice, Instant at) {
        return handle.createUpdate(
                                "INSERT INTO notice (notice_key, received_at) VALUES (:key, :at) ON CONFLICT DO NOTHING")
                        .bind("key", notice)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    private static KnownPayment payment(ResultSet row) throws SQLException {
        int version = row.getInt("payer_version");
        return new KnownPayment(
                row.getString("payment_key"),
                row.getString("merchant_id"),
                PaymentState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("payer_key")).map(hash -> new PayerKey(version, hash)));
    }
}
