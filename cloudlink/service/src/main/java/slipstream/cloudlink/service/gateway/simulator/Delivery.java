package slipstream.cloudlink.service.gateway.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/// Sends notices, and tells what was answered.
public final class Delivery {
    private static final long PATIENCE_MS = 5_000;

    private final HttpClient http;

    public Delivery(Vertx vertx) {
        this.http = vertx.createHttpClient();
    }

    /// Sends `body` with `headers` to `url`; the answer to `ctx` holds all of it, and `status` and `answer`, so
    /// that the same can be sent again.
    public void send(RoutingContext ctx, String url, String type, String body, JsonObject headers) {
        RequestOptions options;
        try {
            options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url);
        } catch (IllegalArgumentException e) {
            failed(ctx, 400, "bad-request", "'url' is not an address");
            return;
        }
        send(options, type, body, headers)
                .onSuccess(ctx::json)
                .onFailure(failure -> failed(ctx, 502, "unreachable", failure.getMessage()));
    }

    /// Sends `body` with `headers` to `url`.
    public Future<JsonObject> send(String url, String type, String body, JsonObject headers) {
        try {
            return send(new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url), type, body, headers);
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<JsonObject> send(RequestOptions options, String type, String body, JsonObject headers) {
        options.setTimeout(PATIENCE_MS);
        headers.forEach(header -> options.putHeader(header.getKey(), String.valueOf(header.getValue())));
        options.putHeader("Content-Type", type);
        return http.request(options)
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> response.body()
                        .map(answer -> new JsonObject()
                                .put("status", response.statusCode())
                                .put("answer", answer.toString())
                                .put("notice", body)
                                .put("headers", headers)));
    }

    private static void failed(RoutingContext ctx, int status, String code, String message) {
        ctx.response().setStatusCode(status);
        ctx.json(new JsonObject().put("code", code).put("message", message));
    }
}
