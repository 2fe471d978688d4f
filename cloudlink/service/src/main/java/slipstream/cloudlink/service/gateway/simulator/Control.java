package slipstream.cloudlink.service.gateway.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;

/// What the simulators' control APIs have in common: JSON over plain HTTP, for demonstrations and tests; the
/// requests stand in the module's README.
public final class Control {
    private static final int MOST_BODY_BYTES = 65_536;

    private final Router router;

    public Control(Vertx vertx, Simulated platform) {
        router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES));
        put("/behaviour", json -> behave(platform, json));
        router.get("/state")
                .handler(ctx -> ctx.json(new JsonObject()
                        .put("queries", platform.queries())
                        .put("behaviour", platform.behaviour().kind().name().toLowerCase(Locale.ROOT))));
    }

    private static Optional<String> behave(Simulated platform, JsonObject json) {
        var next = Behaviour.read(json.getString("behaviour", ""), json.getLong("milliseconds", 0L));
        next.ifPresent(platform::behave);
        return next.isPresent()
                ? Optional.empty()
                : Optional.of("behaviour '" + json.getString("behaviour") + "' is unknown");
    }

    /// `PUT`, answered with 204, or with 400 and the complaint that `work` returns.
    public void put(String path, Function<JsonObject, Optional<String>> work) {
        router.put(path).handler(ctx -> attempt(ctx, (same, json) -> end(ctx, work.apply(json))));
    }

    /// `POST`, answered like [#put].
    public void tell(String path, Function<JsonObject, Optional<String>> work) {
        post(path, (ctx, json) -> end(ctx, work.apply(json)));
    }

    /// `POST`, answered by `work` itself.
    public void post(String path, BiConsumer<RoutingContext, JsonObject> work) {
        router.post(path).handler(ctx -> attempt(ctx, work));
    }

    public Router router() {
        return router;
    }

    private static void attempt(RoutingContext ctx, BiConsumer<RoutingContext, JsonObject> work) {
        try {
            work.accept(ctx, ctx.body().asJsonObject());
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            wrong(ctx, "the body is not the JSON object it should be");
        }
    }

    private static void end(RoutingContext ctx, Optional<String> complaint) {
        complaint.ifPresentOrElse(why -> wrong(ctx, why), () -> done(ctx));
    }

    /// 400 with a complaint.
    public static void wrong(RoutingContext ctx, String complaint) {
        ctx.response().setStatusCode(400);
        ctx.json(new JsonObject().put("code", "bad-request").put("message", complaint));
    }

    /// 204.
    public static void done(RoutingContext ctx) {
        ctx.response().setStatusCode(204).end();
    }
}
