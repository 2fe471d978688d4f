package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.pool.PoolStore;
import slipstream.cloudlink.service.pool.PoolToken;

record SqlPoolStore(Handle handle) implements PoolStore {
    @Override
    public boolean count(String deviceId, long day, int tokens, int most) {
        return tokens <= most
                && handle.createUpdate("""
                                INSERT INTO pool_tally (device_id, day, issued) VALUES (:device, :day, :tokens)
                                ON CONFLICT (device_id, day) DO UPDATE SET issued = pool_tally.issued + :tokens
                                WHERE pool_tally.issued + :tokens <= :most""")
                                .bind("device", deviceId)
                                .bind("day", day)
                                .bind("tokens", tokens)
                                .bind("most", most)
                                .execute()
                        == 1;
    }

    @Override
    public void add(List<PoolToken> tokens, Instant at) {
        for (var token : tokens) {
            handle.createUpdate("""
                            INSERT INTO pool_token (token_hash, device_id, merchant_id, campaign_id, issued_at, expires_at)
                            VALUES (:hash, :device, :merchant, :campaign, :at, :expires)""")
                    .bind("hash", SqlClaimStore.hash(token.token()))
                    .bind("device", token.deviceId())
                    .bind("merchant", token.merchantId())
                    .bind("campaign", token.campaignId().orElse(null))
                    .bind("at", at.toEpochMilli())
                    .bind("expires", token.expiresAt().toEpochMilli())
                    .execute();
        }
    }

    @Override
    public Optional<PoolToken> find(ClaimToken token) {
        return handle.createQuery("SELECT * FROM pool_token WHERE token_hash = :hash")
                .bind("hash", SqlClaimStore.hash(token))
                .map((row, context) -> token(token, row))
                .findOne();
    }

    @Override
    public boolean use(ClaimToken token, PoolToken.Use use, Instant at, Instant expiresAt) {
        return handle.createUpdate("""
                        UPDATE pool_token SET used_at = :at, expires_at = :expires, receipt_key = :receipt,
                                              paid_by = :paid, name_key = :name
                        WHERE token_hash = :hash AND used_at IS NULL""")
                        .bind("hash", SqlClaimStore.hash(token))
                        .bind("at", at.toEpochMilli())
                        .bind("expires", expiresAt.toEpochMilli())
                        .bind("receipt", use.receipt())
                        .bind("paid", use.paidBy())
                        .bind("name", use.name())
                        .execute()
                == 1;
    }

    private static PoolToken token(ClaimToken token, ResultSet row) throws SQLException {
        var receipt = row.getString("receipt_key");
        return new PoolToken(
                token,
                row.getString("device_id"),
                row.getString("merchant_id"),
                Optional.ofNullable(row.getString("campaign_id")),
                Times.at(row, "expires_at"),
                receipt == null
                        ? Optional.empty()
                        : Optional.of(new PoolToken.Use(receipt, row.getString("paid_by"), row.getString("name_key"))));
    }
}
