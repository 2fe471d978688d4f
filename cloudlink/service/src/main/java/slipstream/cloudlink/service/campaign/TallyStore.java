package slipstream.cloudlink.service.campaign;

import java.time.Instant;
import java.util.Optional;
import slipstream.cloudlink.service.campaign.Caps.Tally;
import slipstream.cloudlink.service.mark.PayerKey;

/// How many links campaigns have handed out. Only what a cap asks for is counted.
public interface TallyStore {
    /// As things stand.
    ///
    /// @param inviter the payer who would be rewarded, if any
    Tally read(Campaign campaign, PayerKey payer, Optional<PayerKey> inviter, Instant at);

    /// Counts one more link; false when that would exceed a cap, and then something may have been counted
    /// already: the caller gives up the attempt.
    boolean takeLink(Campaign campaign, PayerKey payer, Instant at);

    /// Counts one more reward link; false when that would exceed the cap.
    boolean takeReward(Campaign campaign, PayerKey inviter, Instant at);
}
