package slipstream.cloudlink.service.reward;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.mark.PayerKey;

/// Where invitations are kept.
public interface InvitationStore {
    /// Adds an invitation; again changes nothing.
    void add(ClaimToken token, Invitation invitation, Instant at);

    Optional<Invitation> find(ClaimToken token);

    /// Notes with the inviting payer who has followed an invitation, so that the guest can be told apart when the
    /// inviting payer is deleted on demand.
    void joined(Invitation invitation, PayerKey guest, Instant at);

    /// Who invites, and into which circle.
    record Invitation(PayerKey inviter, String circle) {}
}
