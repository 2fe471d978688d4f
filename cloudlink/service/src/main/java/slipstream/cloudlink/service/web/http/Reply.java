package slipstream.cloudlink.service.web.http;

import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Map;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.Problem;

/// A whole answer.
///
/// @param type media type; empty when there is no body
public record Reply(int status, String type, String body, Map<String, String> headers) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, String body) {
        return new Reply(status, "application/json", body, Map.of());
    }

    public static Reply problem(int status, String code, String message) {
        return json(status, Messages.PROBLEM.write(new Problem(code, message)));
    }

    public static Reply empty(int status) {
        return new Reply(status, "", "", Map.of());
    }

    /// Leads on to another page, by GET.
    public static Reply redirect(String location) {
        return empty(303).with("Location", location);
    }

    public Reply with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, type, body, more);
    }

    public void send(HttpServerResponse response) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status).putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Cache-Control", "no-store");
        headers.forEach(response::putHeader);
        if (type.isEmpty()) {
            response.end();
        } else {
            response.putHeader("Content-Type", type).end(body);
        }
    }
}
