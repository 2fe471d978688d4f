package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.item.ItemStore;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;

record SqlItemStore(Handle handle) implements ItemStore {
    /// Columns that [#item] reads; from `item i JOIN merchant m`.
    static final String COLUMNS =
            "i.item_id, i.merchant_id, m.name, m.name_english, i.title, i.title_english, i.terms, i.valid_days";

    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM item i JOIN merchant m ON m.merchant_id = i.merchant_id ";

    @Override
    public void add(VirtualItem item) {
        handle.createUpdate("""
                        INSERT INTO item (item_id, merchant_id, title, title_english, terms, valid_days, position)
                        VALUES (:id, :merchant, :title, :english, :terms, :days,
                                (SELECT COALESCE(MAX(position), 0) + 1 FROM item WHERE merchant_id = :merchant))""")
                .bind("id", item.id())
                .bind("merchant", item.merchantId())
                .bind("title", item.title().text())
                .bind("english", item.title().english())
                .bind("terms", item.terms())
                .bind("days", item.validDays())
                .execute();
    }

    @Override
    public Optional<VirtualItem> find(String id) {
        return handle.createQuery(SELECT + "WHERE i.item_id = :id")
                .bind("id", id)
                .map((row, context) -> item(row))
                .findOne();
    }

    @Override
    public List<VirtualItem> offeredBy(Merchant merchant) {
        return handle.createQuery(SELECT + """
                        WHERE i.merchant_id = :merchant
                           OR (m.circle = :circle AND m.exclusion_group = :group)
                        ORDER BY CASE WHEN i.merchant_id = :merchant THEN 0 ELSE 1 END, i.merchant_id, i.position
                        LIMIT :most""")
                .bind("merchant", merchant.id())
                .bind("circle", merchant.circle())
                .bind("group", merchant.exclusionGroup().orElse(null))
                .bind("most", MOST_OFFERED)
                .map((row, context) -> item(row))
                .list();
    }

    @Override
    public List<VirtualItem> all() {
        return handle.createQuery(SELECT + "ORDER BY i.merchant_id, i.position")
                .map((row, context) -> item(row))
                .list();
    }

    static VirtualItem item(ResultSet row) throws SQLException {
        return new VirtualItem(
                row.getString("item_id"),
                row.getString("merchant_id"),
                new Wording(row.getString("name"), row.getString("name_english")),
                new Wording(row.getString("title"), row.getString("title_english")),
                row.getString("terms"),
                row.getInt("valid_days"));
    }
}
