package slipstream.cloudlink.service.web.operations;

import io.vertx.ext.web.Router;
import java.util.Map;
import slipstream.cloudlink.protocol.OpenApi;
import slipstream.cloudlink.service.web.http.Reply;
import slipstream.cloudlink.service.web.http.Section;

/// `GET /openapi.yaml`: what can be asked here and what is answered. Both sides give the same document, which says
/// of each address on which side it is.
public final class Document implements Section {
    /// OpenAPI 3.1 in YAML (RFC 9512).
    private static final String TYPE = "application/yaml";

    private final Reply reply = new Reply(200, TYPE, OpenApi.document(), Map.of());

    @Override
    public void open(Router router) {
        router.get("/openapi.yaml").handler(ctx -> reply.send(ctx.response()));
    }
}
