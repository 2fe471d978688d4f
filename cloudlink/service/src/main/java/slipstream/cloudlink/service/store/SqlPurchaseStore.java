package slipstream.cloudlink.service.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.item.PurchaseStore;
import slipstream.cloudlink.service.mark.PayerKey;

record SqlPurchaseStore(Handle handle) implements PurchaseStore {
    @Override
    public int bought(PayerKey payer, String merchantId) {
        return handle.createQuery("SELECT bought FROM purchase WHERE payer_key = :payer AND merchant_id = :merchant")
                .bind("payer", payer.hash())
                .bind("merchant", merchantId)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
    }

    @Override
    public void add(PayerKey payer, String merchantId, int items, Instant at) {
        handle.createUpdate("""
                        INSERT INTO purchase (payer_key, merchant_id, bought, bought_at) VALUES (:payer, :merchant, :items, :at)
                        ON CONFLICT (payer_key, merchant_id) DO UPDATE SET
                            bought = purchase.bought + excluded.bought, bought_at = excluded.bought_at""")
                .bind("payer", payer.hash())
                .bind("merchant", merchantId)
                .bind("items", items)
                .bind("at", at.toEpochMilli())
                .execute();
    }
}
