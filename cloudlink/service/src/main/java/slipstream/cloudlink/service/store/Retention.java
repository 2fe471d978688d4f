package slipstream.cloudlink.service.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.config.RetentionTimes;

/// How long each field is kept, and the job that sees to it.
///
/// Works in small batches, each a transaction of its own, so that receipts need not wait for it. What it does
/// twice, or on two nodes at once, does no harm.
public final class Retention {
    private static final int BATCH = 500;

    private final Database database;
    private final List<Step> steps;

    public Retention(Database database, RetentionTimes times) {
        this.database = database;
        this.steps = List.of(
                delete("notice", "notice_key", "received_at < :before", times.notices()),
                empty(
                        "payment",
                        "payment_key",
                        "payer_key = NULL, payer_version = NULL, amount = NULL, currency = NULL, paid_at = NULL",
                        "seen_at < :before AND (payer_key IS NOT NULL OR amount IS NOT NULL)",
                        times.payments()),
                delete("claim_link", "token_hash", "expires_at < :before AND voucher_hash IS NULL", times.links()),
                empty(
                        "voucher",
                        "voucher_hash",
                        "code = '', token_hash = ''",
                        "expires_at < :before AND code <> ''",
                        times.links()),
                delete("voucher", "voucher_hash", "expires_at < :before", times.figures()),
                delete("mark", "payer_key, circle", "seen_at < :before", times.marks()),
                delete("purchase", "payer_key, merchant_id", "bought_at < :before", times.marks()),
                delete("invitation", "token_hash", "made_at < :before", times.marks()),
                delete("payer_tally", "payer_key, campaign_id, kind, day", "counted_at < :before", times.counts()),
                delete("exposure", "payer_key, campaign_id", "met_at < :before", times.counts()),
                delete("reward", "payer_key, token_hash", "made_at < :before", times.counts()));
    }

    /// Drops what is older at `now` than it may be; how many rows were dropped or emptied.
    public long enforce(Instant now) {
        long rows = 0;
        for (var step : steps) {
            int batch;
            do {
                batch = batch(step, now.minus(step.age).toEpochMilli());
                rows += batch;
            } while (batch == BATCH);
        }
        return rows;
    }

    private int batch(Step step, long before) {
        return database.writing().inTransaction(handle -> {
            var due = handle.createQuery("SELECT * FROM " + step.table + " WHERE " + step.when + " LIMIT " + BATCH)
                    .bind("before", before)
                    .mapToMap()
                    .list();
            for (var row : due) {
                // What hangs on a link lies elsewhere, or on its shard.
                if (step.table.equals("voucher")
                        && !String.valueOf(row.get("token_hash")).isBlank()) {
                    deleteLink(handle, row.get("token_hash"));
                }
                if (step.table.equals("claim_link")) {
                    deleteLink(handle, row.get("token_hash"));
                }
                var statement = handle.createUpdate(step.change() + " WHERE " + step.byKey() + " AND " + step.when)
                        .bind("before", before);
                step.keys().forEach(key -> statement.bind(key, row.get(key)));
                statement.execute();
            }
            return due.size();
        });
    }

    private static void deleteLink(Handle handle, Object tokenHash) {
        for (var table : List.of("claim_offer", "claim_link")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE token_hash = :hash")
                    .bind("hash", tokenHash)
                    .execute();
        }
    }

    private static Step delete(String table, String keys, String when, Duration age) {
        return new Step(table, keys, "", when, age);
    }

    private static Step empty(String table, String keys, String set, String when, Duration age) {
        return new Step(table, keys, set, when, age);
    }

    /// @param set the columns that are emptied; the row goes when blank
    private record Step(String table, String keyList, String set, String when, Duration age) {
        List<String> keys() {
            return List.of(keyList.split(", "));
        }

        String byKey() {
            return String.join(
                    " AND ", keys().stream().map(key -> key + " = :" + key).toList());
        }

        String change() {
            return set.isEmpty() ? "DELETE FROM " + table : "UPDATE " + table + " SET " + set;
        }
    }

    /// Every field of every table that grows with payments, and until when it is kept.
    public static final Map<String, String> FIELDS = RetentionFields.ALL;
}
