package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimStore;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Claimant;
import slipstream.cloudlink.service.claim.Occasion;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.secret.Hashes;

record SqlClaimStore(Handle handle) implements ClaimStore {
    /// Links are found by the hash of their token, so that how long a search takes tells nothing about tokens.
    static String hash(ClaimToken token) {
        return Hashes.sha256("token", token.value());
    }

    @Override
    public void open(ClaimLink link, Instant at) {
        handle.createUpdate("""
                        INSERT INTO claim_link (token_hash, token, merchant_id, campaign_id, payer_key, payer_version,
                                                block_lines, payer_only, opened_at, expires_at)
                        VALUES (:hash, :token, :merchant, :campaign, :payer, :version, :lines, :only, :at, :expires)""")
                .bind("hash", hash(link.token()))
                .bind("token", link.token().value())
                .bind("merchant", link.merchantId())
                .bind("campaign", link.campaignId())
                .bind("payer", link.payer().hash())
                .bind("version", link.payer().version())
                .bind("lines", link.blockLines())
                .bind("only", link.payerOnly() ? 1 : 0)
                .bind("at", at.toEpochMilli())
                .bind("expires", link.expiresAt().toEpochMilli())
                .execute();
        new SqlTraces(handle).note(link.payer(), SqlTraces.Kind.LINK, hash(link.token()), link.expiresAt());
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
        return kept(hash(token));
    }

    private Optional<Kept> kept(String hash) {
        return handle.createQuery("SELECT * FROM claim_link WHERE token_hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> kept(row))
                .findOne();
    }

    @Override
    public List<Kept> of(PayerKey payer) {
        var traces = new SqlTraces(handle);
        return Stream.of(SqlTraces.Kind.LINK, SqlTraces.Kind.VOUCHER)
                .flatMap(kind -> traces.refs(payer, kind).stream())
                .distinct()
                .flatMap(hash -> kept(hash).stream())
                .toList();
    }

    Optional<ClaimLink> link(String hash) {
        return handle.createQuery("SELECT * FROM claim_link WHERE token_hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> link(row))
                .findOne();
    }

    /// One conditional update decides who was first; only then is there a voucher.
    @Override
    public Outcome claim(ClaimToken token, Voucher voucher, Claimant claimant) {
        if (!turn(token, voucher, claimant.hash(token))) {
            return Outcome.TOO_LATE;
        }
        if (!new SqlItemStore(handle).take(voucher.item())) {
            handle.createUpdate("""
                            UPDATE claim_link SET claimed_at = NULL, claimant = NULL, voucher_hash = NULL
                            WHERE token_hash = :hash""").bind("hash", hash(token)).execute();
            return Outcome.SOLD_OUT;
        }
        issue(token, voucher, claimant.key());
        return Outcome.CLAIMED;
    }

    /// A link that was paid for, and so is claimed from the first.
    void openClaimed(ClaimLink link, Voucher voucher, String claimantHash, PayerKey holder) {
        open(link, voucher.issuedAt());
        turn(link.token(), voucher, claimantHash);
        issue(link.token(), voucher, holder);
    }

    private boolean turn(ClaimToken token, Voucher voucher, String claimantHash) {
        return handle.createUpdate("""
                        UPDATE claim_link SET claimed_at = :now, claimant = :claimant, voucher_hash = :voucher
                        WHERE token_hash = :hash AND claimed_at IS NULL AND taken_back_at IS NULL AND expires_at > :now""")
                        .bind("hash", hash(token))
                        .bind("now", voucher.issuedAt().toEpochMilli())
                        .bind("claimant", claimantHash)
                        .bind("voucher", SqlVouchers.hash(voucher.code()))
                        .execute()
                == 1;
    }

    private void issue(ClaimToken token, Voucher voucher, PayerKey holder) {
        new SqlVouchers(handle).issue(voucher, hash(token));
        new SqlTraces(handle).note(holder, SqlTraces.Kind.VOUCHER, hash(token), voucher.expiresAt());
    }

    @Override
    public Optional<Issued> voucher(VoucherCode code) {
        return new SqlVouchers(handle).find(SqlVouchers.hash(code));
    }

    @Override
    public boolean redeem(VoucherCode code, String merchantId, Occasion occasion, Instant at) {
        return new SqlVouchers(handle).redeem(code, merchantId, occasion, at);
    }

    @Override
    public boolean undo(VoucherCode code, Occasion occasion, Instant since) {
        return new SqlVouchers(handle).undo(code, occasion, since);
    }

    /// Takes an open link back, or else the voucher it turned into; false when that was done before.
    boolean takeBack(String hash, Instant at) {
        int open = handle.createUpdate("""
                        UPDATE claim_link SET taken_back_at = :at
                        WHERE token_hash = :hash AND claimed_at IS NULL AND taken_back_at IS NULL""")
                .bind("hash", hash)
                .bind("at", at.toEpochMilli())
                .execute();
        return open == 1
                || handle.createQuery("SELECT voucher_hash FROM claim_link WHERE token_hash = :hash")
                        .bind("hash", hash)
                        .mapTo(String.class)
                        .findOne()
                        .map(voucher -> new SqlVouchers(handle).takeBack(voucher, at))
                        .orElse(false);
    }

    private Kept kept(ResultSet row) throws SQLException {
        var link = link(row);
        var items = new SqlItemStore(handle);
        Set<String> soldOut = link.items().stream()
                .filter(item -> !items.inStock(item))
                .map(VirtualItem::id)
                .collect(Collectors.toSet());
        return new Kept(
                link,
                Optional.ofNullable(row.getString("voucher_hash"))
                        .flatMap(voucher -> new SqlVouchers(handle).find(voucher)),
                Optional.ofNullable(row.getString("claimant")),
                Times.maybe(row, "taken_back_at"),
                soldOut,
                new SqlRewardStore(handle).printedWith(link));
    }

    private ClaimLink link(ResultSet row) throws SQLException {
        return new ClaimLink(
                new ClaimToken(row.getString("token")),
                row.getString("merchant_id"),
                row.getString("campaign_id"),
                new PayerKey(row.getInt("payer_version"), row.getString("payer_key")),
                offers(row.getString("token_hash")),
                row.getInt("block_lines"),
                row.getInt("payer_only") == 1,
                Times.at(row, "expires_at"));
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
}
