package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.FiguresReport;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.service.figures.Figures;
import slipstream.cloudlink.service.figures.Step;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// Boxes tell their own counts, each for the shop it stands at.
class FiguresRouteTest {
    private final Contract contract = new Contract();

    @TempDir
    Path directory;

    private Town town;

    private HttpResponse<String> tell(String shop, String body) {
        var request = HttpRequest.newBuilder(town.service.api().resolve("/v1/figures"))
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = Town.send(town.box(shop), request);
        contract.conforms("/v1/figures", "post", answer);
        return answer;
    }

    private static String report(LocalDate day, Map<String, Long> counts) {
        return Messages.FIGURES_REPORT.write(new FiguresReport(day.toString(), "run-1", counts));
    }

    @Test
    void aBoxIsCountedAtTheShopWhereItStandsAndOnceHoweverOftenItTells() throws Exception {
        var clock = new MovableClock();
        town = new Town(directory, clock);
        try (var open = town;
                var offices = Offices.open(open.configuration, clock)) {
            var figures = new Figures(
                    offices.database().ledger(handle -> new SqlBooks(handle).figures()),
                    open.configuration.zone(),
                    clock);
            var today = figures.today();
            for (int i = 0; i < 3; i++) {
                assertEquals(
                        204,
                        tell("coffee", report(today, Map.of("receipts", 9L + i, "held-50", 4L)))
                                .statusCode());
            }
            assertEquals(204, tell("tea", report(today, Map.of("receipts", 1L))).statusCode());
            var coffee = figures.summary(List.of("coffee"), today, today, Optional.empty());
            assertEquals(11, coffee.of(Step.RECEIPTS));
            assertEquals(4, coffee.held().get("50"));
            for (var wrong : List.of(
                    "",
                    "{}",
                    report(today.minusDays(40), Map.of("receipts", 1L)),
                    report(today, Map.of("coffees", 1L)),
                    report(today, Map.of("receipts", -1L)))) {
                assertEquals(400, tell("coffee", wrong).statusCode(), wrong);
            }
        }
    }
}
