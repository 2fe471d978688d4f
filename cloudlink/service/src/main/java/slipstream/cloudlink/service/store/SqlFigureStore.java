package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.figures.BoxReport;
import slipstream.cloudlink.service.figures.FigureStore;

record SqlFigureStore(Handle handle) implements FigureStore {
    /// What is counted of a day; each row has merchant, campaign, kind and number.
    private static final List<String> COUNTS = List.of(
            payments("identified", "reason <> 'NOT_SUCCESSFUL'"),
            payments("marked", "reason NOT IN ('NOT_SUCCESSFUL', 'OPTED_OUT', 'FIRST_PAYMENT', 'WELCOME')"),
            payments("linked", "linked = 1"),
            """
            SELECT merchant_id, campaign_id, 'scanned' AS kind, COUNT(*) AS amount FROM look
            WHERE looked_at >= :from AND looked_at < :until GROUP BY merchant_id, campaign_id""",
            vouchers("claimed", "issued_at"),
            vouchers("redeemed", "redeemed_at"));

    private static String payments(String kind, String which) {
        return """
                SELECT merchant_id, COALESCE(campaign_id, '') AS campaign_id, '%s' AS kind, COUNT(*) AS amount
                FROM payment WHERE seen_at >= :from AND seen_at < :until AND decided_at IS NOT NULL AND %s
                GROUP BY merchant_id, COALESCE(campaign_id, '')""".formatted(kind, which);
    }

    /// Counted where the receipt was printed that led to it; where the item is used once that is forgotten.
    private static String vouchers(String kind, String time) {
        return """
                SELECT COALESCE(l.merchant_id, i.merchant_id) AS merchant_id,
                       COALESCE(l.campaign_id, '') AS campaign_id, '%s' AS kind, COUNT(*) AS amount
                FROM voucher v JOIN item i ON i.item_id = v.item_id
                LEFT JOIN claim_link l ON l.token_hash = v.token_hash
                WHERE v.%s >= :from AND v.%s < :until
                GROUP BY COALESCE(l.merchant_id, i.merchant_id), COALESCE(l.campaign_id, '')""".formatted(kind, time, time);
    }

    @Override
    public void looked(ClaimToken token, Instant at) {
        handle.createUpdate("""
                        INSERT INTO look (token_hash, merchant_id, campaign_id, looked_at)
                        SELECT token_hash, merchant_id, campaign_id, :at FROM claim_link WHERE token_hash = :hash
                        ON CONFLICT DO NOTHING""")
                .bind("hash", SqlClaimStore.hash(token))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public boolean wasLooked(ClaimToken token) {
        return handle.createQuery("SELECT 1 FROM look WHERE token_hash = :hash")
                .bind("hash", SqlClaimStore.hash(token))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void tell(String merchantId, String deviceId, BoxReport.Checked report) {
        report.counts()
                .forEach((kind, amount) -> handle.createUpdate("""
                        INSERT INTO box_figure (merchant_id, day, device_id, run, kind, amount)
                        VALUES (:merchant, :day, :device, :run, :kind, :amount)
                        ON CONFLICT (merchant_id, day, device_id, run, kind) DO UPDATE SET amount = excluded.amount
                        WHERE excluded.amount > box_figure.amount""")
                        .bind("merchant", merchantId)
                        .bind("day", report.day())
                        .bind("device", deviceId)
                        .bind("run", report.run())
                        .bind("kind", kind)
                        .bind("amount", amount)
                        .execute());
    }

    @Override
    public OptionalLong lastDay() {
        return number("SELECT MAX(day) FROM figure");
    }

    @Override
    public OptionalLong firstPayment() {
        return number("SELECT MIN(seen_at) FROM payment");
    }

    private OptionalLong number(String sql) {
        var found = handle.createQuery(sql).mapTo(Long.class).findOne();
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    /// Two nodes may count the same day at the same time; whoever is last has counted more.
    @Override
    public void count(long day, long from, long until) {
        handle.createUpdate("DELETE FROM figure WHERE day = :day")
                .bind("day", day)
                .execute();
        for (var count : COUNTS) {
            handle.createUpdate("INSERT INTO figure (merchant_id, day, campaign_id, kind, amount)"
                            + " SELECT c.merchant_id, :day, c.campaign_id, c.kind, c.amount FROM (" + count
                            + ") c WHERE 1 = 1 ON CONFLICT (merchant_id, day, campaign_id, kind)"
                            + " DO UPDATE SET amount = excluded.amount")
                    .bind("day", day)
                    .bind("from", from)
                    .bind("until", until)
                    .execute();
        }
    }

    @Override
    public List<Figure> between(Collection<String> merchants, long firstDay, long lastDay) {
        return figures("""
                SELECT merchant_id, day, campaign_id, kind, amount FROM figure
                WHERE merchant_id IN (<merchants>) AND day BETWEEN :first AND :last
                ORDER BY day, merchant_id, campaign_id, kind""", merchants, firstDay, lastDay);
    }

    @Override
    public List<Figure> told(Collection<String> merchants, long firstDay, long lastDay) {
        return figures("""
                SELECT merchant_id, day, '' AS campaign_id, kind, SUM(amount) AS amount FROM box_figure
                WHERE merchant_id IN (<merchants>) AND day BETWEEN :first AND :last
                GROUP BY merchant_id, day, kind ORDER BY day, merchant_id, kind""", merchants, firstDay, lastDay);
    }

    private List<Figure> figures(String sql, Collection<String> merchants, long firstDay, long lastDay) {
        return handle.createQuery(sql)
                .bindList("merchants", List.copyOf(merchants))
                .bind("first", firstDay)
                .bind("last", lastDay)
                .map((row, context) -> new Figure(
                        row.getString("merchant_id"),
                        row.getLong("day"),
                        row.getString("campaign_id"),
                        row.getString("kind"),
                        row.getLong("amount")))
                .list();
    }

    /// Who came back was seen in the circle again after meeting the campaign. Payers whose mark has gone (opted
    /// out, or not seen for years) are in neither group.
    @Override
    public List<Groups> groups(String circle) {
        return handle.createQuery("""
                        SELECT e.campaign_id,
                               SUM(1 - e.control) AS treated,
                               SUM(CASE WHEN e.control = 0 AND m.seen_at > e.met_at THEN 1 ELSE 0 END) AS treated_back,
                               SUM(e.control) AS control,
                               SUM(CASE WHEN e.control = 1 AND m.seen_at > e.met_at THEN 1 ELSE 0 END) AS control_back
                        FROM exposure e JOIN mark m ON m.payer_key = e.payer_key
                        JOIN campaign c ON c.campaign_id = e.campaign_id
                        WHERE m.circle = :circle AND c.circle = :circle
                        GROUP BY e.campaign_id ORDER BY e.campaign_id""")
                .bind("circle", circle)
                .map((row, context) -> new Groups(
                        row.getString("campaign_id"),
                        new Group(row.getLong("treated"), row.getLong("treated_back")),
                        new Group(row.getLong("control"), row.getLong("control_back"))))
                .list();
    }

    @Override
    public Optional<String> currency(String circle) {
        return handle.createQuery("""
                        SELECT p.currency FROM payment p JOIN merchant m ON m.merchant_id = p.merchant_id
                        WHERE m.circle = :circle AND p.currency IS NOT NULL
                        GROUP BY p.currency ORDER BY COUNT(*) DESC, p.currency LIMIT 1""")
                .bind("circle", circle)
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public List<Spending> spending(String circle, String currency, long window, Instant now) {
        return handle.createQuery("""
                        SELECT campaign_id,
                               SUM(1 - control) AS treated, SUM((1 - control) * back) AS treated_back,
                               SUM((1 - control) * spent) AS treated_sum,
                               SUM((1 - control) * spent * spent) AS treated_squares,
                               SUM(control) AS control, SUM(control * back) AS control_back,
                               SUM(control * spent) AS control_sum, SUM(control * spent * spent) AS control_squares
                        FROM (SELECT e.campaign_id, e.control,
                                     CASE WHEN COUNT(p.payment_key) > 0 THEN 1 ELSE 0 END AS back,
                                     CAST(COALESCE(SUM(CASE WHEN p.currency = :currency THEN p.amount ELSE 0 END), 0)
                                          AS DOUBLE PRECISION) AS spent
                              FROM exposure e JOIN campaign c ON c.campaign_id = e.campaign_id
                              JOIN mark m ON m.payer_key = e.payer_key AND m.circle = c.circle
                              LEFT JOIN payment p ON p.payer_key = e.payer_key AND p.state = 'SUCCESSFUL'
                                   AND p.seen_at > e.met_at AND p.seen_at <= e.met_at + :window
                                   AND p.merchant_id IN (SELECT merchant_id FROM merchant WHERE circle = :circle)
                              WHERE c.circle = :circle AND e.met_at <= :latest
                                AND e.met_at >= (SELECT MIN(seen_at) FROM payment WHERE payer_key IS NOT NULL)
                              GROUP BY e.campaign_id, e.control, e.payer_key) each_payer
                        GROUP BY campaign_id ORDER BY campaign_id""")
                .bind("circle", circle)
                .bind("currency", currency)
                .bind("window", window)
                .bind("latest", now.toEpochMilli() - window)
                .map((row, context) ->
                        new Spending(row.getString("campaign_id"), spent(row, "treated"), spent(row, "control")))
                .list();
    }

    private static Spent spent(ResultSet row, String group) throws SQLException {
        return new Spent(
                row.getLong(group),
                row.getLong(group + "_back"),
                row.getDouble(group + "_sum"),
                row.getDouble(group + "_squares"));
    }

    @Override
    public List<VoucherLine> vouchers(Collection<String> merchants, int most) {
        return handle.createQuery("""
                        SELECT COALESCE(l.campaign_id, '') AS campaign_id, COALESCE(l.merchant_id, '') AS printed_at,
                               v.item_id, i.merchant_id AS used_at, v.issued_at, v.expires_at,
                               CASE WHEN v.refunded_at IS NOT NULL THEN 'refunded'
                                    WHEN v.taken_back_at IS NOT NULL THEN 'taken-back'
                                    WHEN v.redeemed_at IS NOT NULL THEN 'redeemed' ELSE 'open' END AS state
                        FROM voucher v JOIN item i ON i.item_id = v.item_id
                        LEFT JOIN claim_link l ON l.token_hash = v.token_hash
                        WHERE l.merchant_id IN (<merchants>) OR i.merchant_id IN (<merchants>)
                        ORDER BY v.issued_at DESC, v.voucher_hash LIMIT :most""")
                .bindList("merchants", List.copyOf(merchants))
                .bind("most", most)
                .map((row, context) -> new VoucherLine(
                        row.getString("campaign_id"),
                        row.getString("printed_at"),
                        row.getString("item_id"),
                        row.getString("used_at"),
                        Times.at(row, "issued_at"),
                        Times.at(row, "expires_at"),
                        row.getString("state")))
                .list();
    }
}
