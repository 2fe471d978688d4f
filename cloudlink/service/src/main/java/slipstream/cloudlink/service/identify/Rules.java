package slipstream.cloudlink.service.identify;

import java.time.Duration;
import java.time.Instant;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.MarkSource;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;

/// Rules 2 to 4 of the domain, applied to one payment at merchant M whose parameters were obtained
/// (rule 1).
///
/// | payment | payer | decision |
/// | --- | --- | --- |
/// | not successful | any | plain |
/// | successful | unmarked | marked now, source M; plain |
/// | successful | marked | a claim link with the items of M and of the merchants exclusive with it |
/// | successful | marked | plain, when none of them offers anything |
///
/// @param linkLife how long a claim link may be claimed
public record Rules(Duration linkLife) {

    /// Decides. Runs once for each payment, in one transaction with what it changes.
    Decision decide(KnownPayment payment, Merchant merchant, Books books, Instant now) {
        if (payment.state() != PaymentState.SUCCESSFUL || payment.payer().isEmpty()) {
            return new Decision.Plain(Reason.NOT_SUCCESSFUL);
        }
        var payer = payment.payer().get();
        if (books.marks().mark(markAt(merchant, payer, now))) {
            return new Decision.Plain(Reason.FIRST_PAYMENT);
        }
        var items = books.items().offeredBy(merchant);
        if (items.isEmpty()) {
            return new Decision.Plain(Reason.NO_OFFER);
        }
        var link = new ClaimLink(ClaimToken.random(), merchant.id(), payer, items, now.plus(linkLife));
        books.claims().open(link, now);
        return new Decision.Link(Reason.MARKED, link);
    }

    private static Mark markAt(Merchant merchant, PayerKey payer, Instant now) {
        return new Mark(payer, merchant.circle(), new MarkSource.AtMerchant(merchant.id()), now);
    }
}
