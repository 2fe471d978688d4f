package slipstream.cloudlink.service.identify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.campaign.Caps.Tally;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.PayerKey;

/// All that the rules look at when they decide about one payment at merchant M.
///
/// @param state what has become of the payment
/// @param payer who paid, decrypted and hashed (rule 2); absent as long as nobody has
/// @param amount what the platform says was paid
/// @param at when it was paid
/// @param optedOut the payer wants nothing of all this
/// @param mark the payer's mark in M's circle before this payment; absent: unmarked
/// @param inviterOptedOut whether the payer who caused the mark wants nothing, or is known no more
/// @param bought how many virtual items of M the payer has bought
/// @param waiting reward links of the payer that no receipt has carried yet, oldest first
/// @param campaigns those that concern M, in the order in which they are tried
public record Facts(
        PaymentState state,
        Optional<PayerKey> payer,
        Optional<Money> amount,
        Instant at,
        boolean optedOut,
        Optional<Mark> mark,
        boolean inviterOptedOut,
        int bought,
        List<ClaimLink> waiting,
        List<Offer> campaigns) {
    public Facts {
        waiting = List.copyOf(waiting);
        campaigns = List.copyOf(campaigns);
    }

    /// A campaign as it stands for this payer.
    ///
    /// @param items what it offers at M and is still in stock
    /// @param tally how many links it has handed out
    /// @param control whether the payer belongs to its control group
    public record Offer(Campaign campaign, List<VirtualItem> items, Tally tally, boolean control) {
        public Offer {
            items = List.copyOf(items);
        }
    }
}
