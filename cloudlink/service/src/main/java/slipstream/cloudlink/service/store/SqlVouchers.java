package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.claim.ClaimStore.Issued;
import slipstream.cloudlink.service.claim.Occasion;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.secret.Hashes;

/// The part of [SqlClaimStore] that is about vouchers.
record SqlVouchers(Handle handle) {
    static String hash(VoucherCode code) {
        return Hashes.sha256("voucher", code.value());
    }

    void issue(Voucher voucher, String tokenHash) {
        handle.createUpdate("""
                        INSERT INTO voucher (voucher_hash, code, token_hash, item_id, issued_at, expires_at)
                        VALUES (:hash, :code, :token, :item, :issued, :expires)""")
                .bind("hash", hash(voucher.code()))
                .bind("code", voucher.code().value())
                .bind("token", tokenHash)
                .bind("item", voucher.item().id())
                .bind("issued", voucher.issuedAt().toEpochMilli())
                .bind("expires", voucher.expiresAt().toEpochMilli())
                .execute();
    }

    Optional<Issued> find(String hash) {
        return handle.createQuery("""
                        SELECT v.code, v.issued_at, v.expires_at, v.redeemed_at, v.taken_back_at, v.refunded_at,
                               v.occasion,
                        """ + SqlItemStore.COLUMNS + """
                         FROM voucher v
                        JOIN item i ON i.item_id = v.item_id
                        JOIN merchant m ON m.merchant_id = i.merchant_id
                        WHERE v.voucher_hash = :hash""")
                .bind("hash", hash)
                .map((row, context) -> issued(row))
                .findOne();
    }

    boolean redeem(VoucherCode code, String merchantId, Occasion occasion, Instant at) {
        return handle.createUpdate("""
                        UPDATE voucher SET redeemed_at = :at, redeemed_by = :merchant, occasion = :occasion
                        WHERE voucher_hash = :hash AND redeemed_at IS NULL AND taken_back_at IS NULL
                          AND expires_at > :at AND (occasion IS NULL OR occasion <> :occasion)""")
                        .bind("hash", hash(code))
                        .bind("occasion", occasion.hash())
                        .bind("merchant", merchantId)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    /// The occasion stays: the same press, sent again by a browser, must not redeem once more.
    boolean undo(VoucherCode code, Occasion occasion, Instant since) {
        return handle.createUpdate("""
                        UPDATE voucher SET redeemed_at = NULL, redeemed_by = NULL
                        WHERE voucher_hash = :hash AND occasion = :occasion AND redeemed_at > :since
                          AND refunded_at IS NULL""")
                        .bind("hash", hash(code))
                        .bind("occasion", occasion.hash())
                        .bind("since", since.toEpochMilli())
                        .execute()
                == 1;
    }

    /// Takes a voucher back that was not redeemed, and its item returns to the stock; marks one that was.
    boolean takeBack(String hash, Instant at) {
        return takeBackUnused(hash, at)
                || handle.createUpdate("""
                        UPDATE voucher SET refunded_at = :at
                        WHERE voucher_hash = :hash AND redeemed_at IS NOT NULL AND refunded_at IS NULL""")
                                .bind("hash", hash)
                                .bind("at", at.toEpochMilli())
                                .execute()
                        == 1;
    }

    /// Takes a voucher back that was not redeemed, and its item returns to the stock.
    boolean takeBackUnused(String hash, Instant at) {
        int unused = handle.createUpdate("""
                        UPDATE voucher SET taken_back_at = :at
                        WHERE voucher_hash = :hash AND redeemed_at IS NULL AND taken_back_at IS NULL""")
                .bind("hash", hash)
                .bind("at", at.toEpochMilli())
                .execute();
        if (unused == 1) {
            find(hash)
                    .ifPresent(issued ->
                            new SqlItemStore(handle).giveBack(issued.voucher().item()));
        }
        return unused == 1;
    }

    private static Issued issued(ResultSet row) throws SQLException {
        var voucher = new Voucher(
                new VoucherCode(row.getString("code")),
                SqlItemStore.item(row),
                Times.at(row, "issued_at"),
                Times.at(row, "expires_at"));
        return new Issued(
                voucher,
                Times.maybe(row, "redeemed_at"),
                Times.maybe(row, "taken_back_at"),
                Times.maybe(row, "refunded_at"),
                Optional.ofNullable(row.getString("occasion")).map(Occasion::new));
    }
}
