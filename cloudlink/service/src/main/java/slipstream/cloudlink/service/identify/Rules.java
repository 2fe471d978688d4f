package slipstream.cloudlink.service.identify;

import java.util.Comparator;
import java.util.Optional;
import slipstream.cloudlink.service.campaign.Segment;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.MarkSource;
import slipstream.cloudlink.service.mark.PayerKey;

/// Rules 2 to 6 of the domain, applied to one payment at merchant M whose parameters were obtained (rule 1).
///
/// | rule | payment | payer | decision |
/// | --- | --- | --- | --- |
/// | 2 | not successful, refunded, reversed | any | plain, nobody is marked |
/// | - | successful | opted out | plain, nobody is marked |
/// | 3 | successful | unmarked | marked now, source M; plain |
/// | 3 | successful | unmarked, and a campaign addresses the new | marked now; a welcome link |
/// | 4 | successful | marked | a claim link: the items of M and of its exclusive merchants, as the campaign says |
/// | 5 | successful | marked by another payer P | besides, a reward link for P |
/// | 5 | successful | has reward links waiting | they are printed on this receipt |
/// | 6 | successful | has bought more than the threshold at M | a claim link, marked or not |
///
/// Of the campaigns at M the first that gives a link is the one. Each must be in its window and within its
/// caps, and have something to offer. Rules 3 and 4 ask besides for the amount and the segment, and give
/// the control group nothing; rule 6 asks for none of these: an entitlement is no promotion.
///
/// A pure function: same facts, same verdict.
final class Rules {
    /// A block that leads to more than this would be a catalogue.
    static final int MOST_REWARDS_PRINTED = 3;

    private Rules() {}

    static Verdict decide(Facts facts) {
        if (facts.state() != PaymentState.SUCCESSFUL || facts.payer().isEmpty()) {
            return Verdict.plain(Reason.NOT_SUCCESSFUL);
        }
        if (facts.optedOut()) {
            return Verdict.plain(Reason.OPTED_OUT);
        }
        boolean marks = facts.mark().isEmpty();
        var chosen = facts.campaigns().stream()
                .map(offer -> weigh(offer, facts))
                .max(Comparator.comparing(Weighed::rank))
                .orElse(new Weighed(Reason.NO_OFFER, Optional.empty()));
        var met = chosen.offer();
        var link = met.filter(offer -> chosen.reason() != Reason.CONTROL_GROUP);
        var printed = facts.waiting().stream().limit(MOST_REWARDS_PRINTED).toList();
        var reason = chosen.reason();
        if (link.isEmpty()) {
            reason = !printed.isEmpty() ? Reason.REWARD : marks ? Reason.FIRST_PAYMENT : reason;
        }
        return new Verdict(reason, marks, link, met.flatMap(offer -> thanked(offer, facts)), met, printed);
    }

    /// What one campaign says.
    private static Weighed weigh(Facts.Offer offer, Facts facts) {
        var campaign = offer.campaign();
        boolean entitled = campaign.entitles(facts.bought());
        var segment = campaign.segment(facts.mark().map(Mark::seenAt), facts.at());
        return Weighed.of(objection(offer, facts, segment, entitled), offer, () -> {
            if (entitled) {
                return Reason.ENTITLED;
            }
            if (offer.control()) {
                return Reason.CONTROL_GROUP;
            }
            return segment == Segment.NEW ? Reason.WELCOME : Reason.MARKED;
        });
    }

    /// Why a campaign gives nothing for this payment.
    private static Optional<Reason> objection(Facts.Offer offer, Facts facts, Segment segment, boolean entitled) {
        var campaign = offer.campaign();
        if (!campaign.window().contains(facts.at())) {
            return Optional.of(Reason.OUT_OF_WINDOW);
        }
        if (!entitled && !campaign.amounts().contains(facts.amount())) {
            return Optional.of(Reason.AMOUNT_OUT_OF_RANGE);
        }
        if (!entitled && !campaign.payers().contains(segment)) {
            return Optional.of(Reason.NOT_ADDRESSED);
        }
        if (offer.items().isEmpty()) {
            return Optional.of(Reason.NO_OFFER);
        }
        return campaign.caps().allow(offer.tally()) ? Optional.empty() : Optional.of(Reason.CAP_REACHED);
    }

    /// Rule 5: the payer who caused the mark, where the campaign thanks.
    private static Optional<PayerKey> thanked(Facts.Offer offer, Facts facts) {
        if (!offer.campaign().rewards()
                || facts.inviterOptedOut()
                || !offer.campaign().caps().allowReward(offer.tally())) {
            return Optional.empty();
        }
        return facts.mark().map(Mark::source).flatMap(MarkSource::payer);
    }
}
