package slipstream.cloudlink.service.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.mark.MarkStore;
import slipstream.cloudlink.service.mark.OptOutStore;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.message.AddressStore;
import slipstream.cloudlink.service.payer.Dossier;
import slipstream.cloudlink.service.payer.PayerStore;
import slipstream.cloudlink.service.store.SqlTraces.Kind;

/// Follows the traces of one payer. What has a row of its own for the payer is found in [Shards#ofPayers], so
/// that no table can be forgotten.
record SqlPayerStore(Handle handle) implements PayerStore {
    private static final String OPT_OUT = "opt_out";

    @Override
    public OptOutStore optOuts() {
        return new SqlOptOutStore(handle);
    }

    @Override
    public MarkStore marks() {
        return new SqlMarkStore(handle);
    }

    @Override
    public AddressStore addresses() {
        return new SqlAddressStore(handle);
    }

    @Override
    public Dossier dossier(PayerKey payer) {
        return new SqlDossier(handle).of(payer);
    }

    @Override
    public void forget(PayerKey payer, Instant at) {
        var traces = new SqlTraces(handle);
        traces.refs(payer, Kind.VOUCHER).forEach(hash -> forgetVoucher(hash, at));
        traces.refs(payer, Kind.LINK).forEach(this::forgetLink);
        for (var payment : traces.refs(payer, Kind.PAYMENT)) {
            change("""
                    UPDATE payment SET payer_key = NULL, payer_version = NULL, amount = NULL, currency = NULL,
                                       paid_at = NULL
                    WHERE payment_key = :key""", payment);
        }
        for (var invitation : traces.refs(payer, Kind.INVITATION)) {
            change("DELETE FROM invitation WHERE token_hash = :key", invitation);
        }
        for (var copy : traces.refs(payer, Kind.COPY)) {
            change("DELETE FROM receipt_copy WHERE copy_hash = :key", copy);
        }
        for (var guest : traces.refs(payer, Kind.GUEST)) {
            handle.createUpdate("UPDATE mark SET source_payer = '' WHERE payer_key = :guest AND source_payer = :payer")
                    .bind("guest", guest)
                    .bind("payer", payer.hash())
                    .execute();
        }
        for (var table : Shards.ofPayers()) {
            if (!table.equals(OPT_OUT)) {
                change("DELETE FROM " + table + " WHERE payer_key = :key", payer.hash());
            }
        }
    }

    /// A voucher that was used up stays for the merchant's figures, without its code; any other is good no more.
    private void forgetVoucher(String tokenHash, Instant at) {
        var vouchers = new SqlVouchers(handle);
        for (var hash : voucher(tokenHash)) {
            vouchers.takeBackUnused(hash, at);
            change("UPDATE voucher SET code = '', token_hash = '' WHERE voucher_hash = :key", hash);
        }
        change("DELETE FROM claim_offer WHERE token_hash = :key", tokenHash);
        change("DELETE FROM claim_link WHERE token_hash = :key", tokenHash);
    }

    private List<String> voucher(String tokenHash) {
        return handle.createQuery(
                        "SELECT voucher_hash FROM claim_link WHERE token_hash = :hash AND voucher_hash IS NOT NULL")
                .bind("hash", tokenHash)
                .mapTo(String.class)
                .list();
    }

    /// A link that somebody else has claimed is theirs now, and only forgets for whom it was made.
    private void forgetLink(String tokenHash) {
        int open = change("DELETE FROM claim_link WHERE token_hash = :key AND claimed_at IS NULL", tokenHash);
        if (open == 1) {
            change("DELETE FROM claim_offer WHERE token_hash = :key", tokenHash);
        } else {
            change("UPDATE claim_link SET payer_key = '', payer_version = 0 WHERE token_hash = :key", tokenHash);
        }
    }

    private int change(String sql, String key) {
        return handle.createUpdate(sql).bind("key", key).execute();
    }
}
