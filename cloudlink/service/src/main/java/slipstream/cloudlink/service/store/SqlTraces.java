package slipstream.cloudlink.service.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.mark.PayerKey;

/// What belongs to a payer but lies elsewhere: its keys, kept with the payer.
record SqlTraces(Handle handle) {
    /// What a trace leads to.
    enum Kind {
        PAYMENT,
        /// A link that was made for the payer.
        LINK,
        /// A link that the payer, or the payer's browser, has claimed.
        VOUCHER,
        INVITATION,
        /// A copy of a receipt that the payer has asked for.
        COPY,
        /// A payer who followed an invitation.
        GUEST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param lastsTo from then on the days count for which it is kept
    void note(PayerKey payer, Kind kind, String ref, Instant lastsTo) {
        handle.createUpdate("""
                        INSERT INTO trace (payer_key, kind, ref, lasts_to) VALUES (:payer, :kind, :ref, :lasts)
                        ON CONFLICT DO NOTHING""")
                .bind("payer", payer.hash())
                .bind("kind", kind.word())
                .bind("ref", ref)
                .bind("lasts", lastsTo.toEpochMilli())
                .execute();
    }

    /// As [#note]; where it was noted before, its days count anew.
    void renew(PayerKey payer, Kind kind, String ref, Instant lastsTo) {
        handle.createUpdate("DELETE FROM trace WHERE payer_key = :payer AND kind = :kind AND ref = :ref")
                .bind("payer", payer.hash())
                .bind("kind", kind.word())
                .bind("ref", ref)
                .execute();
        note(payer, kind, ref, lastsTo);
    }

    List<String> refs(PayerKey payer, Kind kind) {
        return handle.createQuery(
                        "SELECT ref FROM trace WHERE payer_key = :payer AND kind = :kind ORDER BY lasts_to DESC, ref")
                .bind("payer", payer.hash())
                .bind("kind", kind.word())
                .mapTo(String.class)
                .list();
    }
}
