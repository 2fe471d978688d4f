package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimStore;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.claim.VoucherCode;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.secret.Hashes;

record SqlClaimStore(Handle handle) implements ClaimStore {
    /// Links are found by the hash of their token, so that how long a search takes tells nothing about tokens.
    static String hash(ClaimToken token) {
        return Hashes.sha256("token", token.value());
    }

    private static String hash(VoucherCode code) {
        return Hashes.sha256("voucher", code.value());
    }

    @Override
    public void open(ClaimLink link, Instant at) {
        handle.createUpdate("""
                        INSERT INTO claim_link (token_hash, token, merchant_id, payer_key, payer_version,
                                                opened_at, expires_at)
                        VALUES (:hash, :token, :merchant, :payer, :version, :at, :expires)""")
                .bind("hash", hash(link.token()))
                .bind("token", link.token().value())
                .bind("merchant", link.merchantId())
                .bind("payer", link.payer().hash())
                .bind("version", link.payer().version())
                .bind("at", at.toEpochMilli())
                .bind("expires", link.expiresAt().toEpochMilli())
                .execute();
        for (int i = 0; i < link.items().size(); i++) {
            handle.createUpdate(
                            "INSERT INTO claim_offer (token_hash, position, item_id) VALUES (:hash, :position, :item)")
                    .bind("hash", hash(link.token()))
                    .bind("position", i)
                    .bind("item", link.items().get(i).id())
                    .execute();
        }
    }

    @Override
    public Optional<Kept> find(ClaimToken token) {
        return byHash(hash(token));
    }

    Optional<Kept> byHash(String hash) {
        return handle.createQuery("SELECT * FROM claim_link WHERE token_hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> kept(row))
                .findOne();
    }

    /// One conditional update decides who was first; only then is there a voucher.
    @Override
    public boolean claim(ClaimToken token, Voucher voucher, Claimant claimant) {
        int claimed = handle.createUpdate("""
                        UPDATE claim_link SET claimed_at = :now, claimant = :claimant, voucher_hash = :voucher
                        WHERE token_hash = :hash AND claimed_at IS NULL AND expires_at > :now""")
                .bind("hash", hash(token))
                .bind("now", voucher.issuedAt().toEpochMilli())
                .bind("claimant", claimant.hash(token))
                .bind("voucher", hash(voucher.code()))
                .execute();
        if (claimed == 0) {
            return false;
        }
        handle.createUpdate("""
                        INSERT INTO voucher (voucher_hash, code, token_hash, item_id, issued_at, expires_at)
                        VALUES (:hash, :code, :token, :item, :issued, :expires)""")
                .bind("hash", hash(voucher.code()))
                .bind("code", voucher.code().value())
                .bind("token", hash(token))
                .bind("item", voucher.item().id())
                .bind("issued", voucher.issuedAt().toEpochMilli())
                .bind("expires", voucher.expiresAt().toEpochMilli())
                .execute();
        return true;
    }

    private Kept kept(ResultSet row) throws SQLException {
        var hash = row.getString("token_hash");
        var link = new ClaimLink(
                new ClaimToken(row.getString("token")),
                row.getString("merchant_id"),
                new PayerKey(row.getInt("payer_version"), row.getString("payer_key")),
                offers(hash),
                Times.at(row, "expires_at"));
        var voucher = Optional.ofNullable(row.getString("voucher_hash")).map(this::voucher);
        return new Kept(link, voucher, Optional.ofNullable(row.getString("claimant")));
    }

    private List<VirtualItem> offers(String tokenHash) {
        return handle.createQuery("SELECT " + SqlItemStore.COLUMNS + " FROM claim_offer o " + """
                        JOIN item i ON i.item_id = o.item_id
                        JOIN merchant m ON m.merchant_id = i.merchant_id
                        WHERE o.token_hash = :hash ORDER BY o.position""")
                .bind("hash", tokenHash)
                .map((row, context) -> SqlItemStore.item(row))
                .list();
    }

    private Voucher voucher(String hash) {
        return handle.createQuery(
                        "SELECT v.code, v.issued_at, v.expires_at, " + SqlItemStore.COLUMNS + " FROM voucher v " + """
                        JOIN item i ON i.item_id = v.item_id
                        JOIN merchant m ON m.merchant_id = i.merchant_id
                        WHERE v.voucher_hash = :hash""")
                .bind("hash", hash)
                .map((row, context) -> new Voucher(
                        new VoucherCode(row.getString("code")),
                        SqlItemStore.item(row),
                        Times.at(row, "issued_at"),
                        Times.at(row, "expires_at")))
                .one();
    }
}
