package slipstream.cloudlink.service.figures;

import java.util.Optional;

/// What a campaign brings: how many more payers come back than in its control group.
///
/// @param difference absent while one of the groups is empty
public record Lift(
        String campaignId, FigureStore.Group treated, FigureStore.Group control, Optional<Interval> difference) {
    static Lift of(FigureStore.Groups groups) {
        var treated = groups.treated();
        var control = groups.control();
        return new Lift(
                groups.campaignId(),
                treated,
                control,
                treated.payers() == 0 || control.payers() == 0
                        ? Optional.empty()
                        : Optional.of(Interval.of(
                                treated.cameBack(), treated.payers(), control.cameBack(), control.payers())));
    }
}
