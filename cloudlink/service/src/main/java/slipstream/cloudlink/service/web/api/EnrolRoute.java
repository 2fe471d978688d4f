package slipstream.cloudlink.service.web.api;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.Optional;
import slipstream.cloudlink.service.administration.Administration;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.Section;
import slipstream.cloudlink.service.web.http.Work;

/// `POST /v1/enrol` on the public side, for a box has no certificate yet: the token of an invitation and a
/// certification request, for a certificate. The box's private key never leaves it.
public record EnrolRoute(Administration administration, Work work) implements Section {
    private static final int MOST_BODY_BYTES = 8192;
    private static final Reply FAILED = Reply.problem(500, "internal", "the service failed; its log says why");
    private static final Reply TOO_LARGE =
            Reply.problem(413, "too-large", "the body is larger than " + MOST_BODY_BYTES + " bytes");

    @Override
    public void open(Router router) {
        router.post("/v1/enrol")
                .handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES))
                .handler(work.handler(
                        this::enrol,
                        ctx -> Reply.problem(503, "busy", "too many requests at once; ask again"),
                        ctx -> FAILED))
                .failureHandler(ctx -> (ctx.statusCode() == 413 ? TOO_LARGE : FAILED).send(ctx.response()));
    }

    private Reply enrol(RoutingContext ctx) {
        try {
            var asked =
                    new JsonObject(Optional.ofNullable(ctx.body().asString()).orElse(""));
            var enrolled = administration.enrol(text(asked, "token"), text(asked, "request"));
            var answer = new JsonObject()
                    .put("device", enrolled.device())
                    .put("certificate", enrolled.certificate())
                    .put("authority", enrolled.authority());
            return Reply.json(200, answer.encode());
        } catch (DecodeException e) {
            return Reply.problem(400, "bad-request", "the body is not a JSON object");
        } catch (IllegalArgumentException e) {
            return Reply.problem(400, "bad-request", e.getMessage());
        } catch (IOException e) {
            return Reply.problem(403, "not-invited", e.getMessage());
        }
    }

    private static String text(JsonObject json, String name) {
        if (json.getValue(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("'" + name + "' is missing, a text was expected");
    }
}
