package slipstream.cloudlink.service.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.payer.Dossier;
import slipstream.cloudlink.service.store.SqlTraces.Kind;

/// Everything about one payer as tables have it, but for keys and secrets.
record SqlDossier(Handle handle) {
    /// Hashes, their versions, secrets of links, and what is only there for us.
    private static final Pattern LEFT_OUT = Pattern.compile(
            ".*_(key|hash|version)|token|claimant|source_payer|printed_for|own_link|linked|block_lines|lasts_to|sealed|due_at"
                    + "|tries|begun_at");

    /// Leads to what is told anyway.
    private static final String TRACE = "trace";

    private static final Pattern TIME = Pattern.compile(".*_at");
    private static final Set<String> TRUTHS = Set.of("control", "payer_only");

    Dossier of(PayerKey payer) {
        var traces = new SqlTraces(handle);
        var parts = new ArrayList<Dossier.Part>();
        for (var table : Shards.ofPayers()) {
            if (!table.equals(TRACE)) {
                parts.add(part(table, "SELECT * FROM " + table + " WHERE payer_key = :key", List.of(payer.hash())));
            }
        }
        parts.add(part(
                "payment",
                "SELECT * FROM payment WHERE payment_key = :key AND payer_key IS NOT NULL",
                traces.refs(payer, Kind.PAYMENT)));
        parts.add(
                part("claim_link", "SELECT * FROM claim_link WHERE token_hash = :key", traces.refs(payer, Kind.LINK)));
        parts.add(part(
                "voucher",
                """
                SELECT i.title, i.title_english, i.merchant_id, v.* FROM voucher v JOIN item i ON i.item_id = v.item_id
                WHERE v.voucher_hash = :key""",
                traces.refs(payer, Kind.VOUCHER).stream()
                        .flatMap(token -> voucher(token).stream())
                        .toList()));
        parts.add(part(
                "invitation", "SELECT * FROM invitation WHERE token_hash = :key", traces.refs(payer, Kind.INVITATION)));
        parts.add(part(
                "receipt_copy", "SELECT * FROM receipt_copy WHERE copy_hash = :key", traces.refs(payer, Kind.COPY)));
        return new Dossier(parts);
    }

    private Optional<String> voucher(String tokenHash) {
        return handle.createQuery(
                        "SELECT voucher_hash FROM claim_link WHERE token_hash = :hash AND voucher_hash IS NOT NULL")
                .bind("hash", tokenHash)
                .mapTo(String.class)
                .findOne();
    }

    private Dossier.Part part(String table, String sql, List<String> keys) {
        var rows = new ArrayList<Map<String, String>>();
        for (var key : keys) {
            handle.createQuery(sql).bind("key", key).mapToMap().list().stream()
                    .map(SqlDossier::shown)
                    .filter(row -> !row.isEmpty())
                    .forEach(rows::add);
        }
        return new Dossier.Part(table, rows);
    }

    private static Map<String, String> shown(Map<String, Object> row) {
        var shown = new LinkedHashMap<String, String>();
        row.forEach((column, value) -> {
            if (value != null && !LEFT_OUT.matcher(column).matches()) {
                shown.put(column, shown(column, value));
            }
        });
        return shown;
    }

    private static String shown(String column, Object value) {
        if (TIME.matcher(column).matches() && value instanceof Number millis) {
            return Instant.ofEpochMilli(millis.longValue()).toString();
        }
        if (column.equals("day") && value instanceof Number day) {
            return day.longValue() < 0
                    ? "*"
                    : LocalDate.ofEpochDay(day.longValue()).toString();
        }
        return TRUTHS.contains(column) ? (value.toString().equals("0") ? "false" : "true") : value.toString();
    }
}
