package slipstream.cloudlink.service.web.operations;

import io.vertx.ext.web.Router;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;

/// `GET /health`: 200 as long as requests are worked on at all. `GET /ready`: 200 when requests should be sent
/// here, else 503 with the reason: starting, stopping, or a database that does not answer.
public record Probes(Readiness readiness, Work work) implements Section {
    @Override
    public void open(Router router) {
        router.get("/health").handler(work.handler(ctx -> up(), ctx -> busy(), ctx -> busy()));
        router.get("/ready").handler(work.handler(ctx -> ready(), ctx -> busy(), ctx -> busy()));
    }

    private static Reply up() {
        return Reply.json(200, "{\"status\":\"up\"}");
    }

    private Reply ready() {
        return readiness
                .objection()
                .map(why -> Reply.problem(503, "not-ready", why))
                .orElseGet(() -> Reply.json(200, "{\"status\":\"ready\"}"));
    }

    private static Reply busy() {
        return Reply.problem(503, "busy", "too many requests at a time");
    }
}
