package slipstream.cloudlink.service.office;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.campaign.Campaign;
import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.campaign.CampaignText;
import slipstream.cloudlink.service.claim.ClaimLink;
import slipstream.cloudlink.service.merchant.Merchant;

/// Campaigns, which are added and stopped and never change.
record CampaignOffice(Changes changes, MerchantOffice merchants) {
    String add(String name, String text) throws IOException {
        var campaign = CampaignText.read(name, text);
        for (var merchant : campaign.merchants()) {
            if (!merchants.existing(merchant).circle().equals(campaign.circle())) {
                throw new IOException(
                        name + ": merchant '" + merchant + "' is not in circle '" + campaign.circle() + "'");
            }
        }
        for (var item : campaign.items()) {
            if (changes.ledger().read(books -> books.items().find(item)).isEmpty()) {
                throw new IOException(name + ": there is no item '" + item + "'");
            }
        }
        boolean standing =
                campaign.id().equals(Campaign.STANDING) || campaign.id().equals(ClaimLink.BOUGHT);
        var circle = Optional.of(campaign.circle());
        if (standing
                || !changes.make(
                        books -> books.campaigns().add(campaign, text, changes.now()),
                        circle,
                        "campaign add",
                        campaign.id(),
                        "")) {
            throw new IOException("campaign '" + campaign.id() + "' exists already");
        }
        return campaign.id();
    }

    List<CampaignStore.Written> all() {
        return changes.ledger().read(books -> books.campaigns().all());
    }

    void stop(String id) throws IOException {
        var circle = all().stream()
                .map(CampaignStore.Written::campaign)
                .filter(campaign -> campaign.id().equals(id))
                .map(Campaign::circle)
                .findFirst();
        if (!changes.make(books -> books.campaigns().stop(id, changes.now()), circle, "campaign stop", id, "")) {
            throw new IOException("there is no campaign '" + id + "' that could be stopped");
        }
    }

    boolean runs(Merchant merchant, String campaignId) {
        return changes.ledger()
                .read(books -> books.campaigns().ofCircle(merchant.circle()).stream()
                        .filter(campaign -> campaign.id().equals(campaignId))
                        .filter(campaign ->
                                Campaign.at(merchant, List.of(campaign)).contains(campaign))
                        .anyMatch(campaign -> campaign.window()
                                .until()
                                .filter(end -> !changes.now().isBefore(end))
                                .isEmpty()));
    }
}
