package slipstream.cloudlink.service.web.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.tls.ServerIdentity;
import slipstream.cloudlink.service.web.http.Listening;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.Work;
import slipstream.cloudlink.service.web.operations.Document;

/// The boxes' side: HTTP/2 over TLS 1.3, client certificate required.
public final class ApiServer {
    private static final int MOST_BODY_BYTES = 4096;
    private static final Map<String, Integer> MORE_BODY_BYTES = Map.of(BoxOperations.COPIES, 131_072);
    private static final int IDLE_SECONDS = 300;
    private static final Map<Integer, Reply> REFUSALS = Map.of(
            400, Reply.problem(400, "bad-request", "the request is malformed"),
            404, Reply.problem(404, "not-found", "there is nothing here; openapi.yaml says what is"),
            405, Reply.problem(405, "method-not-allowed", "this address does not take this method"),
            413, Reply.problem(413, "too-large", "the body is larger than openapi.yaml allows"),
            500, Reply.problem(500, "internal", "the service failed; its log says why"));

    private ApiServer() {}

    public static Listening listen(
            Vertx vertx, Listen at, ServerIdentity identity, Path authority, Work work, BoxOperations operations)
            throws IOException {
        var options = new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addKeyPath(identity.key().toString())
                        .addCertPath(identity.certificate().toString()))
                .setTrustOptions(new PemTrustOptions().addCertPath(authority.toString()))
                .setClientAuth(ClientAuth.REQUIRED)
                .setIdleTimeout(IDLE_SECONDS);
        return Listening.start(vertx, options, at, router(vertx, work, operations));
    }

    private static Router router(Vertx vertx, Work work, BoxOperations operations) {
        var router = Router.router(vertx);
        operations
                .all()
                .forEach((path, operation) -> router.post(path)
                        .handler(BodyHandler.create(false)
                                .setBodyLimit(MORE_BODY_BYTES.getOrDefault(path, MOST_BODY_BYTES)))
                        .handler(work.handler(
                                operation,
                                ctx -> Reply.problem(503, "busy", "too many requests at once; ask again"),
                                ctx -> REFUSALS.get(500))));
        new Document().open(router);
        REFUSALS.forEach((status, refusal) -> router.errorHandler(status, ctx -> refusal.send(ctx.response())));
        return router;
    }
}
