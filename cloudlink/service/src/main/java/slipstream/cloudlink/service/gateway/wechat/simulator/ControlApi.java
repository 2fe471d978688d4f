package slipstream.cloudlink.service.gateway.wechat.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.function.Function;

/// Tells the simulator what to do. JSON over plain HTTP, for demonstrations and tests.
///
/// | request | body | answer |
/// | --- | --- | --- |
/// | `PUT /orders` | an order: `mchid`, `out_trade_no`, `transaction_id`, `openid`, `total`, `trade_state` | 204 |
/// | `POST /notices` | `mchid`, `out_trade_no`, `url`; or `notice`, `headers`, `url` | 200: what was sent, `status` |
/// | `PUT /behaviour` | `behaviour`, and `milliseconds` when `slow` | 204 |
/// | `GET /state` | | 200: `queries`, `behaviour` |
final class ControlApi {
    private final Vertx vertx;
    private final SimulatedPlatform platform;
    private final PlatformSeal seal;
    private final HttpClient http;

    ControlApi(Vertx vertx, SimulatedPlatform platform, PlatformSeal seal) {
        this.vertx = vertx;
        this.platform = platform;
        this.seal = seal;
        this.http = vertx.createHttpClient();
    }

    Router router() {
        var router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(65_536));
        router.put("/orders").handler(ctx -> told(ctx, this::putOrder));
        router.put("/behaviour").handler(ctx -> told(ctx, this::behave));
        router.post("/notices").handler(this::notice);
        router.get("/state")
                .handler(ctx -> ctx.json(new JsonObject()
                        .put("queries", platform.queries())
                        .put("behaviour", platform.behaviour().kind().name().toLowerCase(Locale.ROOT))));
        return router;
    }

    private static void told(RoutingContext ctx, Function<JsonObject, String> work) {
        try {
            var complaint = work.apply(ctx.body().asJsonObject());
            if (complaint == null) {
                ctx.response().setStatusCode(204).end();
            } else {
                wrong(ctx, complaint);
            }
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            wrong(ctx, "the body is not the JSON object it should be");
        }
    }

    private static void wrong(RoutingContext ctx, String complaint) {
        ctx.response().setStatusCode(400);
        ctx.json(new JsonObject().put("code", "bad-request").put("message", complaint));
    }

    private String putOrder(JsonObject json) {
        var merchant = platform.merchants().get(json.getString("mchid", ""));
        if (merchant == null) {
            return "mchid '" + json.getString("mchid") + "' is unknown, expected one of "
                    + platform.merchants().keySet();
        }
        var state = json.getString("trade_state", "SUCCESS");
        if (!Order.STATES.contains(state)) {
            return "trade_state '" + state + "', expected one of " + Order.STATES;
        }
        if (json.getString("out_trade_no", "").isEmpty()) {
            return "out_trade_no is missing";
        }
        platform.put(new Order(
                merchant.mchid(),
                merchant.appid(),
                json.getString("transaction_id", ""),
                json.getString("out_trade_no"),
                json.getString("openid", ""),
                json.getLong("total", 100L),
                state,
                json.getString("trade_type", "MICROPAY")));
        return null;
    }

    private String behave(JsonObject json) {
        var next = Behaviour.read(json.getString("behaviour", ""), json.getLong("milliseconds", 0L));
        next.ifPresent(platform::behave);
        return next.isPresent() ? null : "behaviour '" + json.getString("behaviour") + "' is unknown";
    }

    private void notice(RoutingContext ctx) {
        try {
            var json = ctx.body().asJsonObject();
            var url = json.getString("url", "");
            if (json.containsKey("notice")) {
                deliver(ctx, url, json.getString("notice"), json.getJsonObject("headers"));
                return;
            }
            var mchid = json.getString("mchid", "");
            var order = platform.byOutTradeNo(mchid, json.getString("out_trade_no", ""));
            if (order.isEmpty()) {
                wrong(ctx, "there is no such order");
                return;
            }
            var body = seal.notice(order.get(), platform.merchants().get(mchid).apiV3Key())
                    .encode();
            var headers = new JsonObject();
            seal.headers(body).forEach(headers::put);
            deliver(ctx, url, body, headers);
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            wrong(ctx, "the body is not the JSON object it should be");
        }
    }

    private void deliver(RoutingContext ctx, String url, String body, JsonObject headers) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setTimeout(5_000);
        headers.forEach(header -> options.putHeader(header.getKey(), String.valueOf(header.getValue())));
        options.putHeader("Content-Type", "application/json");
        http.request(options)
                .compose(request -> request.send(Buffer.buffer(body)))
                .onSuccess(response -> ctx.json(new JsonObject()
                        .put("status", response.statusCode())
                        .put("notice", body)
                        .put("headers", headers)))
                .onFailure(failure -> {
                    ctx.response().setStatusCode(502);
                    ctx.json(new JsonObject().put("code", "unreachable").put("message", failure.getMessage()));
                });
    }
}
