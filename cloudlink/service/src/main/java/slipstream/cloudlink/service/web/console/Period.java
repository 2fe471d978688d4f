package slipstream.cloudlink.service.web.console;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import slipstream.cloudlink.service.campaign.CampaignStore;
import slipstream.cloudlink.service.figures.Summary;

/// Which figures are asked for.
///
/// @param days how many, up to today
/// @param merchant only one shop
/// @param campaign only one campaign
record Period(int days, Optional<String> merchant, Optional<String> campaign) {
    static final List<Integer> DAYS = List.of(1, 7, 30, 90, 365);
    private static final int USUAL = 30;

    static Period of(Visit visit) {
        var days = visit.query("days").flatMap(Period::known).orElse(USUAL);
        return new Period(days, visit.query("merchant"), visit.query("campaign"));
    }

    private static Optional<Integer> known(String text) {
        return DAYS.stream().filter(days -> String.valueOf(days).equals(text)).findFirst();
    }

    LocalDate first(LocalDate today) {
        return today.minusDays(days - 1L);
    }

    /// The shops it is about: those the visitor may see, or one of them.
    ///
    /// @throws Wrong when the shop is none of theirs
    List<String> merchants(Desk desk, Visit visit) {
        return merchant.isPresent()
                ? List.of(desk.merchant(visit.signedIn(), merchant).id())
                : desk.ids(visit.signedIn());
    }

    Summary summary(Desk desk, Visit visit) {
        var today = desk.figures().today();
        return desk.figures().summary(merchants(desk, visit), first(today), today, campaign);
    }

    /// The campaigns there are to choose from.
    static List<String> campaigns(Desk desk, Visit visit) {
        return desk.administration().campaigns().stream()
                .map(CampaignStore.Written::campaign)
                .filter(campaign -> Campaigns.concerns(campaign, visit.signedIn()))
                .map(campaign -> campaign.id())
                .toList();
    }
}
