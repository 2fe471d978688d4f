package slipstream.cloudlink.service.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.config.RetentionTimes;

/// How long each field is kept, and the job that sees to it.
///
/// Works in small batches, each a transaction of its own, so that receipts need not wait for it. What it does
/// twice, or on two nodes at once, does no harm.
public final class Retention {
    private static final int BATCH = 500;
    private static final String TRACE_KEY = "payer_key, kind, ref";

    /// A day, counted from 1970, that is over wherever on earth it began.
    private static final String ENDED_DAY = "(day + 2) * 86400000 < :before";

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
                delete("sale", "order_key", "ordered_at < :before", times.payments()),
                delete("pool_token", "token_hash", "expires_at < :before", times.links()),
                delete("staff_session", "session_hash", "expires_at < :before", Duration.ofDays(1)),
                delete("pool_tally", "device_id, day", "day * 86400000 < :before", times.counts()),
                delete("mark", "payer_key, circle", "seen_at < :before", times.marks()),
                delete("purchase", "payer_key, merchant_id", "bought_at < :before", times.marks()),
                delete("invitation", "token_hash", "made_at < :before", times.marks()),
                delete("payer_tally", "payer_key, campaign_id, kind, day", "counted_at < :before", times.counts()),
                delete("exposure", "payer_key, campaign_id", "met_at < :before", times.counts()),
                delete("reward", "payer_key, token_hash", "made_at < :before", times.counts()),
                delete("message", "payer_key, token_hash", "made_at < :before", times.counts()),
                delete("message_address", "payer_key", "used_at < :before", times.marks()),
                delete("sign_in_try", "name_hash", "tried_at < :before", Duration.ofDays(1)),
                delete("session", "session_hash", "ends_at < :before", Duration.ZERO),
                delete("audit", "audit_id", "done_at < :before", times.figures()),
                delete("enrolment", "token_hash", "ends_at < :before", Duration.ZERO),
                delete("look", "token_hash", "looked_at < :before", times.links()),
                delete("figure", "merchant_id, day, campaign_id, kind", ENDED_DAY, times.figures()),
                delete("box_figure", "merchant_id, day, device_id, run, kind", ENDED_DAY, times.figures()),
                delete("receipt_copy", "copy_hash", "asked_at < :before", times.copies()),
                delete("copy_wish", "merchant_id, copy_hash", "asked_at < :before", Duration.ofHours(1)),
                delete("trace", TRACE_KEY, "kind = 'copy' AND lasts_to < :before", times.copies()),
                delete("trace", TRACE_KEY, "kind = 'payment' AND lasts_to < :before", times.payments()),
                delete("trace", TRACE_KEY, "kind IN ('link', 'voucher') AND lasts_to < :before", times.links()),
                delete("trace", TRACE_KEY, "kind IN ('invitation', 'guest') AND lasts_to < :before", times.marks()));
    }

    /// Drops what is older at `now` than it may be; how many rows were dropped or emptied.
    public long enforce(Instant now) {
        return steps.stream().mapToLong(step -> enforce(step, now)).sum();
    }

    /// Walks the table once along its primary key. Searching is left to a reader; only what is due is written.
    private long enforce(Step step, Instant now) {
        long before = now.minus(step.age).toEpochMilli();
        long rows = 0;
        var due = due(step, before, Optional.empty());
        while (!due.isEmpty()) {
            rows += due.size();
            drop(step, before, due);
            due = due.size() < BATCH ? List.of() : due(step, before, Optional.of(due.getLast()));
        }
        return rows;
    }

    private List<Map<String, Object>> due(Step step, long before, Optional<Map<String, Object>> after) {
        return database.reading().withHandle(handle -> {
            var query = handle.createQuery("SELECT * FROM " + step.table + " WHERE " + step.when
                            + (after.isEmpty() ? "" : " AND " + step.beyond()) + " ORDER BY " + step.keyList + " LIMIT "
                            + BATCH)
                    .bind("before", before);
            after.ifPresent(last -> step.keys().forEach(key -> query.bind(key, last.get(key))));
            return query.mapToMap().list();
        });
    }

    private void drop(Step step, long before, List<Map<String, Object>> due) {
        database.writing().useTransaction(handle -> {
            for (var row : due) {
                // What hangs on a link goes with it.
                if (step.table.equals("claim_link") || step.table.equals("voucher")) {
                    deleteLink(handle, row.get("token_hash"));
                }
                var statement = handle.createUpdate(step.change() + " WHERE " + step.byKey() + " AND " + step.when)
                        .bind("before", before);
                step.keys().forEach(key -> statement.bind(key, row.get(key)));
                statement.execute();
            }
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

        String beyond() {
            var places = String.join(", ", keys().stream().map(key -> ":" + key).toList());
            return "(" + keyList + ") > (" + places + ")";
        }

        String change() {
            return set.isEmpty() ? "DELETE FROM " + table : "UPDATE " + table + " SET " + set;
        }
    }

    /// Every field of every table that grows with payments, and until when it is kept.
    public static final Map<String, String> FIELDS = RetentionFields.ALL;
}
