package slipstream.cloudlink.service.reward;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.mark.PayerKey;

/// Where invitations are kept.
public interface InvitationStore {
    void add(ClaimToken token, Invitation invitation, Instant at);

    Optional<Invitation> find(ClaimToken token);

    /// Who invites, and into which circle.
    record Invitation(PayerKey inviter, String circle) {}
}
