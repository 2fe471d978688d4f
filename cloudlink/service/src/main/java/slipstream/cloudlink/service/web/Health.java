package slipstream.cloudlink.service.web;

import java.util.function.BooleanSupplier;

/// `GET /health`: 200 when the database answers, 503 when it does not.
record Health(BooleanSupplier database) {
    Reply check() {
        return database.getAsBoolean() ? Reply.json(200, "{\"status\":\"up\"}") : down();
    }

    static Reply down() {
        return Reply.json(503, "{\"status\":\"down\"}");
    }
}
