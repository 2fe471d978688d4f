package slipstream.cloudlink.service.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import slipstream.cloudlink.service.figures.Figures;
import slipstream.cloudlink.service.figures.Lift;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.store.SqlBooks;

/// `figures`: how far receipts led, and what campaigns bring.
@Command(name = "figures", description = "How far receipts led, and what campaigns bring.")
final class FiguresCommand extends OfficeCommand {
    private static final int MOST_DAYS = 3650;

    @Option(names = "--days", defaultValue = "30", description = "how many, up to today (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--circle", defaultValue = "main", description = "the business circle (default: ${DEFAULT-VALUE})")
    private String circle;

    @Option(names = "--merchant", paramLabel = "ID", description = "only one shop")
    private String merchant;

    @Option(names = "--campaign", paramLabel = "ID", description = "only one campaign")
    private String campaign;

    @Override
    void work(Offices offices, PrintWriter out) throws IOException {
        if (days < 1 || days > MOST_DAYS) {
            throw misuse("--days is " + days + ", expected 1 to " + MOST_DAYS);
        }
        var figures = new Figures(
                offices.database().ledger(handle -> new SqlBooks(handle).figures()),
                configuration().zone(),
                Clock.systemUTC());
        var merchants = offices.administration().merchants().stream()
                .filter(m -> m.circle().equals(circle))
                .map(Merchant::id)
                .filter(id -> merchant == null || merchant.equals(id))
                .toList();
        if (merchant != null && merchants.isEmpty()) {
            throw new IOException("there is no merchant '" + merchant + "' in circle '" + circle + "'");
        }
        var today = figures.today();
        var summary = figures.summary(merchants, today.minusDays(days - 1L), today, Optional.ofNullable(campaign));
        summary.steps().forEach((step, count) -> row(out, step.word(), String.valueOf(count)));
        row(out, "late", String.valueOf(summary.late()));
        figures.lifts(circle).stream()
                .filter(lift -> campaign == null || campaign.equals(lift.campaignId()))
                .forEach(lift -> row(out, "lift", lift.campaignId(), told(lift)));
    }

    private static String told(Lift lift) {
        return lift.difference()
                .map(interval -> String.format(
                        Locale.ROOT,
                        "%+.1f points, 95 %% between %+.1f and %+.1f",
                        100 * interval.difference(),
                        100 * interval.low(),
                        100 * interval.high()))
                .orElse("one of the groups is empty");
    }
}
