package slipstream.cloudlink.service.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.fleet.EnrolmentStore;

record SqlEnrolmentStore(Handle handle) implements EnrolmentStore {
    @Override
    public void invite(String tokenHash, Invitation invitation) {
        handle.createUpdate("""
                        INSERT INTO enrolment (token_hash, merchant_id, name, made_at, ends_at)
                        VALUES (:hash, :merchant, :name, :made, :ends)""")
                .bind("hash", tokenHash)
                .bind("merchant", invitation.merchantId())
                .bind("name", invitation.name())
                .bind("made", invitation.madeAt().toEpochMilli())
                .bind("ends", invitation.endsAt().toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Invitation> take(String tokenHash, Instant now) {
        var found = handle.createQuery("SELECT * FROM enrolment WHERE token_hash = :hash AND ends_at > :now")
                .bind("hash", tokenHash)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> invitation(row))
                .findOne();
        boolean taken = handle.createUpdate("DELETE FROM enrolment WHERE token_hash = :hash AND ends_at > :now")
                        .bind("hash", tokenHash)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
        return taken ? found : Optional.empty();
    }

    @Override
    public List<Invitation> waiting(Instant now) {
        return handle.createQuery("SELECT * FROM enrolment WHERE ends_at > :now ORDER BY merchant_id, name, token_hash")
                .bind("now", now.toEpochMilli())
                .map((row, context) -> invitation(row))
                .list();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getString("merchant_id"),
                row.getString("name"),
                Times.at(row, "made_at"),
                Times.at(row, "ends_at"));
    }
}
