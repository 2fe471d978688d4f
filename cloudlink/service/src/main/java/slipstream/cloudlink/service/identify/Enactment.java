package slipstream.cloudlink.service.identify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.claim.ClaimToken;
import slipstream.cloudlink.service.mark.Mark;
import slipstream.cloudlink.service.mark.MarkSource;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.reward.Reward;

/// Carries out a verdict.
///
/// @param linkLife how long a claim link may be claimed when the campaign does not say
record Enactment(Duration linkLife) {
    /// Writes what follows from `verdict`; nothing when the facts it rests on have changed meanwhile: somebody
    /// else marked the payer, took the last link under a cap, or printed the reward.
    Optional<Enacted> enact(
            Verdict verdict, Facts facts, KnownPayment payment, Merchant merchant, Books books, Instant now) {
        if (facts.payer().isEmpty()
                || verdict.reason() == Reason.OPTED_OUT
                || verdict.reason() == Reason.NOT_SUCCESSFUL) {
            return Optional.of(new Enacted(new Decision.Plain(verdict.reason()), Optional.empty()));
        }
        var payer = facts.payer().get();
        if (!mark(verdict, facts, payer, merchant, books)) {
            return Optional.empty();
        }
        verdict.met()
                .filter(offer -> offer.campaign().controlPercent() > 0)
                .ifPresent(
                        offer -> books.campaigns().meets(payer, offer.campaign().id(), offer.control(), now));
        // Rows that many payments share are locked last, and so for the shortest time.
        var reward = verdict.thanked().map(thanked -> link(verdict.met().orElseThrow(), thanked, merchant, now));
        if (reward.isPresent()
                && !books.tallies()
                        .takeReward(
                                verdict.met().orElseThrow().campaign(),
                                reward.get().payer(),
                                facts.at())) {
            return Optional.empty();
        }
        var made = verdict.link().map(offer -> link(offer, payer, merchant, now));
        if (made.isPresent() && !books.tallies().takeLink(verdict.link().get().campaign(), payer, facts.at())) {
            return Optional.empty();
        }
        reward.ifPresent(link -> {
            books.claims().open(link, now);
            books.rewards().add(new Reward(link, merchant.circle(), now));
            books.messages().post(link, now);
        });
        made.ifPresent(link -> books.claims().open(link, now));
        return print(verdict, made, payment, books).map(decision -> new Enacted(decision, reward));
    }

    private static boolean mark(Verdict verdict, Facts facts, PayerKey payer, Merchant merchant, Books books) {
        if (verdict.marks()) {
            var source = new MarkSource.AtMerchant(merchant.id());
            return books.marks().mark(new Mark(payer, merchant.circle(), source, facts.at(), facts.at()));
        }
        books.marks().seen(payer, merchant.circle(), facts.at());
        return true;
    }

    /// One receipt carries one symbol: the payer's own link, or else the first reward. The page behind it shows
    /// the other rewards that were printed with it.
    private static Optional<Decision> print(
            Verdict verdict, Optional<ClaimLink> made, KnownPayment payment, Books books) {
        var links = new ArrayList<ClaimLink>();
        made.ifPresent(links::add);
        links.addAll(verdict.printed());
        if (links.isEmpty()) {
            return Optional.of(new Decision.Plain(verdict.reason()));
        }
        var symbol = links.getFirst();
        for (var printed : verdict.printed()) {
            if (!books.rewards().print(printed, payment.key(), symbol.token())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Decision.Link(verdict.reason(), symbol));
    }

    private ClaimLink link(Facts.Offer offer, PayerKey payer, Merchant merchant, Instant now) {
        var campaign = offer.campaign();
        var life = campaign.linkLife().orElse(linkLife);
        return new ClaimLink(
                ClaimToken.random(),
                merchant.id(),
                campaign.id(),
                payer,
                List.copyOf(offer.items()),
                campaign.blockLines(),
                campaign.payerOnly(),
                now.plus(life));
    }

    /// @param reward the link for the payer who is thanked, if any
    record Enacted(Decision decision, Optional<ClaimLink> reward) {}
}
