package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
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
                                  source_version, marked_at)
                VALUES (:payer, :circle, :version, :sourceMerchant, :sourcePayer, :sourceVersion, :at)
                ON CONFLICT DO NOTHING""");
        var source = switch (mark.source()) {
            case MarkSource.AtMerchant at ->
                insert.bind("sourceMerchant", at.merchantId())
                        .bind("sourcePayer", (String) null)
                        .bind("sourceVersion", (Integer) null);
            case MarkSource.ByPayer by ->
                insert.bind("sourceMerchant", (String) null)
                        .bind("sourcePayer", by.payer().hash())
                        .bind("sourceVersion", by.payer().version());
        };
        return source.bind("payer", mark.payer().hash())
                        .bind("version", mark.payer().version())
                        .bind("circle", mark.circle())
                        .bind("at", mark.at().toEpochMilli())
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
    public void rekey(PayerKey former, PayerKey present) {
        handle.createUpdate("""
                        UPDATE mark SET payer_key = :present, payer_version = :version
                        WHERE payer_key = :former AND NOT EXISTS (
                            SELECT 1 FROM mark m WHERE m.payer_key = :present AND m.circle = mark.circle)""")
                .bind("former", former.hash())
                .bind("present", present.hash())
                .bind("version", present.version())
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
                Times.at(row, "marked_at"));
    }
}
