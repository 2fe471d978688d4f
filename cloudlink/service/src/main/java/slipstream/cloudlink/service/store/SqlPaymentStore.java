package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.identify.KnownPayment;
import slipstream.cloudlink.service.identify.PaymentStore;
import slipstream.cloudlink.service.mark.PayerKey;

record SqlPaymentStore(Handle handle) implements PaymentStore {
    /// What was given back stays so, whatever an older message says. The row is locked by being written.
    @Override
    public void remember(KnownPayment payment, List<String> names, Instant at) {
        handle.createUpdate("""
                        INSERT INTO payment (payment_key, merchant_id, state, payer_key, payer_version, amount, currency,
                                             paid_at, seen_at)
                        VALUES (:key, :merchant, :state, :payer, :version, :amount, :currency, :paid, :at)
                        ON CONFLICT (payment_key) DO UPDATE SET
                            state = CASE WHEN payment.state = 'REFUNDED' THEN payment.state ELSE excluded.state END,
                            payer_key = COALESCE(excluded.payer_key, payment.payer_key),
                            payer_version = COALESCE(excluded.payer_version, payment.payer_version),
                            amount = COALESCE(payment.amount, excluded.amount),
                            currency = COALESCE(payment.currency, excluded.currency),
                            paid_at = COALESCE(payment.paid_at, excluded.paid_at)""")
                .bind("key", payment.key())
                .bind("merchant", payment.merchantId())
                .bind("state", payment.state().name())
                .bind("payer", payment.payer().map(PayerKey::hash).orElse(null))
                .bind("version", payment.payer().map(PayerKey::version).orElse(null))
                .bind("amount", payment.amount().map(Money::minorUnits).orElse(null))
                .bind("currency", payment.amount().map(Money::currency).orElse(null))
                .bind("paid", payment.paidAt().map(Instant::toEpochMilli).orElse(null))
                .bind("at", at.toEpochMilli())
                .execute();
        payment.payer()
                .ifPresent(payer -> new SqlTraces(handle).note(payer, SqlTraces.Kind.PAYMENT, payment.key(), at));
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
    public boolean settle(String key) {
        return handle.createUpdate("""
                        UPDATE payment SET state = 'SUCCESSFUL'
                        WHERE payment_key = :key AND state = 'PENDING' AND payer_key IS NULL""").bind("key", key).execute() == 1;
    }

    @Override
    public Optional<KnownPayment> named(String name) {
        return keyOf(name).flatMap(this::find);
    }

    Optional<String> keyOf(String name) {
        return handle.createQuery("SELECT payment_key FROM payment_name WHERE name_key = :name")
                .bind("name", name)
                .map((row, context) -> row.getString(1))
                .findOne();
    }

    @Override
    public Optional<KnownPayment> find(String key) {
        return handle.createQuery("SELECT * FROM payment WHERE payment_key = :key")
                .bind("key", key)
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

    static KnownPayment payment(ResultSet row) throws SQLException {
        int version = row.getInt("payer_version");
        long amount = row.getLong("amount");
        return new KnownPayment(
                row.getString("payment_key"),
                row.getString("merchant_id"),
                PaymentState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("payer_key")).map(hash -> new PayerKey(version, hash)),
                Optional.ofNullable(row.getString("currency")).map(currency -> new Money(amount, currency)),
                Times.maybe(row, "paid_at"));
    }
}
