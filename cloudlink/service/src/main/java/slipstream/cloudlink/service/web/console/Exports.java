package slipstream.cloudlink.service.web.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import slipstream.cloudlink.service.web.http.Reply;

/// Tables to take away: figures by day, vouchers without what could be used or traced, and every list.
record Exports(Desk desk, ConsolePages pages, LiftTable lift, List<Resource> resources) {
    private static final int MOST_VOUCHERS = 100_000;
    private static final String FIGURES = "figures";
    private static final String VOUCHERS = "vouchers";

    Reply page(Visit visit) {
        var words = visit.words();
        var files = new ArrayList<Map<String, Object>>();
        files.add(file(visit, FIGURES));
        files.add(file(visit, LiftTable.NAME));
        files.add(file(visit, VOUCHERS));
        readable(visit).forEach(resource -> files.add(file(visit, resource.name())));
        var values = Map.of("heading", words.get("exports"), "files", files);
        return pages.page(visit, 200, "exports", words.get("exports"), "exports", values);
    }

    private List<Resource> readable(Visit visit) {
        return resources.stream()
                .filter(resource -> resource.readers().contains(visit.signedIn().role()))
                .toList();
    }

    private static Map<String, Object> file(Visit visit, String name) {
        return Map.of(
                "href",
                "/console/export/" + name + ".csv",
                "label",
                visit.words().get(name),
                "hint",
                visit.words().get("export_" + name));
    }

    /// The file of that name, if this user may have it.
    Optional<Reply> csv(Visit visit, String name) {
        return switch (name) {
            case FIGURES -> Optional.of(figures(visit));
            case LiftTable.NAME -> Optional.of(lift.csv(visit));
            case VOUCHERS -> Optional.of(vouchers(visit));
            default ->
                readable(visit).stream()
                        .filter(resource -> resource.name().equals(name))
                        .findFirst()
                        .map(resource -> list(visit, resource));
        };
    }

    private Reply figures(Visit visit) {
        var period = Period.of(visit);
        var today = desk.figures().today();
        var rows = desk.figures().lines(period.merchants(desk, visit), period.first(today), today).stream()
                .map(figure -> List.of(
                        LocalDate.ofEpochDay(figure.day()),
                        figure.merchantId(),
                        figure.campaignId(),
                        figure.kind(),
                        figure.amount()))
                .toList();
        return Csv.file(FIGURES, Csv.of(List.of("day", "merchant", "campaign", "figure", "number"), rows));
    }

    private Reply vouchers(Visit visit) {
        var rows = desk.figures().vouchers(desk.ids(visit.signedIn()), MOST_VOUCHERS).stream()
                .map(line -> List.of(
                        line.campaignId(),
                        line.printedAt(),
                        line.itemId(),
                        line.usedAt(),
                        line.issuedAt(),
                        line.expiresAt(),
                        line.state()))
                .toList();
        var head = List.of("campaign", "printed-at", "item", "used-at", "issued", "expires", "state");
        return Csv.file(VOUCHERS, Csv.of(head, rows));
    }

    private static Reply list(Visit visit, Resource resource) {
        var rows = resource.rows(visit.signedIn());
        var columns = rows.stream()
                .flatMap(row -> row.values().keySet().stream())
                .distinct()
                .toList();
        var cells = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> row.values().getOrDefault(column, ""))
                        .toList())
                .toList();
        return Csv.file(resource.name(), Csv.of(columns.isEmpty() ? resource.columns() : columns, cells));
    }
}
