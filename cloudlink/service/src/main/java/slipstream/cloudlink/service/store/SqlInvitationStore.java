package slipstream.cloudlink.service.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.reward.InvitationStore;

record SqlInvitationStore(Handle handle) implements InvitationStore {
    @Override
    public void add(ClaimToken token, Invitation invitation, Instant at) {
        handle.createUpdate("""
                        INSERT INTO invitation (token_hash, payer_key, payer_version, circle, made_at)
                        VALUES (:hash, :payer, :version, :circle, :at) ON CONFLICT DO NOTHING""")
                .bind("hash", SqlClaimStore.hash(token))
                .bind("payer", invitation.inviter().hash())
                .bind("version", invitation.inviter().version())
                .bind("circle", invitation.circle())
                .bind("at", at.toEpochMilli())
                .execute();
        new SqlTraces(handle).note(invitation.inviter(), SqlTraces.Kind.INVITATION, SqlClaimStore.hash(token), at);
    }

    @Override
    public void joined(Invitation invitation, PayerKey guest, Instant at) {
        new SqlTraces(handle).note(invitation.inviter(), SqlTraces.Kind.GUEST, guest.hash(), at);
    }

    @Override
    public Optional<Invitation> find(ClaimToken token) {
        return handle.createQuery("SELECT payer_key, payer_version, circle FROM invitation WHERE token_hash = :hash")
                .bind("hash", SqlClaimStore.hash(token))
                .map((row, context) -> new Invitation(
                        new PayerKey(row.getInt("payer_version"), row.getString("payer_key")), row.getString("circle")))
                .findOne();
    }
}
