package slipstream.cloudlink.service.identify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.item.VirtualItem;
import slipstream.cloudlink.service.mark.PayerKey;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.secret.Keyring;

/// Reads what the rules look at, and no more than the campaigns ask for.
record FactFinder(Keyring keyring) {
    /// @param only the only campaign that is tried, if any
    Facts facts(KnownPayment payment, Merchant merchant, Books books, Instant now, Optional<String> only) {
        var at = payment.paidAt().filter(paid -> paid.isBefore(now)).orElse(now);
        var payer = payment.payer();
        var standing = payer.map(paid -> books.marks().standing(paid, merchant.circle()));
        if (standing.isEmpty() || standing.get().optedOut()) {
            return new Facts(
                    payment.state(),
                    payer,
                    payment.amount(),
                    at,
                    payer.isPresent(),
                    Optional.empty(),
                    false,
                    0,
                    List.of(),
                    List.of());
        }
        var mark = standing.get().mark();
        var inviter = mark.flatMap(found -> found.source().payer());
        var campaigns = Campaign.at(merchant, books.campaigns().ofCircle(merchant.circle())).stream()
                .filter(campaign -> only.isEmpty() || only.get().equals(campaign.id()))
                .toList();
        boolean counts = campaigns.stream().anyMatch(c -> c.purchaseThreshold().isPresent());
        var items = books.items().offeredBy(merchant);
        return new Facts(
                payment.state(),
                payer,
                payment.amount(),
                at,
                false,
                mark,
                inviter.isPresent() && !mayBeThanked(inviter.get(), merchant, books),
                counts ? books.purchases().bought(payer.get(), merchant.id()) : 0,
                standing.get().rewarded()
                        ? books.rewards().waiting(payer.get(), merchant.circle(), now, Rules.MOST_REWARDS_PRINTED)
                        : List.of(),
                campaigns.stream()
                        .map(campaign -> offer(campaign, merchant, items, payer.get(), inviter, books, at))
                        .toList());
    }

    /// Who opted out, or was deleted on demand, or has not been seen for so long that we have forgotten, is not.
    private static boolean mayBeThanked(PayerKey inviter, Merchant merchant, Books books) {
        var standing = books.marks().standing(inviter, merchant.circle());
        return !standing.optedOut() && standing.mark().isPresent();
    }

    private Facts.Offer offer(
            Campaign campaign,
            Merchant merchant,
            List<VirtualItem> items,
            PayerKey payer,
            Optional<PayerKey> inviter,
            Books books,
            Instant at) {
        return new Facts.Offer(
                campaign,
                campaign.offered(merchant, items).stream()
                        .limit(VirtualItem.MOST_OFFERED)
                        .toList(),
                books.tallies().read(campaign, payer, inviter, at),
                campaign.controlPercent() > 0 && control(campaign, payer, books));
    }

    /// Drawn by the payer's keyed hash, so that everybody draws the same; once met, it stays as it was drawn,
    /// also when the key changes.
    private boolean control(Campaign campaign, PayerKey payer, Books books) {
        return books.campaigns()
                .isControl(payer, campaign.id())
                .orElseGet(
                        () -> keyring.draw("control", campaign.id(), payer.hash()) * 100 < campaign.controlPercent());
    }
}
