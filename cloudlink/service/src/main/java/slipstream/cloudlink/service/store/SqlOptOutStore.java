package slipstream.cloudlink.service.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.mark.OptOutStore;
import slipstream.cloudlink.service.mark.PayerKey;

record SqlOptOutStore(Handle handle) implements OptOutStore {
    @Override
    public boolean contains(PayerKey payer) {
        return handle.createQuery("SELECT 1 FROM opt_out WHERE payer_key = :payer")
                .bind("payer", payer.hash())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void add(PayerKey payer, Instant at) {
        handle.createUpdate("INSERT INTO opt_out (payer_key, opted_out_at) VALUES (:payer, :at) ON CONFLICT DO NOTHING")
                .bind("payer", payer.hash())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public void remove(PayerKey payer) {
        handle.createUpdate("DELETE FROM opt_out WHERE payer_key = :payer")
                .bind("payer", payer.hash())
                .execute();
    }
}
