package slipstream.cloudlink.service.reward;

import java.time.Instant;
import java.util.List;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.mark.PayerKey;

/// Where rewards are kept.
public interface RewardStore {
    void add(Reward reward);

    /// All rewards of a payer, newest first: for the payer's own page.
    List<Reward> of(PayerKey payer);

    /// Those that can still be claimed and that no receipt has carried, oldest first, at most `most`.
    List<ClaimLink> waiting(PayerKey payer, String circle, Instant now, int most);

    /// Prints a reward on the receipt of a payment; false when another receipt carries it already.
    ///
    /// @param symbol the link in that receipt's symbol: this one, or the one whose page shows this one too
    boolean print(ClaimLink reward, String paymentKey, ClaimToken symbol);
}
