package slipstream.cloudlink.service.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.copy.CopyStore;
import slipstream.cloudlink.service.mark.PayerKey;

record SqlCopyStore(Handle handle) implements CopyStore {
    @Override
    public void printed(ClaimToken link, String name) {
        handle.createUpdate(
                        "UPDATE claim_link SET printed_hash = :name WHERE token_hash = :hash AND printed_hash IS NULL")
                .bind("hash", SqlClaimStore.hash(link))
                .bind("name", name)
                .execute();
    }

    @Override
    public String name(ClaimToken link) {
        return handle.createQuery(
                        "SELECT printed_hash FROM claim_link WHERE token_hash = :hash AND printed_hash IS NOT NULL")
                .bind("hash", SqlClaimStore.hash(link))
                .mapTo(String.class)
                .findOne()
                .orElseGet(() -> CopyName.of(link.value()));
    }

    @Override
    public Optional<Kept> find(String name) {
        return handle.createQuery("SELECT asked_at, sealed FROM receipt_copy WHERE copy_hash = :name")
                .bind("name", name)
                .map((row, context) ->
                        new Kept(Times.at(row, "asked_at"), Optional.ofNullable(row.getString("sealed"))))
                .findOne();
    }

    @Override
    public void ask(String name, String merchantId, List<PayerKey> payers, Instant at) {
        for (var insert : List.of("""
                INSERT INTO receipt_copy (copy_hash, merchant_id, asked_at) VALUES (:name, :merchant, :at)
                ON CONFLICT (copy_hash) DO UPDATE SET asked_at = :at""", """
                INSERT INTO copy_wish (merchant_id, copy_hash, asked_at) VALUES (:merchant, :name, :at)
                ON CONFLICT (merchant_id, copy_hash) DO UPDATE SET asked_at = :at""")) {
            handle.createUpdate(insert)
                    .bind("name", name)
                    .bind("merchant", merchantId)
                    .bind("at", at.toEpochMilli())
                    .execute();
        }
        payers.forEach(payer -> new SqlTraces(handle).renew(payer, SqlTraces.Kind.COPY, name, at));
    }

    @Override
    public List<String> wanted(String merchantId, Instant since, int most) {
        return handle.createQuery("""
                        SELECT copy_hash FROM copy_wish WHERE merchant_id = :merchant AND asked_at > :since
                        ORDER BY asked_at DESC, copy_hash LIMIT :most""")
                .bind("merchant", merchantId)
                .bind("since", since.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    @Override
    public boolean keep(String name, String merchantId, String sealed, Instant since, Instant at) {
        int wished = handle.createUpdate("""
                        DELETE FROM copy_wish
                        WHERE merchant_id = :merchant AND copy_hash = :name AND asked_at > :since""")
                .bind("merchant", merchantId)
                .bind("name", name)
                .bind("since", since.toEpochMilli())
                .execute();
        return wished == 1
                && handle.createUpdate("""
                                UPDATE receipt_copy SET sealed = :sealed, came_at = :at
                                WHERE copy_hash = :name AND sealed IS NULL""")
                                .bind("name", name)
                                .bind("sealed", sealed)
                                .bind("at", at.toEpochMilli())
                                .execute()
                        == 1;
    }
}
