package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.item.ItemStore;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;

record SqlItemStore(Handle handle) implements ItemStore {
    /// Columns that [#item] reads; from `item i JOIN merchant m`.
    static final String COLUMNS =
            "i.item_id, i.merchant_id, m.name, m.name_english, i.title, i.title_english, i.terms, i.terms_english, i.valid_days, i.stock, i.price, i.currency,"
                    + " i.withdrawn_at, m.address, m.address_english";

    private static final String SELECT =
            "SELECT " + COLUMNS + " FROM item i JOIN merchant m ON m.merchant_id = i.merchant_id ";

    @Override
    public void add(VirtualItem item) {
        bound(item, """
                        INSERT INTO item (item_id, merchant_id, title, title_english, terms, terms_english, valid_days, stock,
                                          price, currency, position)
                        VALUES (:id, :merchant, :title, :english, :terms, :termsEnglish, :days, :stock, :price, :currency,
                                (SELECT COALESCE(MAX(position), 0) + 1 FROM item WHERE merchant_id = :merchant))""")
                .bind("merchant", item.merchantId())
                .bind("days", item.validDays())
                .bind("stock", item.stock().orElse(null))
                .execute();
    }

    @Override
    public boolean change(VirtualItem item) {
        return bound(item, """
                        UPDATE item SET title = :title, title_english = :english, terms = :terms,
                                        terms_english = :termsEnglish, price = :price, currency = :currency
                        WHERE item_id = :id""").execute() == 1;
    }

    /// All that may change is bound.
    private Update bound(VirtualItem item, String statement) {
        return handle.createUpdate(statement)
                .bind("id", item.id())
                .bind("title", item.title().text())
                .bind("english", item.title().english())
                .bind("terms", item.terms().map(Wording::text).orElse(null))
                .bind("termsEnglish", item.terms().map(Wording::english).orElse(null))
                .bind("price", item.price().map(Money::minorUnits).orElse(null))
                .bind("currency", item.price().map(Money::currency).orElse(null));
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
        return handle
                .createQuery(SELECT + """
                        WHERE (i.merchant_id = :merchant
                               OR (m.circle = :circle AND m.exclusion_group = :group))
                          AND i.withdrawn_at IS NULL
                        ORDER BY CASE WHEN i.merchant_id = :merchant THEN 0 ELSE 1 END, i.merchant_id, i.position""")
                .bind("merchant", merchant.id())
                .bind("circle", merchant.circle())
                .bind("group", merchant.exclusionGroup().orElse(null))
                .map((row, context) -> item(row))
                .list()
                .stream()
                .filter(this::inStock)
                .toList();
    }

    @Override
    public boolean withdraw(String id, Instant at) {
        return handle.createUpdate("UPDATE item SET withdrawn_at = :at WHERE item_id = :id AND withdrawn_at IS NULL")
                        .bind("id", id)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    boolean inStock(VirtualItem item) {
        return item.stock().isEmpty()
                || handle.createQuery("SELECT issued FROM item_tally WHERE item_id = :item")
                                .bind("item", item.id())
                                .mapTo(Integer.class)
                                .findOne()
                                .orElse(0)
                        < item.stock().get();
    }

    /// Counts one more voucher of an item; false when there are none left.
    boolean take(VirtualItem item) {
        return item.stock().isEmpty()
                || handle.createUpdate("""
                                INSERT INTO item_tally (item_id, issued) VALUES (:item, 1)
                                ON CONFLICT (item_id) DO UPDATE SET issued = item_tally.issued + 1
                                WHERE item_tally.issued < :stock""")
                                .bind("item", item.id())
                                .bind("stock", item.stock().get())
                                .execute()
                        == 1;
    }

    /// Counts one more voucher of an item, also beyond its stock: this one is paid for.
    void sell(VirtualItem item) {
        if (item.stock().isPresent()) {
            handle.createUpdate("""
                            INSERT INTO item_tally (item_id, issued) VALUES (:item, 1)
                            ON CONFLICT (item_id) DO UPDATE SET issued = item_tally.issued + 1""").bind("item", item.id()).execute();
        }
    }

    void giveBack(VirtualItem item) {
        handle.createUpdate("UPDATE item_tally SET issued = issued - 1 WHERE item_id = :item AND issued > 0")
                .bind("item", item.id())
                .execute();
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
                SqlMerchantStore.address(row),
                new Wording(row.getString("title"), row.getString("title_english")),
                terms(row),
                row.getInt("valid_days"),
                stock(row),
                price(row),
                Times.maybe(row, "withdrawn_at"));
    }

    private static Optional<Wording> terms(ResultSet row) throws SQLException {
        var text = row.getString("terms");
        return text == null ? Optional.empty() : Optional.of(new Wording(text, row.getString("terms_english")));
    }

    private static Optional<Money> price(ResultSet row) throws SQLException {
        long price = row.getLong("price");
        return row.wasNull() ? Optional.empty() : Optional.of(new Money(price, row.getString("currency")));
    }

    private static Optional<Integer> stock(ResultSet row) throws SQLException {
        int stock = row.getInt("stock");
        return row.wasNull() ? Optional.empty() : Optional.of(stock);
    }
}
