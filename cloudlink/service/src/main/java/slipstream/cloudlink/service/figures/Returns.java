package slipstream.cloudlink.service.figures;

import java.util.Optional;

/// What payers did within some days of meeting a campaign: those who got links, beside its control group.
///
/// @param days how many; only payers count who met it so long ago
/// @param currency of what was spent, ISO 4217; empty where nothing was
/// @param cameBack the difference between the shares that paid again in the circle; absent while a group is empty
/// @param spent the difference between what a payer spent in the circle on average, in minor units, who came back or
///     not; absent while a group has less than two payers
public record Returns(
        String campaignId,
        int days,
        String currency,
        FigureStore.Spent treated,
        FigureStore.Spent control,
        Optional<Interval> cameBack,
        Optional<MeanInterval> spent) {
    static Returns of(FigureStore.Spending spending, int days, String currency) {
        var treated = spending.treated();
        var control = spending.control();
        return new Returns(
                spending.campaignId(),
                days,
                currency,
                treated,
                control,
                treated.payers() == 0 || control.payers() == 0
                        ? Optional.empty()
                        : Optional.of(Interval.of(
                                treated.cameBack(), treated.payers(), control.cameBack(), control.payers())),
                treated.payers() < 2 || control.payers() < 2
                        ? Optional.empty()
                        : Optional.of(MeanInterval.of(treated.sample(), control.sample())));
    }
}
