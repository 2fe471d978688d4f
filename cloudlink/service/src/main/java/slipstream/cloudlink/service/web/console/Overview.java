package slipstream.cloudlink.service.web.console;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.service.figures.Lift;
import slipstream.cloudlink.service.figures.Step;
import slipstream.cloudlink.service.figures.Summary;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.page.Words;

/// The first page: how far receipts lead, what it brings, and how long printers waited for it.
record Overview(Desk desk, ConsolePages pages) {
    private static final int LEAST_BUDGET_MS = 250;

    Reply page(Visit visit) {
        var period = Period.of(visit);
        var words = visit.words();
        var summary = period.summary(desk, visit);
        var values = new HashMap<String, Object>();
        values.put("fields", filters(visit, period));
        values.put("heading", words.get("overview"));
        values.put("finding", finding(summary, words));
        values.put("funnel", funnel(summary, words));
        values.put("boxesMissing", !summary.boxesTold());
        values.putAll(days(summary, words));
        values.put("lifts", lifts(visit, period));
        values.put("held", held(summary, words));
        values.put("heldFinding", heldFinding(summary, words));
        return pages.page(visit, 200, "overview", words.get("overview"), "overview", values);
    }

    private List<Map<String, Object>> filters(Visit visit, Period period) {
        var words = visit.words();
        var days = Field.one(
                        "period",
                        true,
                        Period.DAYS.stream()
                                .map(n -> new Field.Choice(String.valueOf(n), words.get("lastDays", n)))
                                .toList())
                .with(String.valueOf(period.days()));
        var fields = new ArrayList<Field>();
        fields.add(days);
        var merchants = Forms.merchants(desk, visit.signedIn());
        if (merchants.size() > 1) {
            fields.add(orAll("merchant", merchants, period.merchant(), words));
        }
        var campaigns = Period.campaigns(desk, visit);
        if (!campaigns.isEmpty()) {
            var ids = campaigns.stream().map(id -> new Field.Choice(id, id)).toList();
            fields.add(orAll("campaign", ids, period.campaign(), words));
        }
        var views = FormView.of(fields, new Values(Map.of()), words);
        views.getFirst().put("name", "days");
        return views;
    }

    private static Field orAll(String name, List<Field.Choice> choices, Optional<String> chosen, Words words) {
        var all = new ArrayList<>(List.of(new Field.Choice("", words.get("all"))));
        all.addAll(choices);
        return Field.one(name, true, all).with(chosen.orElse(""));
    }

    private static String finding(Summary summary, Words words) {
        if (summary.of(Step.IDENTIFIED) == 0 && summary.of(Step.RECEIPTS) == 0) {
            return words.get("findingNone");
        }
        return words.get(
                "finding",
                summary.of(Step.IDENTIFIED),
                summary.of(Step.LINKED),
                summary.of(Step.CLAIMED),
                summary.of(Step.REDEEMED));
    }

    private static List<Map<String, Object>> funnel(Summary summary, Words words) {
        long greatest = Math.max(
                1,
                summary.steps().values().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
        var rows = new ArrayList<Map<String, Object>>();
        long before = 0;
        for (var step : Step.values()) {
            if (step.toldByBoxes() && !summary.boxesTold()) {
                continue;
            }
            long count = summary.of(step);
            rows.add(Map.of(
                    "label",
                    words.get("s_" + step.word()),
                    "hint",
                    words.get("sh_" + step.word()),
                    "count",
                    String.format(words.language(), "%,d", count),
                    "share",
                    before == 0 || count > before ? "" : percent((double) count / before),
                    "bar",
                    Plots.bar((double) count / greatest, "step")));
            before = count;
        }
        return rows;
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    private static Map<String, Object> days(Summary summary, Words words) {
        var days = summary.days();
        var format = DateTimeFormatter.ofPattern(words.get("dayPattern"), words.language());
        var best = days.stream()
                .max((a, b) -> Long.compare(a.linked(), b.linked()))
                .orElseThrow();
        var table = days.stream()
                .map(day -> Map.of("day", format.format(day.day()), "linked", day.linked(), "redeemed", day.redeemed()))
                .toList();
        return Map.of(
                "dayPlot",
                Plots.days(
                        days.stream().map(Summary.Day::linked).toList(),
                        days.stream().map(Summary.Day::redeemed).toList()),
                "dayTop",
                String.valueOf(Math.max(best.linked(), best.redeemed())),
                "dayFirst",
                format.format(days.getFirst().day()),
                "dayLast",
                format.format(days.getLast().day()),
                "dayFinding",
                best.linked() == 0
                        ? words.get("dayNone")
                        : words.get("dayFinding", format.format(best.day()), best.linked()),
                "dayTable",
                table,
                "dayMany",
                days.size() > 1);
    }

    /// A merchant sees what campaigns of its own bring; those of several shops are for the operator.
    private List<Map<String, Object>> lifts(Visit visit, Period period) {
        var own = Campaigns.ownedBy(desk, visit.signedIn());
        var lifts = desk.figures().lifts(visit.signedIn().circle()).stream()
                .filter(lift -> own.contains(lift.campaignId()))
                .filter(lift -> period.campaign().map(lift.campaignId()::equals).orElse(true))
                .toList();
        return lifts.stream().map(lift -> lift(lift, visit.words())).toList();
    }

    static Map<String, Object> lift(Lift lift, Words words) {
        var groups = words.get(
                "liftGroups",
                share(lift.treated().cameBack(), lift.treated().payers()),
                lift.treated().payers(),
                share(lift.control().cameBack(), lift.control().payers()),
                lift.control().payers());
        if (lift.difference().isEmpty()) {
            return Map.of(
                    "campaign",
                    lift.campaignId(),
                    "finding",
                    words.get("liftNone"),
                    "groups",
                    groups,
                    "plot",
                    "",
                    "left",
                    "",
                    "right",
                    "");
        }
        var interval = lift.difference().get();
        double reach = Math.max(0.1, Math.ceil(10 * Math.max(-interval.low(), interval.high())) / 10);
        var key = !interval.certain() ? "liftOpen" : interval.low() > 0 ? "liftMore" : "liftFewer";
        return Map.of(
                "campaign",
                lift.campaignId(),
                "finding",
                words.get(key, points(interval.low()), points(interval.high()), points(interval.difference())),
                "groups",
                groups,
                "plot",
                Plots.interval(interval, reach),
                "left",
                points(-reach),
                "right",
                points(reach));
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "–" : percent((double) part / whole);
    }

    /// Percentage points with their sign; a true minus, as wide as the plus.
    private static String points(double difference) {
        var rounded = Math.round(difference * 1000) / 10.0;
        return (rounded < 0 ? "−" : "+") + Math.abs(rounded);
    }

    private static List<Map<String, Object>> held(Summary summary, Words words) {
        long greatest = summary.held().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        if (greatest == 0) {
            return List.of();
        }
        var rows = new ArrayList<Map<String, Object>>();
        summary.held()
                .forEach((bound, count) -> rows.add(Map.of(
                        "label",
                        bound.equals("more") ? words.get("heldMore") : words.get("heldUpTo", bound),
                        "count",
                        String.format(words.language(), "%,d", count),
                        "bar",
                        Plots.bar((double) count / greatest, late(bound) ? "late" : "step"))));
        return rows;
    }

    private static boolean late(String bound) {
        return bound.equals("more") || Integer.parseInt(bound) > LEAST_BUDGET_MS;
    }

    private static String heldFinding(Summary summary, Words words) {
        long all = summary.held().values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return words.get("heldNone");
        }
        return words.get("heldFinding", all, summary.late(), percent((double) summary.late() / all));
    }
}
