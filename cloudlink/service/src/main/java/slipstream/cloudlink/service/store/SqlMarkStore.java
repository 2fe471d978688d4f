package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.MarkSource;
import slipstream.cloudlink.service.mark.MarkStore;
import slipstream.cloudlink.service.mark.PayerKey;

record SqlMarkStore(Handle handle) implements MarkStore {
    @Override
    public boolean mark(Mark mark) {
        var insert = handle.createUpdate("""
                INSERT INTO mark (payer_key, circle, payer_version, source_merchant, source_payer,
                                  source_version, marked_at, seen_at)
                VALUES (:payer, :circle, :version, :sourceMerchant, :sourcePayer, :sourceVersion, :at, :seen)
                ON CONFLICT DO NOTHING""");
        var source = switch (mark.source()) {
            case MarkSource.AtMerchant at ->
                insert.bind("sourceMerchant", at.merchantId())
                        .bind("sourcePayer", (String) null)
                        .bind("sourceVersion", (Integer) null);
            case MarkSource.ByPayer by ->
                insert.bind("sourceMerchant", (String) null)
                        .bind("sourcePayer", by.inviter().hash())
                        .bind("sourceVersion", by.inviter().version());
        };
        return source.bind("payer", mark.payer().hash())
                        .bind("version", mark.payer().version())
                        .bind("circle", mark.circle())
                        .bind("at", mark.at().toEpochMilli())
                        .bind("seen", mark.seenAt().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public Optional<Mark> find(PayerKey payer, String circle) {
        return handle.createQuery("SELECT * FROM mark WHERE payer_key = :payer AND circle = :circle")
                .bind("payer", payer.hash())
                .bind("circle", circle)
                .map((row, context) -> mark(row))
                .findOne();
    }

    @Override
    public Standing standing(PayerKey payer, String circle) {
        return handle.createQuery("""
                        SELECT m.*,
                               (SELECT COUNT(*) FROM opt_out WHERE payer_key = :payer) AS opted_out,
                               (SELECT COUNT(*) FROM reward
                                WHERE payer_key = :payer AND circle = :circle AND printed_for IS NULL) AS rewards
                        FROM (SELECT 1 AS always) one
                        LEFT JOIN mark m ON m.payer_key = :payer AND m.circle = :circle""")
                .bind("payer", payer.hash())
                .bind("circle", circle)
                .map((row, context) -> new Standing(
                        row.getInt("opted_out") > 0,
                        row.getString("circle") == null ? Optional.empty() : Optional.of(mark(row)),
                        row.getInt("rewards") > 0))
                .one();
    }

    @Override
    public List<Mark> of(PayerKey payer) {
        return handle.createQuery("SELECT * FROM mark WHERE payer_key = :payer ORDER BY circle")
                .bind("payer", payer.hash())
                .map((row, context) -> mark(row))
                .list();
    }

    @Override
    public void seen(PayerKey payer, String circle, Instant at) {
        handle.createUpdate("""
                        UPDATE mark SET seen_at = :at
                        WHERE payer_key = :payer AND circle = :circle AND seen_at < :at""")
                .bind("payer", payer.hash())
                .bind("circle", circle)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static Mark mark(ResultSet row) throws SQLException {
        var merchant = row.getString("source_merchant");
        MarkSource source = merchant != null
                ? new MarkSource.AtMerchant(merchant)
                : new MarkSource.ByPayer(new PayerKey(row.getInt("source_version"), row.getString("source_payer")));
        return new Mark(
                new PayerKey(row.getInt("payer_version"), row.getString("payer_key")),
                row.getString("circle"),
                source,
                Times.at(row, "marked_at"),
                Times.at(row, "seen_at"));
    }
}
