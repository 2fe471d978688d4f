package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.town.Town;

/// What the service really answers is what `openapi.yaml` says: statuses, media types, fields, types, words.
class OpenApiTest {
    @TempDir
    static Path directory;

    private static final Contract CONTRACT = new Contract();
    private static Town town;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void decisionsConform() {
        var first = town.pay("coffee", "openapi");
        conforms("/v1/identify", "post", ask("wechat", "transaction_id", first));
        conforms("/v1/identify", "post", ask("wechat", "transaction_id", town.pay("coffee", "openapi")));
        conforms("/v1/identify", "post", ask("wechat", "transaction_id", "4200001234202611220099999999"));
        conforms("/v1/identify", "post", ask("alipay", "trade_no", "2026112222001400001234567890"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1]",
                "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\"1\"}}"
            })
    void refusalsConform(String body) {
        conforms("/v1/identify", "post", town.ask("coffee", body));
    }

    @Test
    void oversizeConforms() {
        conforms("/v1/identify", "post", town.ask("coffee", " ".repeat(5000)));
    }

    @Test
    void claimPagesConform() {
        var link = town.link("books", "openapi-claim");
        try (var phone = Town.phone();
                var other = Town.phone()) {
            conforms("/C/{token}", "get", Town.get(phone, link));
            conforms("/C/{token}", "post", Town.claim(phone, link, ""));
            conforms("/C/{token}", "get", Town.get(phone, link));
            conforms("/C/{token}", "get", Town.get(other, link));
            conforms("/C/{token}", "post", Town.claim(other, link, ""));
            URI nowhere = town.service.open().resolve("/C/0000000000000000");
            conforms("/C/{token}", "get", Town.get(phone, nowhere));
            conforms("/C/{token}", "post", Town.claim(phone, nowhere, ""));
            conforms("/C/{token}", "post", Town.claim(phone, link, "x".repeat(9000)));
        }
    }

    @Test
    void everyReasonIsInTheDocument() {
        var words = (List<?>) CONTRACT.at("components", "schemas", "IdentifyAnswer", "properties", "reason", "enum");
        for (var reason : EnumSet.allOf(Reason.class)) {
            assertTrue(words.contains(reason.word()), reason.word());
        }
        assertEquals(Reason.values().length, words.size());
    }

    private HttpResponse<String> ask(String scheme, String kind, String value) {
        return town.ask(
                "coffee",
                new JsonObject()
                        .put(
                                "reference",
                                new JsonObject()
                                        .put("scheme", scheme)
                                        .put("kind", kind)
                                        .put("value", value))
                        .encode());
    }

    private static void conforms(String path, String method, HttpResponse<String> response) {
        CONTRACT.conforms(path, method, response);
    }
}
