package slipstream.cloudlink.service.store;

import org.jdbi.v3.core.Handle;
import slipstream.cloudlink.service.claim.ClaimStore;
import slipstream.cloudlink.service.fleet.DeviceStore;
import slipstream.cloudlink.service.gateway.CredentialStore;
import slipstream.cloudlink.service.identify.Books;
import slipstream.cloudlink.service.identify.DecisionStore;
import slipstream.cloudlink.service.identify.PaymentStore;
import slipstream.cloudlink.service.item.ItemStore;
import slipstream.cloudlink.service.mark.MarkStore;
import slipstream.cloudlink.service.merchant.MerchantStore;

/// Every store over one connection.
public record SqlBooks(Handle handle) implements Books {
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
    public ItemStore items() {
        return new SqlItemStore(handle);
    }

    @Override
    public ClaimStore claims() {
        return new SqlClaimStore(handle);
    }

    public MerchantStore merchants() {
        return new SqlMerchantStore(handle);
    }

    public CredentialStore credentials() {
        return new SqlCredentialStore(handle);
    }

    public DeviceStore devices() {
        return new SqlDeviceStore(handle);
    }
}
