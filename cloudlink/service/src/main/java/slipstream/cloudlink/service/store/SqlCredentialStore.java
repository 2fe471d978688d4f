package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.gateway.CredentialStore;
import slipstream.cloudlink.service.merchant.Platform;

record SqlCredentialStore(Handle handle) implements CredentialStore {
    @Override
    public void put(Sealed closed) {
        handle.createUpdate("""
                        INSERT INTO credential (merchant_id, platform, sealed) VALUES (:merchant, :platform, :sealed)
                        ON CONFLICT (merchant_id, platform) DO UPDATE SET sealed = excluded.sealed""")
                .bind("merchant", closed.merchantId())
                .bind("platform", closed.platform().name())
                .bind("sealed", closed.text())
                .execute();
    }

    @Override
    public Optional<Sealed> find(String merchantId, Platform platform) {
        return handle.createQuery("SELECT * FROM credential WHERE merchant_id = :merchant AND platform = :platform")
                .bind("merchant", merchantId)
                .bind("platform", platform.name())
                .map((row, context) -> sealed(row))
                .findOne();
    }

    @Override
    public List<Sealed> all() {
        return handle.createQuery("SELECT * FROM credential ORDER BY merchant_id, platform")
                .map((row, context) -> sealed(row))
                .list();
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getString("merchant_id"), Platform.valueOf(row.getString("platform")), row.getString("sealed"));
    }
}
