package slipstream.cloudlink.service.web.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.config.Amounts;
import slipstream.cloudlink.service.figures.FigureStore;
import slipstream.cloudlink.service.figures.Returns;
import slipstream.cloudlink.service.web.http.Reply;

/// `/console/lift`: who came back within some days and what they spent, those with links beside those without; also as
/// a file.
record LiftTable(Desk desk, ConsolePages pages) {
    static final String NAME = "lift";

    private static final String NOTHING = "–";

    private static final List<Integer> DAYS = List.of(7, 30, 90);
    private static final List<String> HEAD = List.of(
            "campaign",
            "days",
            "currency",
            "payers",
            "came-back",
            "mean-spent",
            "control-payers",
            "control-came-back",
            "control-mean-spent",
            "share-difference",
            "share-low",
            "share-high",
            "spent-difference",
            "spent-low",
            "spent-high");

    Reply page(Visit visit) {
        var words = visit.words();
        int days = visit.query("days")
                .filter(text -> DAYS.stream().map(String::valueOf).anyMatch(text::equals))
                .map(Integer::valueOf)
                .orElse(30);
        var rows = returns(visit, days).stream().map(LiftTable::row).toList();
        var choices = DAYS.stream()
                .map(choice -> Map.of(
                        "href",
                        "/console/lift?days=" + choice,
                        "label",
                        words.get("liftDays", choice),
                        "current",
                        choice == days))
                .toList();
        var values = Map.of(
                "heading", words.get("liftTable"),
                "lead", words.get("liftTableLead", days),
                "choices", choices,
                "rows", rows,
                "empty", rows.isEmpty());
        return pages.page(visit, 200, "overview", words.get("liftTable"), NAME, values);
    }

    private List<Returns> returns(Visit visit, int days) {
        var own = Campaigns.ownedBy(desk, visit.signedIn());
        return desk.figures().returns(visit.signedIn().circle(), days).stream()
                .filter(returns -> own.contains(returns.campaignId()))
                .toList();
    }

    private static Map<String, Object> row(Returns returns) {
        var currency = returns.currency();
        return Map.of(
                "campaign", returns.campaignId(),
                "treated", share(returns.treated()),
                "control", share(returns.control()),
                "share",
                        returns.cameBack()
                                .map(lift -> points(lift.difference()))
                                .orElse(NOTHING),
                "shareRange",
                        returns.cameBack()
                                .map(lift -> points(lift.low()) + " … " + points(lift.high()))
                                .orElse(""),
                "spent", spent(returns.treated(), currency),
                "controlSpent", spent(returns.control(), currency),
                "money",
                        returns.spent()
                                .map(lift -> signed(lift.difference(), currency))
                                .orElse(NOTHING),
                "moneyRange",
                        returns.spent()
                                .map(lift -> signed(lift.low(), currency) + " … " + signed(lift.high(), currency))
                                .orElse(""));
    }

    private static String spent(FigureStore.Spent group, String currency) {
        return group.payers() == 0 ? NOTHING : money(group.sample().mean(), currency);
    }

    private static String share(FigureStore.Spent group) {
        return group.payers() == 0
                ? NOTHING
                : String.format(
                        Locale.ROOT,
                        "%.1f%% (%d / %d)",
                        100.0 * group.cameBack() / group.payers(),
                        group.cameBack(),
                        group.payers());
    }

    private static String points(double difference) {
        return signed(String.format(Locale.ROOT, "%.1f", Math.abs(difference) * 100), difference);
    }

    private static String signed(double difference, String currency) {
        return signed(money(Math.abs(difference), currency), difference);
    }

    /// With a true minus, as wide as the plus.
    private static String signed(String text, double difference) {
        return (difference < 0 ? "−" : "+") + text;
    }

    private static String money(double minorUnits, String currency) {
        return currency.isEmpty() ? NOTHING : Amounts.written(new Money(Math.round(minorUnits), currency));
    }

    Reply csv(Visit visit) {
        var rows = new ArrayList<List<Object>>();
        for (int days : DAYS) {
            returns(visit, days).forEach(returns -> rows.add(cells(returns)));
        }
        return Csv.file(NAME, Csv.of(HEAD, rows));
    }

    private static List<Object> cells(Returns returns) {
        var cells = new ArrayList<Object>(List.of(returns.campaignId(), returns.days(), returns.currency()));
        for (var group : List.of(returns.treated(), returns.control())) {
            cells.addAll(
                    List.of(group.payers(), group.cameBack(), group.sample().mean()));
        }
        cells.addAll(returns.cameBack()
                .map(lift -> List.<Object>of(lift.difference(), lift.low(), lift.high()))
                .orElse(List.of("", "", "")));
        cells.addAll(returns.spent()
                .map(lift -> List.<Object>of(lift.difference(), lift.low(), lift.high()))
                .orElse(List.of("", "", "")));
        return cells;
    }
}
