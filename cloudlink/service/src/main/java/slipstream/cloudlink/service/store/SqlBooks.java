package slipstream.cloudlink.service.store;

import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.account.AccountBooks;
import slipstream.cloudlink.service.account.AccountStore;
import slipstream.cloudlink.service.account.AuditStore;
import slipstream.cloudlink.service.account.SessionStore;
import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.campaign.TallyStore;
import slipstream.cloudlink.service.claim.ClaimStore;
import slipstream.cloudlink.service.copy.CopyStore;
import slipstream.cloudlink.service.figures.FigureStore;
import slipstream.cloudlink.service.fleet.DeviceStore;
import slipstream.cloudlink.service.fleet.EnrolmentStore;
import slipstream.cloudlink.service.gateway.CredentialStore;
import slipstream.cloudlink.service.identify.Books;
import slipstream.cloudlink.service.identify.DecisionStore;
import slipstream.cloudlink.service.identify.PaymentStore;
import slipstream.cloudlink.service.item.ItemStore;
import slipstream.cloudlink.service.item.PurchaseStore;
import slipstream.cloudlink.service.mark.MarkStore;
import slipstream.cloudlink.service.mark.OptOutStore;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.MerchantStore;
import slipstream.cloudlink.service.message.AddressStore;
import slipstream.cloudlink.service.message.MessageBooks;
import slipstream.cloudlink.service.message.MessageStore;
import slipstream.cloudlink.service.payer.PayerStore;
import slipstream.cloudlink.service.pool.PoolStore;
import slipstream.cloudlink.service.reward.InvitationStore;
import slipstream.cloudlink.service.reward.RewardStore;
import slipstream.cloudlink.service.sale.SaleStore;
import slipstream.cloudlink.service.staff.StaffStore;

/// Every store over one connection.
public record SqlBooks(Handle handle) implements Books, AccountBooks, MessageBooks {
    @Override
    public PaymentStore payments() {
        return new SqlPaymentStore(handle);
    }

    @Override
    public DecisionStore decisions() {
        return new SqlDecisionStore(handle);
    }

    @Override
    public MarkStore marks() {
        return new SqlMarkStore(handle);
    }

    @Override
    public OptOutStore optOuts() {
        return new SqlOptOutStore(handle);
    }

    @Override
    public ItemStore items() {
        return new SqlItemStore(handle);
    }

    @Override
    public PurchaseStore purchases() {
        return new SqlPurchaseStore(handle);
    }

    @Override
    public CampaignStore campaigns() {
        return new SqlCampaignStore(handle);
    }

    @Override
    public TallyStore tallies() {
        return new SqlTallyStore(handle);
    }

    @Override
    public ClaimStore claims() {
        return new SqlClaimStore(handle);
    }

    @Override
    public RewardStore rewards() {
        return new SqlRewardStore(handle);
    }

    @Override
    public InvitationStore invitations() {
        return new SqlInvitationStore(handle);
    }

    @Override
    public MessageStore messages() {
        return new SqlMessageStore(handle);
    }

    @Override
    public AddressStore addresses() {
        return new SqlAddressStore(handle);
    }

    public StaffStore staff() {
        return new SqlStaffStore(handle);
    }

    public PoolStore pool() {
        return new SqlPoolStore(handle);
    }

    public MerchantStore merchants() {
        return new SqlMerchantStore(handle);
    }

    public CredentialStore credentials() {
        return new SqlCredentialStore(handle);
    }

    public PayerStore payers() {
        return new SqlPayerStore(handle);
    }

    public SaleStore sales() {
        return new SqlSaleStore(handle);
    }

    public CopyStore copies() {
        return new SqlCopyStore(handle);
    }

    public DeviceStore devices() {
        return new SqlDeviceStore(handle);
    }

    public EnrolmentStore enrolments() {
        return new SqlEnrolmentStore(handle);
    }

    public FigureStore figures() {
        return new SqlFigureStore(handle);
    }

    @Override
    public AccountStore accounts() {
        return new SqlAccountStore(handle);
    }

    @Override
    public SessionStore sessions() {
        return new SqlSessionStore(handle);
    }

    @Override
    public AuditStore audit() {
        return new SqlAuditStore(handle);
    }

    @Override
    public void rekey(PayerKey former, PayerKey present) {
        new Rekeying(handle).rekey(former, present);
    }
}
