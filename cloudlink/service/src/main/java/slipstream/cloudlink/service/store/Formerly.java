package slipstream.cloudlink.service.store;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What backups of former versions have that we have no more, and what they lack that migrations filled.
final class Formerly {
    /// `table.column`: dropped by a migration (V8), so left out when a backup is restored.
    static final Set<String> COLUMNS = Set.of("merchant.wechat_file");

    /// How the table `trace` is filled from what it names, as migration V4 did.
    private static final List<String> TRACES = List.of("""
            INSERT INTO trace (payer_key, kind, ref, lasts_to)
            SELECT payer_key, 'payment', payment_key, seen_at FROM payment WHERE payer_key IS NOT NULL""", """
            INSERT INTO trace (payer_key, kind, ref, lasts_to)
            SELECT payer_key, 'link', token_hash, expires_at FROM claim_link""", """
            INSERT INTO trace (payer_key, kind, ref, lasts_to)
            SELECT payer_key, 'invitation', token_hash, made_at FROM invitation""");

    private Formerly() {}

    /// Fills what a backup does not hold because there was no such table when it was made.
    ///
    /// @param found the tables that were in it
    static void complete(Handle handle, Set<String> found) {
        if (!found.contains("trace")) {
            TRACES.forEach(handle::execute);
        }
    }
}
