package slipstream.cloudlink.service.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import slipstream.cloudlink.protocol.OpenApi;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.Totp;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// Who may do what: every address, by a stranger, a merchant, an operator, and an operator of another circle.
class RolesTest {
    /// Stands still unless it is moved.
    private static final MovableClock CLOCK = MovableClock.standing();

    private static final Set<String> THINGS = Set.of(
            "figures",
            "campaigns",
            "merchants",
            "credentials",
            "items",
            "staff",
            "devices",
            "users",
            "tokens",
            "audit");

    @TempDir
    static Path directory;

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private static Town town;
    private static People people;
    private static Visitor operator;
    private static Visitor merchant;
    private static Visitor stranger;
    private static String operatorToken;
    private static String merchantToken;
    private static String farToken;
    private static HttpClient program;
    private static Map<?, ?> document;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory, CLOCK);
        people = new People(town, CLOCK);
        operator = people.operator("anna");
        merchant = people.merchant("shu", "books");
        stranger = new Visitor(town);
        town.service
                .administration()
                .addMerchant(new Merchant("island", Wording.of("岛"), Locale.CHINESE, "far", Optional.empty()));
        var far = people.accounts().add("far", Role.OPERATOR, "far", Optional.empty());
        var visitor = new Visitor(town);
        visitor.get("/console/sign-in");
        visitor.post("/console/sign-in", "name", "far", "password", far, "code", "");
        var secret = People.secret(visitor.get("/console/setup").body());
        var code = Totp.at(secret, CLOCK.instant());
        visitor.post("/console/setup", "code", code, "password", People.PASSWORD, "again", People.PASSWORD);
        visitor.close();
        operatorToken = people.accounts().addToken("anna", "test", 1);
        merchantToken = people.accounts().addToken("shu", "test", 1);
        farToken = people.accounts().addToken("far", "test", 1);
        program = HttpClient.newHttpClient();
        document = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(OpenApi.document());
        town.service.administration().addCampaign("all", "id = \"all\"");
        town.service.administration().addCampaign("tea", "id = \"tea\"\nmerchants = [\"tea\"]\ncontrol-percent = 50");
    }

    @AfterAll
    static void close() {
        program.close();
        operator.close();
        merchant.close();
        stranger.close();
        people.close();
        town.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/console/overview,            200, 200",
        "/console/overview?merchant=tea, 200, 404",
        "/console/circle,              200, 404",
        "/console/campaigns,           200, 200",
        "/console/campaigns/new,       200, 404",
        "/console/campaigns/all,       200, 200",
        "/console/campaigns/tea,       200, 404",
        "/console/merchants,           200, 200",
        "/console/merchants/new,       200, 404",
        "/console/merchants/books,     200, 200",
        "/console/merchants/tea,       200, 404",
        "/console/merchants/island,    404, 404",
        "/console/items,               200, 200",
        "/console/items/new,           200, 200",
        "/console/credentials,         200, 200",
        "/console/credentials/new,     200, 200",
        "/console/staff,               200, 200",
        "/console/staff/new,           200, 200",
        "/console/devices,             200, 200",
        "/console/devices/new,         200, 404",
        "/console/users,               200, 404",
        "/console/users/new,           200, 404",
        "/console/users/anna,          200, 404",
        "/console/users/far,           404, 404",
        "/console/tokens,              200, 200",
        "/console/tokens/new,          200, 200",
        "/console/audit,               200, 404",
        "/console/audit/new,           404, 404",
        "/console/exports,             200, 200",
        "/console/export/figures.csv,  200, 200",
        "/console/export/figures.csv?merchant=tea, 200, 404",
        "/console/export/vouchers.csv, 200, 200",
        "/console/export/users.csv,    200, 404",
        "/console/export/audit.csv,    200, 404",
        "/console/export/items.csv,    200, 200",
        "/console/nothing,             404, 404",
        "/console/users/anna/reset,    404, 404",
    })
    void whoMayLookWhere(String path, int forOperator, int forMerchant) {
        assertEquals(path.endsWith("/reset") ? 404 : 303, stranger.get(path).statusCode(), "stranger");
        assertEquals(forOperator, operator.get(path).statusCode(), "operator");
        assertEquals(forMerchant, merchant.get(path).statusCode(), "merchant");
    }

    @ParameterizedTest
    @CsvSource({
        "/console/campaigns,            id=x",
        "/console/campaigns/all/stop,   x=y",
        "/console/merchants,            id=x&title=x&language=zh",
        "/console/merchants/tea,        title=mine&language=zh",
        "/console/devices,              merchant=books&name=till",
        "/console/users,                id=mallory&role=operator",
        "/console/users/anna/reset,     x=y",
        "/console/users/anna/remove,    x=y",
        "/console/audit,                x=y",
    })
    void aMerchantChangesNothingOfThese(String path, String fields) {
        merchant.get("/console/overview");
        var before = people.accounts().audit("main", 1000).size();
        var words = Stream.of(fields.split("[&=]")).toArray(String[]::new);
        assertEquals(404, merchant.post(path, words).statusCode());
        assertEquals(303, stranger.post(path, words).statusCode(), "a stranger is sent to the door");
        assertEquals(before, people.accounts().audit("main", 1000).size(), "nothing was changed");
    }

    @Test
    void aMerchantsItemsAreForItsOwnShopOnly() {
        merchant.get("/console/items/new");
        var other = merchant.post("/console/items", "merchant", "tea", "title", "x", "validDays", "3");
        assertEquals(400, other.statusCode());
        var own = merchant.post("/console/items", "title", "九折", "validDays", "3");
        assertEquals(303, own.statusCode());
        var items = merchant.get("/console/items").body();
        assertTrue(items.contains("九折"));
        assertFalse(items.contains("拿铁第二杯半价"), "coffee's items are not shown");
        assertFalse(merchant.get("/console/export/items.csv").body().contains("coffee"));
        assertFalse(merchant.get("/console/devices").body().contains("till of tea"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  figures,               200, 200, 200",
        "GET,  figures?merchant=tea,  200, 400, 400",
        "GET,  merchants,             200, 200, 200",
        "GET,  merchants/tea,         200, 404, 404",
        "GET,  merchants/island,      404, 404, 200",
        "GET,  users,                 200, 404, 200",
        "GET,  users/anna,            200, 404, 404",
        "GET,  audit,                 200, 404, 200",
        "GET,  audit?page=1,          200, 404, 200",
        "GET,  staff,                 200, 200, 200",
        "POST, credentials,           400, 400, 400",
        "POST, staff,                 400, 400, 400",
        "POST, items/none/withdraw,   404, 404, 404",
        "GET,  campaigns/tea,         200, 404, 404",
        "POST, users,                 400, 404, 400",
        "POST, users/anna/remove,     404, 404, 404",
        "POST, users/far/remove,      404, 404, 404",
        "POST, campaigns/tea/revoke,  404, 404, 404",
        "PUT,  merchants/island,      404, 404, 400",
        "PUT,  campaigns/all,         404, 404, 404",
        "POST, audit,                 404, 404, 404",
        "POST, nothing,               404, 404, 404",
        "GET,  '',                    404, 404, 404",
    })
    void whoMayAskTheApi(String method, String path, int forOperator, int forMerchant, int forFar) {
        assertEquals(401, ask(method, path, "slipstream_" + "a".repeat(48)).statusCode());
        assertEquals(401, ask(method, path, "").statusCode());
        assertEquals(forOperator, ask(method, path, operatorToken).statusCode(), "operator");
        assertEquals(forMerchant, ask(method, path, merchantToken).statusCode(), "merchant");
        assertEquals(forFar, ask(method, path, farToken).statusCode(), "operator of another circle");
    }

    @Test
    void theApiAddsWhatTheConsoleAdds() {
        var added = ask("POST", "merchants", operatorToken, """
                {"id": "api-shop", "title": "店", "language": "zh", "group": "g"}""");
        assertEquals(201, added.statusCode(), added.body());
        assertEquals(
                204,
                ask("PUT", "merchants/api-shop", operatorToken, "{\"title\": \"新店\"}")
                        .statusCode());
        assertEquals(
                "新店",
                new JsonObject(ask("GET", "merchants/api-shop", operatorToken).body()).getString("title"));
        assertEquals(
                409,
                ask("POST", "merchants", operatorToken, "{\"id\":\"api-shop\",\"title\":\"x\"}")
                        .statusCode());
        var campaign = new JsonObject().put("definition", "id = \"api\"\nmerchants = [\"api-shop\"]");
        assertEquals(
                201, ask("POST", "campaigns", operatorToken, campaign.encode()).statusCode());
        assertEquals(204, ask("POST", "campaigns/api/stop", operatorToken, "").statusCode());
        var box = ask("POST", "devices", operatorToken, "{\"merchant\":\"api-shop\",\"name\":\"till\"}");
        assertEquals(201, box.statusCode());
        assertTrue(new JsonObject(box.body()).getString("secret").matches("[a-z2-7-]{19}"));
        for (var wrong : List.of("", "[]", "{\"id\":{}}", "{\"idd\":\"x\"}", "{\"id\":\"X Y\",\"title\":\"x\"}")) {
            var refused = ask("POST", "merchants", operatorToken, wrong);
            assertEquals(400, refused.statusCode(), wrong);
            assertEquals("bad-request", new JsonObject(refused.body()).getString("code"));
        }
        assertEquals(
                413,
                ask("POST", "merchants", operatorToken, " ".repeat(200_000)).statusCode());
    }

    @Test
    void aCampaignOfAnotherCircleIsRefused() {
        var campaign = new JsonObject().put("definition", "id = \"far-away\"\ncircle = \"far\"");
        var refused = ask("POST", "campaigns", operatorToken, campaign.encode());
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("main"), refused.body());
    }

    @Test
    void anAddressThatShowsTooManyTokensThatAreNoneIsToldNothingForAWhile() {
        var guess = HttpRequest.newBuilder(town.service.open().resolve("/admin/v1/items"))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Authorization", "Bearer slipstream_" + "b".repeat(48))
                .build();
        for (int i = 0; i < town.configuration.wrongGuesses(); i++) {
            assertEquals(401, Town.send(program, guess).statusCode());
        }
        var told = Town.send(program, guess);
        assertEquals(429, told.statusCode());
        assertEquals("60", told.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(200, ask("GET", "items", operatorToken).statusCode(), "others are not slowed down");
    }

    private static HttpResponse<String> ask(String method, String path, String token) {
        return ask(method, path, token, "{}");
    }

    private static HttpResponse<String> ask(String method, String path, String token, String body) {
        // Each from another address: many here have tokens that are none.
        var request = HttpRequest.newBuilder(town.service.open().resolve("/admin/v1/" + path))
                .header("X-Forwarded-For", "192.0.2." + ADDRESSES.incrementAndGet() % 250)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = Town.send(program, request.build());
        isDocumented(method, path.replaceFirst("\\?.*", ""), response.statusCode());
        return response;
    }

    /// What is answered is what `openapi.yaml` says may be.
    private static void isDocumented(String method, String path, int status) {
        if (THINGS.contains(path.replaceFirst("/.*", ""))) {
            var template = List.of("{things}", "{things}/{id}", "{things}/{id}/{action}")
                    .get(path.replaceAll("[^/]", "").length());
            var known = path.equals("figures") ? path : template;
            var operation = (Map<?, ?>) ((Map<?, ?>) ((Map<?, ?>) document.get("paths")).get("/admin/v1/" + known))
                    .get(method.toLowerCase(Locale.ROOT));
            assertNotNull(operation, method + " " + known);
            assertTrue(
                    ((Map<?, ?>) operation.get("responses")).containsKey(String.valueOf(status)),
                    method + " " + known + " may not answer " + status);
        }
    }
}
