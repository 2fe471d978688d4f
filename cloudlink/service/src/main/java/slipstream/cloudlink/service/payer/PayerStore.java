package slipstream.cloudlink.service.payer;

import java.time.Instant;
import slipstream.cloudlink.service.mark.MarkStore;
import slipstream.cloudlink.service.mark.OptOutStore;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.message.AddressStore;

/// Where everything about payers is kept, seen from one payer.
public interface PayerStore {
    OptOutStore optOuts();

    MarkStore marks();

    AddressStore addresses();

    /// Everything, by key.
    Dossier dossier(PayerKey payer);

    /// Drops everything but the wish to be left alone: marks, purchases, counts, open links and vouchers not
    /// redeemed. What must stay, stays without the payer: that a payment was decided, that a voucher was used.
    void forget(PayerKey payer, Instant at);
}
