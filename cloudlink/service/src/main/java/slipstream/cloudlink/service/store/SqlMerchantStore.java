package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.MerchantStore;
import slipstream.cloudlink.service.merchant.Wording;

record SqlMerchantStore(Handle handle) implements MerchantStore {
    @Override
    public boolean add(Merchant merchant) {
        return bound(merchant, """
                                INSERT INTO merchant (merchant_id, name, name_english, language, circle,
                                                      exclusion_group, address, address_english, copies)
                                VALUES (:id, :name, :english, :language, :circle, :group, :address, :addressEnglish,
                                        :copies)
                                ON CONFLICT DO NOTHING""").bind("circle", merchant.circle()).execute() == 1;
    }

    @Override
    public boolean locate(String id, Optional<Wording> address) {
        return handle.createUpdate(
                                "UPDATE merchant SET address = :address, address_english = :english WHERE merchant_id = :id")
                        .bind("id", id)
                        .bind("address", address.map(Wording::text).orElse(null))
                        .bind("english", address.map(Wording::english).orElse(null))
                        .execute()
                == 1;
    }

    @Override
    public boolean change(Merchant merchant) {
        return bound(merchant, """
                                UPDATE merchant SET name = :name, name_english = :english, language = :language,
                                                    exclusion_group = :group, address = :address,
                                                    address_english = :addressEnglish, copies = :copies
                                WHERE merchant_id = :id""").execute() == 1;
    }

    /// All that may change is bound.
    private Update bound(Merchant merchant, String statement) {
        return handle.createUpdate(statement)
                .bind("id", merchant.id())
                .bind("name", merchant.name().text())
                .bind("english", merchant.name().english())
                .bind("language", merchant.language().toLanguageTag())
                .bind("copies", merchant.copies() ? 1 : 0)
                .bind("group", merchant.exclusionGroup().orElse(null))
                .bind("address", merchant.address().map(Wording::text).orElse(null))
                .bind("addressEnglish", merchant.address().map(Wording::english).orElse(null));
    }

    @Override
    public Optional<Merchant> find(String id) {
        return handle.createQuery("SELECT * FROM merchant WHERE merchant_id = :id")
                .bind("id", id)
                .map((row, context) -> merchant(row))
                .findOne();
    }

    @Override
    public List<Merchant> all() {
        return handle.createQuery("SELECT * FROM merchant ORDER BY merchant_id")
                .map((row, context) -> merchant(row))
                .list();
    }

    static Optional<Wording> address(ResultSet row) throws SQLException {
        var text = row.getString("address");
        return text == null ? Optional.empty() : Optional.of(new Wording(text, row.getString("address_english")));
    }

    private static Merchant merchant(ResultSet row) throws SQLException {
        return new Merchant(
                row.getString("merchant_id"),
                new Wording(row.getString("name"), row.getString("name_english")),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("circle"),
                Optional.ofNullable(row.getString("exclusion_group")),
                address(row),
                row.getInt("copies") == 1);
    }
}
