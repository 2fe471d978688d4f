package slipstream.cloudlink.service.web.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.OpenApi;
import slipstream.cloudlink.service.config.Operations;
import slipstream.cloudlink.service.town.Town;

/// What operators see of a service that works, starts or stops.
class OperationsTest {
    @TempDir
    static Path directory;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Town town;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory);
    }

    @AfterAll
    static void close() {
        town.close();
        HTTP.close();
    }

    @Test
    void aServiceThatWorksIsAliveAndReadyOnBothSides() {
        for (var side : new URI[] {town.service.operations(), town.service.open()}) {
            assertEquals(200, get(side, "/health").statusCode());
            assertEquals("{\"status\":\"ready\"}", get(side, "/ready").body());
        }
    }

    @Test
    void whileItStartsOrStopsOrHasNoDatabaseItIsAliveButNotReady() throws Exception {
        var readiness = new Readiness();
        try (var server = OperationsServer.start(Operations.LOCAL.listen(), readiness, new Metrics())) {
            notReady(server, "the service is starting");
            readiness.serving(() -> true);
            assertEquals(200, get(server.at(), "/ready").statusCode());
            readiness.serving(() -> false);
            notReady(server, "the database does not answer in time");
            readiness.draining();
            notReady(server, "the service is stopping");
        }
    }

    private static void notReady(OperationsServer server, String why) {
        var answer = get(server.at(), "/ready");
        assertEquals(503, answer.statusCode());
        assertEquals("{\"code\":\"not-ready\",\"message\":\"" + why + "\"}", answer.body());
        assertEquals(200, get(server.at(), "/health").statusCode());
    }

    @Test
    void whatHappensIsCounted() {
        var plain = metric("slipstream_decisions_total{reason=\"first-payment\"}");
        var links = metric("slipstream_decisions_total{reason=\"marked\"}");
        var asked = metric("slipstream_gateway_seconds_count{outcome=\"found\",scheme=\"wechat\"}");
        var timed = metric("slipstream_identify_seconds_count");
        var link = town.link("books", "counted");
        assertEquals(plain + 1, metric("slipstream_decisions_total{reason=\"first-payment\"}"));
        assertEquals(links + 1, metric("slipstream_decisions_total{reason=\"marked\"}"));
        assertEquals(asked + 2, metric("slipstream_gateway_seconds_count{outcome=\"found\",scheme=\"wechat\"}"));
        assertEquals(timed + 2, metric("slipstream_identify_seconds_count"));

        try (var phone = Town.phone();
                var other = Town.phone()) {
            Town.claim(phone, link, "");
            Town.claim(other, link, "");
        }
        assertEquals(1, metric("slipstream_claims_total{outcome=\"claimed\"}"));
        assertEquals(1, metric("slipstream_claims_total{outcome=\"used\"}"));
        assertEquals(1, metric("slipstream_http_responses_total{method=\"POST\",route=\"/C/:token\",status=\"409\"}"));
    }

    @Test
    void noticesBreakersConnectionsAndTheJvmAreShown() {
        Town.send(
                HTTP,
                HttpRequest.newBuilder(town.service.open().resolve("/notify/wechat/coffee"))
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());
        town.link("tea", "shown");
        assertTrue(metric("slipstream_notices_total{outcome=\"refused\",platform=\"wechat\"}") >= 1);
        var breaker = "slipstream_gateway_breaker{platform=\"%s\",state=\"closed\"}"
                .formatted(town.wechat.url().getAuthority());
        assertEquals(1, metric(breaker));
        assertEquals(1, metric("slipstream_database_connections{pool=\"writer\",state=\"most\"}"));
        assertTrue(metric("jvm_memory_used_bytes{area=\"heap\"}") > 0);
    }

    @Test
    void openMetricsIsSpokenToThoseWhoAskForIt() {
        var asked = HttpRequest.newBuilder(town.service.operations().resolve("/metrics"))
                .header("Accept", "application/openmetrics-text; version=1.0.0")
                .build();
        var answer = Town.send(HTTP, asked);
        assertTrue(
                answer.headers().firstValue("Content-Type").orElseThrow().startsWith("application/openmetrics-text"));
        assertTrue(answer.body().endsWith("# EOF\n"));
    }

    @Test
    void theDocumentIsServedOnBothSides() {
        var open = get(town.service.open(), "/openapi.yaml");
        var api = Town.get(town.box("coffee"), town.service.api().resolve("/openapi.yaml"));
        assertEquals(OpenApi.document(), open.body());
        assertEquals(OpenApi.document(), api.body());
        assertEquals(Optional.of("application/yaml"), api.headers().firstValue("Content-Type"));
    }

    /// The value of one metric, 0 where it is not there yet.
    private static double metric(String name) {
        var line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(get(town.service.operations(), "/metrics").body());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static HttpResponse<String> get(URI side, String path) {
        return Town.get(HTTP, side.resolve(path));
    }
}
