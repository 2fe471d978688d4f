package slipstream.cloudlink.service.web.console;

import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import slipstream.cloudlink.service.figures.FigureStore;
import slipstream.cloudlink.service.figures.Lift;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;

/// `/admin/v1/…`: what the console shows and does, as JSON, for programs with an access token.
///
/// | request | answer |
/// | --- | --- |
/// | `GET /admin/v1/<things>?page=` | 200 `{"rows": […]}`: all (of the audit log the newest 1,000), or a page of 100 |
/// | `GET /admin/v1/<things>/<id>` | 200 one of those rows |
/// | `POST /admin/v1/<things>` with the form's fields | 201 `{"id": …, "secret": …}` |
/// | `PUT /admin/v1/<things>/<id>` with the fields that may change | 204 |
/// | `POST /admin/v1/<things>/<id>/<action>` | 200 `{"secret": …}` or 204 |
/// | `GET /admin/v1/figures?days=&merchant=&campaign=` | 200 the overview's numbers |
public final class AdminApi implements Section {
    private static final int MOST_BODY_BYTES = 1 << 17;
    private static final String BEARER = "Bearer ";
    private static final Reply MISSING = Reply.problem(404, "not-found", "there is nothing here that you may see");

    private final Desk desk;
    private final Door door;
    private final List<Resource> resources;
    private final Guesses guesses;
    private final Work work;

    /// @param guesses how often an address may show tokens that are none
    public AdminApi(Desk desk, String publicUrl, Guesses guesses, Work work) {
        this.desk = desk;
        this.door = new Door(desk.sessions(), publicUrl);
        this.resources = ConsoleRoutes.resources(desk, publicUrl);
        this.guesses = guesses;
        this.work = work;
    }

    @Override
    public void open(Router router) {
        router.get("/admin/v1/figures").handler(handler(this::figures));
        router.get("/admin/v1/:resource").handler(handler(visit -> reading(visit, resource -> rows(visit, resource))));
        router.get("/admin/v1/:resource/:id")
                .handler(handler(visit -> reading(visit, resource -> row(visit, resource))));
        for (var path : List.of("/admin/v1/:resource", "/admin/v1/:resource/:id", "/admin/v1/:resource/:id/:action")) {
            router.post(path).handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
            router.put(path).handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
        }
        router.post("/admin/v1/:resource").handler(handler(visit -> writing(visit, resource -> add(visit, resource))));
        router.put("/admin/v1/:resource/:id")
                .handler(handler(visit -> writing(visit, resource -> change(visit, resource))));
        router.post("/admin/v1/:resource/:id/:action")
                .handler(handler(visit -> writing(visit, resource -> act(visit, resource))));
        router.route("/admin/*").handler(handler(visit -> MISSING));
        router.route("/admin/*").failureHandler(AdminApi::refuse);
    }

    private static void refuse(RoutingContext ctx) {
        var reply = switch (ctx.statusCode()) {
            case 413 -> Reply.problem(413, "too-large", "the body is larger than " + MOST_BODY_BYTES + " bytes");
            case 400 -> Reply.problem(400, "bad-request", "the request is malformed");
            default -> Reply.problem(500, "internal", "the service failed; its log says why");
        };
        reply.send(ctx.response());
    }

    private Handler<RoutingContext> handler(Function<Visit, Reply> answer) {
        return work.handler(
                ctx -> answered(ctx, answer),
                ctx -> Reply.problem(503, "busy", "too many requests at once; ask again"),
                ctx -> Reply.problem(500, "internal", "the service failed; its log says why"));
    }

    private Reply answered(RoutingContext ctx, Function<Visit, Reply> answer) {
        var header =
                Optional.ofNullable(ctx.request().getHeader("Authorization")).orElse("");
        if (guesses.exhausted(ctx.request())) {
            return Reply.problem(429, "too-many", "too many access tokens that are none; ask again in a minute")
                    .with("Retry-After", "60");
        }
        var token = header.startsWith(BEARER) ? header.substring(BEARER.length()) : "";
        var user = desk.accounts().byToken(token);
        if (user.isEmpty()) {
            if (!token.isBlank()) {
                guesses.wrong(ctx.request());
            }
            return Reply.problem(
                            401, "unauthorized", "expected 'Authorization: Bearer' and an access token that is good")
                    .with("WWW-Authenticate", "Bearer");
        }
        try {
            return answer.apply(new Visit(ctx, door.words(ctx), "", user));
        } catch (IllegalArgumentException e) {
            return Reply.problem(400, "bad-request", e.getMessage());
        }
    }

    private Reply reading(Visit visit, Function<Resource, Reply> answer) {
        return allowed(
                visit,
                answer,
                resource -> resource.readers().contains(visit.signedIn().role()));
    }

    private Reply writing(Visit visit, Function<Resource, Reply> answer) {
        return allowed(
                visit,
                answer,
                resource -> resource.writers().contains(visit.signedIn().role()));
    }

    private Reply allowed(Visit visit, Function<Resource, Reply> answer, Function<Resource, Boolean> may) {
        return resources.stream()
                .filter(resource -> resource.name().equals(visit.part("resource")) && may.apply(resource))
                .findFirst()
                .map(answer)
                .orElse(MISSING);
    }

    private static Reply rows(Visit visit, Resource resource) {
        var rows = new JsonArray();
        var all = visit.query("page").isPresent()
                ? resource.page(visit.signedIn(), Resource.pageOf(visit)).rows()
                : resource.rows(visit.signedIn());
        all.forEach(row -> rows.add(json(row)));
        return Reply.json(200, new JsonObject().put("rows", rows).encode());
    }

    private static Reply row(Visit visit, Resource resource) {
        return resource.row(visit.signedIn(), visit.part("id"))
                .map(row -> Reply.json(200, json(row).encode()))
                .orElse(MISSING);
    }

    private static JsonObject json(Row row) {
        var json = new JsonObject();
        row.values().forEach((name, value) -> json.put(name, value instanceof Number ? value : String.valueOf(value)));
        return json;
    }

    private static Reply add(Visit visit, Resource resource) {
        if (!resource.mayAdd(visit.signedIn())) {
            return MISSING;
        }
        return trying(() -> {
            var fields = resource.fields(visit.signedIn());
            var added = resource.add(visit.signedIn(), sent(visit, fields));
            var json = new JsonObject().put("id", added.id());
            added.secret().ifPresent(secret -> json.put("secret", secret));
            return Reply.json(201, json.encode());
        });
    }

    private static Reply change(Visit visit, Resource resource) {
        return with(visit, resource, row -> {
            var fields = resource.changes(visit.signedIn(), row);
            if (fields.isEmpty()) {
                return MISSING;
            }
            resource.change(visit.signedIn(), row, sent(visit, fields));
            return Reply.empty(204);
        });
    }

    private static Reply act(Visit visit, Resource resource) {
        return with(visit, resource, row -> {
            if (!resource.actions(visit.signedIn(), row).contains(visit.part("action"))) {
                return MISSING;
            }
            var secret = resource.act(visit.signedIn(), row, visit.part("action"));
            return secret.map(word ->
                            Reply.json(200, new JsonObject().put("secret", word).encode()))
                    .orElse(Reply.empty(204));
        });
    }

    private static Reply with(Visit visit, Resource resource, Change change) {
        var row = resource.row(visit.signedIn(), visit.part("id"));
        return row.isEmpty() || row.get().id().isEmpty() ? MISSING : trying(() -> change.to(row.get()));
    }

    private static Reply trying(Attempt attempt) {
        try {
            return attempt.make();
        } catch (IOException e) {
            return Reply.problem(409, "refused", e.getMessage());
        }
    }

    /// The body's fields, each a text, a number or a list of texts; any other field is a slip of the pen.
    private static Values sent(Visit visit, List<Field> fields) {
        var known = new TreeSet<>(fields.stream()
                .filter(field -> field.kind() != Field.Kind.FILES)
                .map(Field::name)
                .toList());
        try {
            var json = new JsonObject(
                    Optional.ofNullable(visit.ctx().body().asString()).orElse(""));
            var sent = new HashMap<String, List<String>>();
            for (var entry : json) {
                if (!known.contains(entry.getKey())) {
                    throw new IllegalArgumentException(
                            "the body has a field that is unknown here, expected some of " + String.join(", ", known));
                }
                sent.put(entry.getKey(), texts(entry.getValue()));
            }
            return new Values(Map.copyOf(sent));
        } catch (DecodeException e) {
            throw new IllegalArgumentException("the body is not a JSON object", e);
        }
    }

    private static List<String> texts(Object value) {
        return switch (value) {
            case null -> List.of();
            case JsonArray array -> array.stream().map(String::valueOf).toList();
            case JsonObject object -> throw new IllegalArgumentException("a field holds an object, expected a text");
            default -> List.of(value.toString());
        };
    }

    private Reply figures(Visit visit) {
        var summary = Period.of(visit).summary(desk, visit);
        var steps = new JsonObject();
        summary.steps().forEach((step, count) -> steps.put(step.word(), count));
        var held = new JsonObject();
        summary.held().forEach(held::put);
        var lifts = new JsonArray();
        var own = Campaigns.ownedBy(desk, visit.signedIn());
        desk.figures().lifts(visit.signedIn().circle()).stream()
                .filter(lift -> own.contains(lift.campaignId()))
                .forEach(lift -> lifts.add(json(lift)));
        var json = new JsonObject()
                .put("first", summary.first().toString())
                .put("last", summary.last().toString())
                .put("steps", steps)
                .put("late", summary.late())
                .put("held", held)
                .put("lifts", lifts);
        return Reply.json(200, json.encode());
    }

    private static JsonObject json(Lift lift) {
        var json = new JsonObject()
                .put("campaign", lift.campaignId())
                .put("treated", json(lift.treated()))
                .put("control", json(lift.control()));
        lift.difference()
                .ifPresent(interval -> json.put("difference", interval.difference())
                        .put("low", interval.low())
                        .put("high", interval.high()));
        return json;
    }

    private static JsonObject json(FigureStore.Group group) {
        return new JsonObject().put("payers", group.payers()).put("cameBack", group.cameBack());
    }

    private interface Change {
        Reply to(Row row) throws IOException;
    }

    private interface Attempt {
        Reply make() throws IOException;
    }
}
