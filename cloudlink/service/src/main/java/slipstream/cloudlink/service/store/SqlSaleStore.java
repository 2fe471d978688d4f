package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.claim.Voucher;
import slipstream.cloudlink.service.item.ItemStore;
import slipstream.cloudlink.service.item.PurchaseStore;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.sale.Sale;
import slipstream.cloudlink.service.sale.SaleStore;

record SqlSaleStore(Handle handle) implements SaleStore {
    @Override
    public ItemStore items() {
        return new SqlItemStore(handle);
    }

    @Override
    public PurchaseStore purchases() {
        return new SqlPurchaseStore(handle);
    }

    @Override
    public void order(Sale sale, Instant at) {
        handle.createUpdate("""
                        INSERT INTO sale (order_key, merchant_id, item_id, token, claimant, holder_key, amount, currency,
                                          ordered_at)
                        VALUES (:key, :merchant, :item, :token, :claimant, :holder, :amount, :currency, :at)""")
                .bind("key", sale.key())
                .bind("merchant", sale.merchantId())
                .bind("item", sale.itemId())
                .bind("token", sale.token().value())
                .bind("claimant", sale.claimant())
                .bind("holder", sale.holder().hash())
                .bind("amount", sale.price().minorUnits())
                .bind("currency", sale.price().currency())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Sale> find(String key) {
        return handle.createQuery("SELECT * FROM sale WHERE order_key = :key")
                .bind("key", key)
                .map((row, context) -> sale(row))
                .findOne();
    }

    @Override
    public boolean pay(String key, Instant at) {
        return handle.createUpdate("UPDATE sale SET paid_at = :at WHERE order_key = :key AND paid_at IS NULL")
                        .bind("key", key)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public boolean undo(String key, Instant at) {
        return handle.createUpdate("""
                        UPDATE sale SET undone_at = :at
                        WHERE order_key = :key AND paid_at IS NOT NULL AND undone_at IS NULL""")
                        .bind("key", key)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public void hand(Sale sale, ClaimLink link, Voucher voucher) {
        new SqlItemStore(handle).sell(voucher.item());
        new SqlClaimStore(handle).openClaimed(link, voucher, sale.claimant(), sale.holder());
    }

    @Override
    public void takeBack(Sale sale, Instant at) {
        new SqlClaimStore(handle).takeBack(SqlClaimStore.hash(sale.token()), at);
    }

    private static Sale sale(ResultSet row) throws SQLException {
        return new Sale(
                row.getString("order_key"),
                row.getString("merchant_id"),
                row.getString("item_id"),
                new ClaimToken(row.getString("token")),
                row.getString("claimant"),
                new PayerKey(0, row.getString("holder_key")),
                new Money(row.getLong("amount"), row.getString("currency")),
                Times.maybe(row, "paid_at"));
    }
}
