package slipstream.cloudlink.service.identify;

import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.campaign.TallyStore;
import slipstream.cloudlink.service.claim.ClaimStore;
import slipstream.cloudlink.service.item.ItemStore;
import slipstream.cloudlink.service.item.PurchaseStore;
import slipstream.cloudlink.service.mark.MarkStore;
import slipstream.cloudlink.service.mark.OptOutStore;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.message.MessageStore;
import slipstream.cloudlink.service.reward.InvitationStore;
import slipstream.cloudlink.service.reward.RewardStore;

/// Everything a decision reads and writes, within one transaction.
public interface Books {
    PaymentStore payments();

    DecisionStore decisions();

    MarkStore marks();

    OptOutStore optOuts();

    ItemStore items();

    PurchaseStore purchases();

    CampaignStore campaigns();

    TallyStore tallies();

    ClaimStore claims();

    RewardStore rewards();

    InvitationStore invitations();

    MessageStore messages();

    /// Moves all that is kept of a payer from a key made with a former secret to the present one.
    void rekey(PayerKey former, PayerKey present);
}
