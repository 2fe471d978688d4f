package slipstream.cloudlink.service.store;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.account.AuditEntry;
import slipstream.cloudlink.service.account.AuditStore;

record SqlAuditStore(Handle handle) implements AuditStore {
    private static final int ID_BYTES = 32;

    @Override
    public void add(AuditEntry entry) {
        var id = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(id);
        handle.createUpdate("""
                        INSERT INTO audit (audit_id, done_at, who, circle, action, subject, detail)
                        VALUES (:id, :at, :who, :circle, :action, :subject, :detail)""")
                .bind("id", HexFormat.of().formatHex(id))
                .bind("at", entry.at().toEpochMilli())
                .bind("who", entry.who())
                .bind("circle", entry.circle().orElse(null))
                .bind("action", entry.action())
                .bind("subject", entry.subject())
                .bind("detail", entry.detail())
                .execute();
    }

    @Override
    public List<AuditEntry> newest(String circle, int before, int most) {
        return handle.createQuery("""
                        SELECT * FROM audit WHERE circle = :circle OR circle IS NULL
                        ORDER BY done_at DESC, audit_id LIMIT :most OFFSET :before""")
                .bind("circle", circle)
                .bind("most", most)
                .bind("before", before)
                .map((row, context) -> new AuditEntry(
                        Times.at(row, "done_at"),
                        row.getString("who"),
                        Optional.ofNullable(row.getString("circle")),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }
}
