package slipstream.cloudlink.service.web.http;

import io.vertx.ext.web.Router;
import java.util.function.BooleanSupplier;

/// `GET /health`: 200 when the database answers, 503 when it does not.
public record Health(BooleanSupplier database, Work work) implements Section {
    @Override
    public void open(Router router) {
        router.get("/health").handler(work.handler(ctx -> check(), ctx -> down(), ctx -> down()));
    }

    private Reply check() {
        return database.getAsBoolean() ? Reply.json(200, "{\"status\":\"up\"}") : down();
    }

    private static Reply down() {
        return Reply.json(503, "{\"status\":\"down\"}");
    }
}
