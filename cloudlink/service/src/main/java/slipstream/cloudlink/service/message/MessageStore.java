package slipstream.cloudlink.service.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimLink;

/// Where messages wait to be sent.
public interface MessageStore {
    /// Puts a message about a reward, if its payer has asked to be told. Belongs into the transaction that makes the
    /// reward.
    void post(ClaimLink reward, Instant at);

    /// Those that may be tried now, the longest due first.
    List<Message> due(Instant now, int most);

    /// Leases a message and notes that it may have arrived from now on; of any number of simultaneous calls one returns
    /// true.
    ///
    /// @param until when another node may try it, should this one not come to an end
    boolean lease(Message message, Instant now, Instant until);

    /// It will be tried again.
    ///
    /// @param arrived whether this try may have arrived for all we know
    void postpone(Message message, Instant until, boolean arrived);

    /// It will not.
    ///
    /// @param outcome one word
    void settle(Message message, String outcome);

    /// The reward that it tells of, if it can still be claimed.
    Optional<ClaimLink> reward(Message message, Instant now);
}
