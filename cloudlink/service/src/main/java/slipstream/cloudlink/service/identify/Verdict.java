package slipstream.cloudlink.service.identify;

import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.mark.PayerKey;

/// What the rules decide about one payment.
///
/// @param reason why the receipt carries a link, or does not
/// @param marks whether the payer is marked now, source M (rule 3)
/// @param link the offer for which the payer gets a claim link (rules 4 and 6, or a welcome)
/// @param thanked the inviting payer who gets a reward link for the same offer (rule 5)
/// @param met the campaign that would have earned a link, control group or not
/// @param printed reward links of the payer's own that this receipt carries (rule 5)
record Verdict(
        Reason reason,
        boolean marks,
        Optional<Facts.Offer> link,
        Optional<PayerKey> thanked,
        Optional<Facts.Offer> met,
        List<ClaimLink> printed) {
    Verdict {
        printed = List.copyOf(printed);
    }

    /// Whether anybody gets anything: the payer a link or a printed reward, or whoever invited the payer.
    boolean gives() {
        return link.isPresent() || thanked.isPresent() || !printed.isEmpty();
    }

    static Verdict plain(Reason reason) {
        return new Verdict(reason, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}
