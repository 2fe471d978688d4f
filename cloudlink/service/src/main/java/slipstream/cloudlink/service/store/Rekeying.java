package slipstream.cloudlink.service.store;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.mark.PayerKey;

/// Moves a payer's rows to another key. Rows are read, written anew and deleted: a cluster may have to carry
/// them to another shard, and does not let a shard key be updated.
record Rekeying(Handle handle) {
    void rekey(PayerKey former, PayerKey present) {
        for (var table : Shards.ofPayers()) {
            var rows = handle.createQuery("SELECT * FROM " + table + " WHERE payer_key = :payer")
                    .bind("payer", former.hash())
                    .mapToMap()
                    .list();
            for (var row : rows) {
                row.put("payer_key", present.hash());
                row.computeIfPresent("payer_version", (column, version) -> present.version());
                insert(table, row);
            }
            if (!rows.isEmpty()) {
                handle.createUpdate("DELETE FROM " + table + " WHERE payer_key = :payer")
                        .bind("payer", former.hash())
                        .execute();
            }
        }
    }

    private void insert(String table, Map<String, Object> row) {
        row.values().removeIf(Objects::isNull);
        var columns = String.join(", ", row.keySet());
        var places = row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        handle.createUpdate(
                        "INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ") ON CONFLICT DO NOTHING")
                .bindMap(row)
                .execute();
    }
}
