package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.staff.Staff;
import slipstream.cloudlink.service.staff.StaffStore;

record SqlStaffStore(Handle handle) implements StaffStore {
    @Override
    public void add(Staff staff, String linkHash, String secretHash) {
        handle.createUpdate("""
                        INSERT INTO staff (staff_id, merchant_id, name, link_hash, secret_hash, added_at)
                        VALUES (:id, :merchant, :name, :link, :secret, :at)""")
                .bind("id", staff.id())
                .bind("merchant", staff.merchantId())
                .bind("name", staff.name())
                .bind("link", linkHash)
                .bind("secret", secretHash)
                .bind("at", staff.addedAt().toEpochMilli())
                .execute();
    }

    @Override
    public List<Staff> all() {
        return handle.createQuery("SELECT * FROM staff ORDER BY merchant_id, name, staff_id")
                .map((row, context) -> staff(row))
                .list();
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return handle.createUpdate("UPDATE staff SET revoked_at = :at WHERE staff_id = :id AND revoked_at IS NULL")
                        .bind("id", id)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public boolean attempt(String linkHash, int most, Instant since, Instant now) {
        return handle.createUpdate("""
                        UPDATE staff SET failures = CASE WHEN failed_at <= :since THEN 1 ELSE failures + 1 END,
                                         failed_at = :now
                        WHERE link_hash = :link AND revoked_at IS NULL AND (failures < :most OR failed_at <= :since)""")
                        .bind("link", linkHash)
                        .bind("most", most)
                        .bind("since", since.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public boolean known(String linkHash) {
        return handle.createQuery("SELECT 1 FROM staff WHERE link_hash = :link AND revoked_at IS NULL")
                .bind("link", linkHash)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public Optional<Staff> enter(String linkHash, String secretHash) {
        int right = handle.createUpdate("""
                        UPDATE staff SET failures = 0
                        WHERE link_hash = :link AND secret_hash = :secret AND revoked_at IS NULL""")
                .bind("link", linkHash)
                .bind("secret", secretHash)
                .execute();
        return right == 0
                ? Optional.empty()
                : handle.createQuery("SELECT * FROM staff WHERE link_hash = :link")
                        .bind("link", linkHash)
                        .map((row, context) -> staff(row))
                        .findOne();
    }

    @Override
    public void open(String sessionHash, Staff staff, Instant expiresAt) {
        handle.createUpdate("""
                        INSERT INTO staff_session (session_hash, staff_id, expires_at)
                        VALUES (:session, :staff, :expires)""")
                .bind("session", sessionHash)
                .bind("staff", staff.id())
                .bind("expires", expiresAt.toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Staff> present(String sessionHash, Instant now) {
        return handle.createQuery("""
                        SELECT s.* FROM staff_session o JOIN staff s ON s.staff_id = o.staff_id
                        WHERE o.session_hash = :session AND o.expires_at > :now AND s.revoked_at IS NULL""")
                .bind("session", sessionHash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> staff(row))
                .findOne();
    }

    @Override
    public void close(String sessionHash) {
        handle.createUpdate("DELETE FROM staff_session WHERE session_hash = :session")
                .bind("session", sessionHash)
                .execute();
    }

    private static Staff staff(ResultSet row) throws SQLException {
        return new Staff(
                row.getString("staff_id"),
                row.getString("merchant_id"),
                row.getString("name"),
                Times.at(row, "added_at"),
                Times.maybe(row, "revoked_at"));
    }
}
