package slipstream.cloudlink.service.web.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import slipstream.cloudlink.service.account.User;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.page.Templates;
import slipstream.cloudlink.service.web.page.Words;

/// Makes the console's pages.
final class ConsolePages {
    private static final String DASH = "–";

    private final Templates templates = new Templates(ConsolePages.class, "img-src data:");
    private final List<Resource> resources;
    private final ZoneId zone;

    ConsolePages(List<Resource> resources, ZoneId zone) {
        this.resources = resources;
        this.zone = zone;
    }

    /// A page in its frame.
    ///
    /// @param current the entry of the menu that it belongs to
    Reply page(Visit visit, int status, String current, String title, String template, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put(
                "menu",
                visit.user()
                        .filter(User::ready)
                        .map(user -> menu(user, current, visit.words()))
                        .orElse(List.of()));
        all.put("user", visit.user().map(User::name).orElse(""));
        all.put("form", visit.formToken());
        all.put("here", here(visit));
        all.putIfAbsent("wide", true);
        return templates.page(status, title, template, visit.words(), all);
    }

    /// This page's address, for the link to the other language; what a form sent has none.
    private static String here(Visit visit) {
        var path = visit.ctx().request().path();
        return visit.ctx().request().method().name().equals("GET") ? path : "/console";
    }

    Reply notice(Visit visit, int status, String kind) {
        return templates.page(
                status,
                visit.words().get(kind + "Title"),
                "notice",
                visit.words(),
                frame(
                        visit,
                        Map.of(
                                "heading",
                                visit.words().get(kind + "Title"),
                                "text",
                                visit.words().get(kind + "Text"))));
    }

    private Map<String, Object> frame(Visit visit, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("menu", List.of());
        all.put("user", "");
        all.put("form", "");
        all.put("here", "/console");
        all.put("wide", false);
        return all;
    }

    private List<Map<String, Object>> menu(User user, String current, Words words) {
        var entries = new ArrayList<Map<String, Object>>();
        entries.add(entry("overview", current, words));
        if (user.merchantId().isEmpty()) {
            entries.add(entry("circle", current, words));
        }
        resources.stream()
                .filter(resource -> resource.readers().contains(user.role()))
                .forEach(resource -> entries.add(entry(resource.name(), current, words)));
        entries.add(entry("exports", current, words));
        return entries;
    }

    private static Map<String, Object> entry(String name, String current, Words words) {
        return Map.of("href", "/console/" + name, "label", words.get(name), "current", name.equals(current));
    }

    /// The list of a resource.
    Reply list(Visit visit, Resource resource, String done) {
        var words = visit.words();
        var user = visit.signedIn();
        int number = Resource.pageOf(visit);
        var page = resource.page(user, number);
        var rows = page.rows().stream()
                .map(row -> Map.of("cells", cells(resource, row, words)))
                .toList();
        var values = new HashMap<String, Object>();
        values.put("heading", words.get(resource.name()));
        values.put("lead", words.get(resource.name() + "Lead"));
        values.put(
                "columns",
                resource.columns().stream()
                        .map(column -> words.get("f_" + column))
                        .toList());
        values.put("rows", rows);
        values.put("empty", rows.isEmpty());
        values.put("add", resource.mayAdd(user) ? "/console/" + resource.name() + "/new" : "");
        values.put("addLabel", words.get("add_" + resource.name()));
        values.put("csv", "/console/export/" + resource.name() + ".csv");
        values.put("done", done);
        var at = "/console/" + resource.name() + "?page=";
        values.put("newer", number > 1 ? at + (number - 1) : "");
        values.put("older", page.more() ? at + (number + 1) : "");
        values.put("pageWord", number > 1 || page.more() ? words.get("pageNumber", number) : "");
        return page(visit, 200, resource.name(), words.get(resource.name()), "list", values);
    }

    private List<Map<String, Object>> cells(Resource resource, Row row, Words words) {
        var cells = new ArrayList<Map<String, Object>>();
        for (var column : resource.columns()) {
            boolean first = cells.isEmpty() && !row.id().isEmpty();
            cells.add(Map.of(
                    "label",
                    words.get("f_" + column),
                    "text",
                    shown(row.get(column), words),
                    "number",
                    row.get(column) instanceof Number,
                    "href",
                    first ? "/console/" + resource.name() + "/" + Csv.inPath(row.id()) : "",
                    "word",
                    row.get(column) instanceof Row.Word word ? word.word() : ""));
        }
        return cells;
    }

    /// A value as people read it.
    String shown(Object value, Words words) {
        return switch (value) {
            case null -> DASH;
            case Row.Word word -> words.all().getOrDefault("v_" + word.word(), word.word());
            case Instant at -> time(at, words);
            case String text -> text.isBlank() ? DASH : text;
            case Number number -> String.format(words.language(), "%,d", number.longValue());
            default -> value.toString();
        };
    }

    private String time(Instant at, Words words) {
        return DateTimeFormatter.ofPattern(words.get("timePattern"), words.language())
                .format(at.atZone(zone));
    }

    /// The form to add one.
    ///
    /// @param sent what was sent before, if anything
    /// @param problem why it was not added; blank when it was not tried
    /// @param parts what a draft looks like, if that was asked for
    Reply form(Visit visit, Resource resource, int status, Values sent, String problem, List<Resource.Part> parts) {
        var words = visit.words();
        var values = new HashMap<String, Object>();
        values.put("heading", words.get("add_" + resource.name()));
        values.put("lead", words.get("lead_" + resource.name()));
        values.put("problem", problem);
        var fields = resource.fields(visit.signedIn());
        values.put("fields", FormView.of(fields, sent, words));
        values.put("encoding", FormView.encoding(fields));
        values.put("action", "/console/" + resource.name());
        values.put("submit", words.get("add_" + resource.name()));
        values.put("preview", resource instanceof Campaigns);
        values.put("back", "/console/" + resource.name());
        values.put("parts", parts(parts, words));
        return page(visit, status, resource.name(), words.get("add_" + resource.name()), "form", values);
    }

    /// The page of one thing.
    Reply thing(Visit visit, Resource resource, Row row, int status, Values sent, String problem) {
        var words = visit.words();
        var user = visit.signedIn();
        boolean writes = resource.writers().contains(user.role());
        var changes = writes ? resource.changes(user, row) : List.<Field>of();
        var facts = row.values().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("definition") && !"".equals(entry.getValue()))
                .map(entry -> Map.of("label", words.get("f_" + entry.getKey()), "text", shown(entry.getValue(), words)))
                .toList();
        var at = "/console/" + resource.name() + "/" + Csv.inPath(row.id());
        var actions = writes ? resource.actions(user, row) : List.<String>of();
        var values = new HashMap<String, Object>();
        values.put("heading", shown(row.get(resource.columns().getFirst()), words));
        values.put("facts", facts);
        values.put("problem", problem);
        values.put("changes", !changes.isEmpty());
        values.put("fields", FormView.of(changes, sent, words));
        values.put("action", at);
        values.put(
                "actions",
                actions.stream()
                        .map(action -> Map.of(
                                "href",
                                at + "/" + action,
                                "label",
                                words.get("a_" + action),
                                "warning",
                                words.get("warn_" + action)))
                        .toList());
        values.put("parts", parts(resource.parts(user, row), words));
        values.put("back", "/console/" + resource.name());
        values.put("backLabel", words.get(resource.name()));
        return page(visit, status, resource.name(), String.valueOf(values.get("heading")), "thing", values);
    }

    private static List<Map<String, Object>> parts(List<Resource.Part> parts, Words words) {
        return parts.stream()
                .map(part -> Map.<String, Object>of(
                        "heading", words.get(part.title()), "text", part.text(), "picture", part.picture()))
                .toList();
    }

    /// A secret, told once, each line by itself.
    Reply told(Visit visit, String resource, String secret) {
        var words = visit.words();
        var values = Map.of(
                "heading",
                words.get("told_" + resource),
                "secrets",
                secret.lines().toList(),
                "hint",
                words.get("toldHint_" + resource),
                "back",
                "/console/" + resource);
        return page(visit, 201, resource, words.get("told_" + resource), "told", values);
    }
}
