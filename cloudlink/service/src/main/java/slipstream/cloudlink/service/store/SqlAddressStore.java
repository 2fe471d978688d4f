package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.message.Address;
import slipstream.cloudlink.service.message.AddressStore;

record SqlAddressStore(Handle handle) implements AddressStore {
    @Override
    public void put(Address address, int consent) {
        handle.createUpdate("""
                        INSERT INTO message_address (payer_key, merchant_id, sealed, consent, agreed_at, used_at)
                        VALUES (:payer, :merchant, :sealed, :consent, :at, :at)
                        ON CONFLICT (payer_key) DO UPDATE SET merchant_id = excluded.merchant_id,
                            sealed = excluded.sealed, consent = excluded.consent, agreed_at = excluded.agreed_at,
                            used_at = excluded.used_at, unreachable_at = NULL""")
                .bind("payer", address.payer().hash())
                .bind("merchant", address.merchantId())
                .bind("sealed", address.sealed())
                .bind("consent", consent)
                .bind("at", address.agreedAt().toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Address> of(PayerKey payer) {
        return handle.createQuery("SELECT * FROM message_address WHERE payer_key = :payer")
                .bind("payer", payer.hash())
                .map((row, context) -> address(row))
                .findOne();
    }

    @Override
    public void remove(PayerKey payer) {
        handle.createUpdate("DELETE FROM message_address WHERE payer_key = :payer")
                .bind("payer", payer.hash())
                .execute();
    }

    @Override
    public void reached(PayerKey payer, Instant at) {
        note("used_at = :at, unreachable_at = NULL", payer, at);
    }

    @Override
    public void unreachable(PayerKey payer, Instant at) {
        note("unreachable_at = :at", payer, at);
    }

    private void note(String what, PayerKey payer, Instant at) {
        handle.createUpdate("UPDATE message_address SET " + what + " WHERE payer_key = :payer")
                .bind("payer", payer.hash())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public List<Address> after(String hash, int most) {
        return handle.createQuery(
                        "SELECT * FROM message_address WHERE payer_key > :hash ORDER BY payer_key LIMIT :most")
                .bind("hash", hash)
                .bind("most", most)
                .map((row, context) -> address(row))
                .list();
    }

    @Override
    public void reseal(Address former, String sealed) {
        handle.createUpdate("UPDATE message_address SET sealed = :sealed WHERE payer_key = :payer AND sealed = :former")
                .bind("sealed", sealed)
                .bind("payer", former.payer().hash())
                .bind("former", former.sealed())
                .execute();
    }

    private static Address address(ResultSet row) throws SQLException {
        return new Address(
                new PayerKey(0, row.getString("payer_key")),
                row.getString("merchant_id"),
                row.getString("sealed"),
                Times.at(row, "agreed_at"),
                Times.maybe(row, "unreachable_at"));
    }
}
