package slipstream.cloudlink.service.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.SignIn;
import slipstream.cloudlink.service.account.Totp;
import slipstream.cloudlink.service.office.Offices;
import slipstream.cloudlink.service.store.SqlBooks;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// Everything `openapi.yaml` tells of, asked with nonsense. Nothing fails inside, and every answer is one that the
/// document allows.
///
/// `-Dslipstream.whole=true` sends 100,000 requests instead of 3,000; `-Dslipstream.seed=N` the same ones again.
class ApiFuzzTest {
    private static final int REQUESTS = Boolean.getBoolean("slipstream.whole") ? 100_000 : 3_000;
    /// Addresses and headers that are not even read.
    private static final Set<Integer> TOO_LONG = Set.of(414, 431);
    private static final long SEED = Long.getLong("slipstream.seed", System.nanoTime());

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final Contract contract = new Contract();
    private final Nonsense nonsense = new Nonsense(contract, random);

    @Test
    void whateverIsAskedTheAnswerIsOneThatIsDescribed() throws Exception {
        System.out.println("ApiFuzzTest: -Dslipstream.seed=" + SEED);
        var operations = contract.operations();
        var clock = MovableClock.standing();
        try (var town = new Town(directory, clock);
                var phone = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var offices = Offices.open(town.configuration, clock)) {
            var token = token(offices, clock);
            for (int i = 0; i < REQUESTS; i++) {
                var operation = operations.get(i % operations.size());
                if (i % operations.size() == 0) {
                    // Else whoever guesses so often would soon be told nothing but to wait.
                    clock.moveAhead(Duration.ofMinutes(1).plusSeconds(1));
                }
                var side = operation.isPublic() ? town.service.open() : town.service.api();
                var client = operation.isPublic() ? phone : town.box("coffee");
                var request = request(operation, side, token);
                var answer = send(client, request);
                check(operation, request, answer);
            }
            assertTrue(Town.get(phone, town.service.open().resolve("/ready")).statusCode() == 200, "still ready");
        }
    }

    /// The server ends a connection on which a body was left unread; the client learns of it with the next request,
    /// which is then sent once more.
    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return Town.send(client, request);
        } catch (UncheckedIOException ended) {
            return Town.send(client, request);
        }
    }

    private void check(Contract.Operation operation, HttpRequest request, HttpResponse<String> answer) {
        var asked = request.method() + " " + request.uri() + ", seed " + SEED;
        assertNotEquals(500, answer.statusCode(), asked);
        assertFalse(answer.headers().map().containsKey("x-injected"), asked);
        // JSON may hold anything that was sent, and is never taken for a page.
        boolean json = answer.headers().firstValue("Content-Type").orElse("").equals("application/json")
                && answer.headers()
                        .firstValue("X-Content-Type-Options")
                        .orElse("")
                        .equals("nosniff");
        assertFalse(!json && answer.body().contains("<script>alert(1)"), asked);
        assertFalse(!json && answer.body().contains("<img src=x"), asked);
        assertFalse(answer.body().contains("Exception"), asked);
        if (TOO_LONG.contains(answer.statusCode())) {
            assertTrue(answer.body().isEmpty(), answer.body());
            return;
        }
        boolean asDescribed = request.method().equalsIgnoreCase(operation.method())
                && !request.uri().getRawPath().contains("//")
                && !request.uri().getRawPath().endsWith("/");
        if (asDescribed) {
            contract.conforms(operation.path(), operation.method(), answer);
        } else if (answer.statusCode() >= 400 && !answer.body().isEmpty()) {
            contract.isProblemOrPage(answer);
        }
    }

    /// An operator's, good for all that the console can do.
    private static String token(Offices offices, Clock clock) throws IOException {
        var first = offices.accounts().add("operator", Role.OPERATOR, "main", Optional.empty());
        var books = offices.database().ledger(SqlBooks::new);
        var signIn = new SignIn(books, offices.vault(), clock);
        var user = ((SignIn.Outcome.In) signIn.signIn("operator", first, "")).user();
        signIn.complete(user, "a password of my own", Totp.at(signIn.begin(user).secret(), clock.instant()));
        return offices.accounts().addToken("operator", "nonsense", 90);
    }

    private HttpRequest request(Contract.Operation operation, URI side, String token) {
        var path = operation.path();
        var query = new StringBuilder();
        var request = HttpRequest.newBuilder();
        for (var parameter : operation.parameters()) {
            var name = (String) parameter.get("name");
            var value = String.valueOf(nonsense.value((Map<?, ?>) parameter.get("schema")));
            switch ((String) parameter.get("in")) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value));
                case "query" -> query.append('&').append(name).append('=').append(encoded(value));
                case "header" -> request.setHeader(name, plain(value));
                default -> request.setHeader("Cookie", name + "=" + plain(value));
            }
        }
        if (String.valueOf(operation.described().get("security")).contains("token")) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        contract.body(operation)
                .ifPresent(body -> request.setHeader(
                        "Content-Type", random.nextInt(20) == 0 ? plain(nonsense.hostile()) : body.getKey()));
        var method = random.nextInt(50) == 0 ? "DELETE" : operation.method().toUpperCase(Locale.ROOT);
        return request.uri(URI.create(side + path + (query.isEmpty() ? "" : "?" + query.substring(1))))
                .method(method, BodyPublishers.ofString(body(operation)))
                .build();
    }

    private String body(Contract.Operation operation) {
        var described = contract.body(operation);
        if (described.isEmpty()) {
            return "";
        }
        if (random.nextInt(25) == 0) {
            return broken();
        }
        var value = nonsense.value(described.get().getValue());
        return described.get().getKey().equals("application/json") || !(value instanceof JsonObject form)
                ? Json.encode(value)
                : form.fieldNames().stream()
                        .map(name -> encoded(name) + "=" + encoded(String.valueOf(form.getValue(name))))
                        .collect(Collectors.joining("&"));
    }

    private String broken() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "{\"reference\":".repeat(300);
            case 2 -> nonsense.hostile();
            default -> "x".repeat(random.nextInt(100_000));
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    /// What the client's own library lets pass as a header.
    private static String plain(String value) {
        return value.replaceAll("[^ -~]", "?").strip();
    }
}
