package slipstream.cloudlink.service.web.console;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import slipstream.cloudlink.service.web.http.FormFiles;
import slipstream.cloudlink.service.web.http.Guesses;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;

/// `/console/…`: pages made on the server, which work without a script.
public final class ConsoleRoutes implements Section {
    private static final int MOST_FORM_BYTES = 1 << 17;
    private static final String HOME = "/console/overview";

    private final Work work;
    private final Door door;
    private final List<Resource> resources;
    private final ConsolePages pages;
    private final DoorRoutes doorRoutes;
    private final Overview overview;
    private final CirclePicture circle;
    private final LiftTable lift;
    private final Exports exports;

    /// @param publicUrl how browsers reach it
    /// @param guesses how often an address may fail to sign in
    public ConsoleRoutes(Desk desk, String publicUrl, Guesses guesses, Work work) {
        this.work = work;
        this.door = new Door(desk.sessions(), publicUrl);
        this.resources = resources(desk, publicUrl);
        this.pages = new ConsolePages(resources, desk.zone());
        this.doorRoutes = new DoorRoutes(door, desk.signIn(), guesses, pages);
        this.overview = new Overview(desk, pages);
        this.circle = new CirclePicture(desk, pages);
        this.lift = new LiftTable(desk, pages);
        this.exports = new Exports(desk, pages, lift, resources);
    }

    /// Every kind of thing, in the order of the menu.
    static List<Resource> resources(Desk desk, String publicUrl) {
        return List.of(
                new Campaigns(desk),
                new Merchants(desk),
                new EntrustedCredentials(desk),
                new Items(desk),
                new StaffMembers(desk, publicUrl),
                new Devices(desk),
                new Users(desk),
                new Tokens(desk),
                new AuditLog(desk));
    }

    @Override
    public void open(Router router) {
        get(router, "/console", any(visit -> DoorRoutes.redirect(HOME)));
        get(router, "/console/sign-in", any(doorRoutes::askIn));
        post(router, "/console/sign-in", any(ours(doorRoutes::signIn)));
        post(router, "/console/sign-out", any(ours(doorRoutes::signOut)));
        get(router, "/console/setup", signedIn(doorRoutes::askReady));
        post(router, "/console/setup", signedIn(ours(doorRoutes::ready)));
        get(router, HOME, ready(overview::page));
        get(router, "/console/lift", ready(lift::page));
        get(router, "/console/circle", ready(visit -> forOperators(visit, circle::page)));
        get(router, "/console/exports", ready(exports::page));
        get(router, "/console/export/:file", ready(this::export));
        get(router, "/console/:resource", reading((visit, resource) -> pages.list(visit, resource, done(visit))));
        get(router, "/console/:resource/new", writing(this::blank));
        post(router, "/console/:resource", new FormFiles(MOST_FORM_BYTES), writing(this::add));
        get(router, "/console/:resource/:id", reading(this::thing));
        post(router, "/console/:resource/:id", writing(this::change));
        post(router, "/console/:resource/:id/:action", writing(this::act));
        router.route("/console/*").handler(work.handler(any(visit -> missing(visit)), this::busy, this::failed));
    }

    private void get(Router router, String path, Function<RoutingContext, Reply> page) {
        router.get(path).handler(work.handler(page, this::busy, this::failed));
    }

    private void post(Router router, String path, Function<RoutingContext, Reply> page) {
        post(router, path, BodyHandler.create(false).setBodyLimit(MOST_FORM_BYTES), page);
    }

    private void post(Router router, String path, Handler<RoutingContext> body, Function<RoutingContext, Reply> page) {
        router.post(path).handler(body).handler(work.handler(page, this::busy, this::failed));
    }

    private Reply busy(RoutingContext ctx) {
        return pages.notice(stranger(ctx), 503, "busy").with("Retry-After", "5");
    }

    private Reply failed(RoutingContext ctx) {
        return pages.notice(stranger(ctx), 500, "failed");
    }

    private Visit stranger(RoutingContext ctx) {
        return new Visit(ctx, door.words(ctx), "", Optional.empty());
    }

    private Reply missing(Visit visit) {
        return pages.notice(visit, 404, "nothing");
    }

    /// For everybody. What was sent and makes no sense is answered with a sentence.
    private Function<RoutingContext, Reply> any(Function<Visit, Reply> page) {
        return ctx -> {
            var visit = door.visit(ctx);
            Reply reply;
            try {
                reply = page.apply(visit);
            } catch (Wrong e) {
                reply = pages.notice(visit, 404, "nothing");
            }
            boolean chose =
                    ctx.request().getParam("lang") != null && !reply.headers().containsKey("Set-Cookie");
            return chose ? door.language(reply, visit.words()) : reply;
        };
    }

    /// Only forms of our own pages.
    private Function<Visit, Reply> ours(Function<Visit, Reply> page) {
        return visit -> door.isOurs(visit) ? page.apply(visit) : pages.notice(visit, 403, "foreign");
    }

    private Function<RoutingContext, Reply> signedIn(Function<Visit, Reply> page) {
        return any(visit -> visit.user().isPresent() ? page.apply(visit) : DoorRoutes.redirect("/console/sign-in"));
    }

    private Function<RoutingContext, Reply> ready(Function<Visit, Reply> page) {
        return signedIn(visit -> visit.signedIn().ready() ? page.apply(visit) : DoorRoutes.redirect("/console/setup"));
    }

    private Reply forOperators(Visit visit, Function<Visit, Reply> page) {
        return visit.signedIn().merchantId().isEmpty() ? page.apply(visit) : missing(visit);
    }

    private Function<RoutingContext, Reply> reading(BiFunction<Visit, Resource, Reply> page) {
        return ready(visit -> resource(visit)
                .filter(resource -> resource.readers().contains(visit.signedIn().role()))
                .map(resource -> page.apply(visit, resource))
                .orElseGet(() -> missing(visit)));
    }

    private Function<RoutingContext, Reply> writing(BiFunction<Visit, Resource, Reply> page) {
        Function<Visit, Reply> guarded = visit -> resource(visit)
                .filter(resource -> resource.writers().contains(visit.signedIn().role()))
                .map(resource -> page.apply(visit, resource))
                .orElseGet(() -> missing(visit));
        return ready(visit -> visit.ctx().request().method().name().equals("GET")
                ? guarded.apply(visit)
                : ours(guarded).apply(visit));
    }

    private Optional<Resource> resource(Visit visit) {
        return resources.stream()
                .filter(resource -> resource.name().equals(visit.part("resource")))
                .findFirst();
    }

    private static String done(Visit visit) {
        return visit.query("done")
                .filter("yes"::equals)
                .map(yes -> visit.words().get("done"))
                .orElse("");
    }

    private Reply export(Visit visit) {
        var file = visit.part("file");
        return file.endsWith(".csv")
                ? exports.csv(visit, file.substring(0, file.length() - 4)).orElseGet(() -> missing(visit))
                : missing(visit);
    }

    private Reply blank(Visit visit, Resource resource) {
        return resource.mayAdd(visit.signedIn())
                ? pages.form(visit, resource, 200, new Values(Map.of()), "", List.of())
                : missing(visit);
    }

    private Reply add(Visit visit, Resource resource) {
        var user = visit.signedIn();
        var sent = visit.form();
        if (!resource.mayAdd(user)) {
            return missing(visit);
        }
        try {
            if (!sent.raw("preview").isEmpty()) {
                var part = resource.preview(user, sent);
                return pages.form(visit, resource, 200, sent, "", part.stream().toList());
            }
            var added = resource.add(user, sent);
            return added.secret().isPresent()
                    ? pages.told(visit, resource.name(), added.secret().get())
                    : DoorRoutes.redirect("/console/" + resource.name() + "?done=yes");
        } catch (IOException | IllegalArgumentException e) {
            return pages.form(visit, resource, 400, sent, Sentences.of(e, visit.words()), List.of());
        }
    }

    private Reply thing(Visit visit, Resource resource) {
        return resource.row(visit.signedIn(), visit.part("id"))
                .map(row -> pages.thing(visit, resource, row, 200, new Values(Map.of()), ""))
                .orElseGet(() -> missing(visit));
    }

    private Reply change(Visit visit, Resource resource) {
        var user = visit.signedIn();
        return changing(visit, resource, row -> {
            if (resource.changes(user, row).isEmpty()) {
                return missing(visit);
            }
            resource.change(user, row, visit.form());
            return DoorRoutes.redirect("/console/" + resource.name() + "?done=yes");
        });
    }

    private Reply act(Visit visit, Resource resource) {
        var user = visit.signedIn();
        return changing(visit, resource, row -> {
            if (!resource.actions(user, row).contains(visit.part("action"))) {
                return missing(visit);
            }
            var secret = resource.act(user, row, visit.part("action"));
            return secret.map(word -> pages.told(visit, resource.name(), word))
                    .orElseGet(() -> DoorRoutes.redirect("/console/" + resource.name() + "?done=yes"));
        });
    }

    private Reply changing(Visit visit, Resource resource, Change change) {
        var row = resource.row(visit.signedIn(), visit.part("id"));
        if (row.isEmpty() || row.get().id().isEmpty()) {
            return missing(visit);
        }
        try {
            return change.to(row.get());
        } catch (IOException | IllegalArgumentException e) {
            return pages.thing(visit, resource, row.get(), 400, visit.form(), Sentences.of(e, visit.words()));
        }
    }

    private interface Change {
        Reply to(Row row) throws IOException;
    }
}
