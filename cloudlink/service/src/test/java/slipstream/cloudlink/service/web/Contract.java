package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import slipstream.cloudlink.protocol.OpenApi;

/// `openapi.yaml` as something to hold answers against.
final class Contract {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final Map<?, ?> document =
            (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(OpenApi.document());

    /// An address and a method that the document tells of.
    ///
    /// @param described what it says about them
    /// @param parameters of the address and of the method
    /// @param isPublic whether phones and platforms call there, rather than boxes
    record Operation(String path, String method, Map<?, ?> described, List<Map<?, ?>> parameters, boolean isPublic) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /// Everything there is.
    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        ((Map<?, ?>) document.get("paths")).forEach((path, node) -> {
            var about = (Map<?, ?>) node;
            for (var method : METHODS) {
                if (about.get(method) instanceof Map<?, ?> described) {
                    var parameters = new ArrayList<Map<?, ?>>();
                    parameters.addAll(list(about.get("parameters")));
                    parameters.addAll(list(described.get("parameters")));
                    operations.add(
                            new Operation((String) path, method, described, parameters, about.containsKey("servers")));
                }
            }
        });
        return operations;
    }

    private List<Map<?, ?>> list(Object parameters) {
        return parameters instanceof List<?> all
                ? all.stream().<Map<?, ?>>map(one -> resolved((Map<?, ?>) one)).toList()
                : List.of();
    }

    /// The body an operation takes: its media type and schema.
    Optional<Map.Entry<String, Map<?, ?>>> body(Operation operation) {
        if (!(operation.described().get("requestBody") instanceof Map<?, ?> body)) {
            return Optional.empty();
        }
        var content = (Map<?, ?>) resolved(body).get("content");
        var first = content.entrySet().iterator().next();
        var schema = (Map<?, ?>) ((Map<?, ?>) first.getValue()).get("schema");
        return Optional.of(Map.entry((String) first.getKey(), schema == null ? Map.of() : resolved(schema)));
    }

    /// Fails unless an operation may be answered like this.
    void conforms(String path, String method, HttpResponse<String> response) {
        var status = Integer.toString(response.statusCode());
        var described = (Map<?, ?>) at("paths", path, method, "responses", status);
        assertNotNull(described, method + " " + path + " may not answer " + status + ": " + response.body());
        if (!(resolved(described).get("content") instanceof Map<?, ?> content)) {
            assertTrue(response.body().isEmpty(), "no body is described for " + status + ", found " + response.body());
            return;
        }
        var type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        var media = (Map<?, ?>) content.get(type);
        assertNotNull(media, "type '" + type + "' is not described for " + status + " of " + method + " " + path);
        if (type.equals("application/json") && media.get("schema") instanceof Map<?, ?> schema) {
            fits(response.body(), Json.decodeValue(response.body()), schema);
        }
    }

    /// Fails unless the answer is a problem or a page, whatever was asked where.
    void isProblemOrPage(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (type.equals("application/json")) {
            fits(response.body(), new JsonObject(response.body()), (Map<?, ?>) at("components", "schemas", "Problem"));
        } else {
            assertTrue(
                    type.equals("text/html") && response.body().contains("</html>"),
                    response.statusCode() + " " + type + ": " + response.body());
        }
    }

    private void fits(String where, Object value, Map<?, ?> unresolved) {
        var schema = resolved(unresolved);
        boolean typed = switch (String.valueOf(schema.get("type"))) {
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "array" -> value instanceof JsonArray;
            case "object" -> value instanceof JsonObject;
            default -> true;
        };
        assertTrue(typed, value + " is no " + schema.get("type") + ", in " + where);
        if (schema.get("enum") instanceof List<?> words) {
            assertTrue(words.contains(value), value + " is not one of " + words);
        }
        if (value instanceof JsonObject object && schema.get("properties") instanceof Map<?, ?> properties) {
            if (schema.get("required") instanceof List<?> required) {
                required.forEach(
                        name -> assertTrue(object.containsKey((String) name), name + " is missing in " + where));
            }
            for (var name : object.fieldNames()) {
                var property = (Map<?, ?>) properties.get(name);
                assertNotNull(property, name + " is not described, in " + where);
                fits(where, object.getValue(name), property);
            }
        }
        if (value instanceof JsonArray array && schema.get("items") instanceof Map<?, ?> items) {
            array.forEach(item -> fits(where, item, items));
        }
    }

    /// What a reference stands for, or the node itself.
    Map<?, ?> resolved(Map<?, ?> node) {
        return node.get("$ref") instanceof String reference
                ? (Map<?, ?>) at(reference.substring(2).split("/"))
                : node;
    }

    /// The node under these keys, or null.
    Object at(String... path) {
        Object node = document;
        for (var step : path) {
            node = node == null ? null : ((Map<?, ?>) node).get(step);
        }
        return node;
    }
}
