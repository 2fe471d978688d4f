package slipstream.cloudlink.service.web.payer;

import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.claim.Visitor;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;

/// From where a payer has come to their page, and as whom.
///
/// @param merchant whose receipt it was
/// @param payer whose receipt it was, if they have come by one and that is known
/// @param base the page's path
record Place(Merchant merchant, Optional<PayerKey> payer, Visitor visitor, String base) {
    /// Whose wish it is to be left alone, or not: who a wallet has vouched for, else the payer whose receipt this
    /// is. Whoever holds it may switch off, for nothing is told and nothing lost; only the payer may switch on.
    List<PayerKey> wisher() {
        return visitor.isKnown() ? visitor.payers() : payer.stream().toList();
    }
}
