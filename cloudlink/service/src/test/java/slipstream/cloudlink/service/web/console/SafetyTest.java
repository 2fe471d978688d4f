package slipstream.cloudlink.service.web.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.cloudlink.service.account.AuditEntry;
import slipstream.cloudlink.service.account.Role;
import slipstream.cloudlink.service.account.Sessions;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.web.http.Reply;

/// What an attacker would try at the console.
class SafetyTest extends AtTheDesk {
    private static final String SCRIPT = "\"'><script>alert(1)</script>";
    private static final String COOKIE = "slipstream-console";

    private static String cookie(Visitor visitor) {
        return visitor.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    @Test
    void aFormWithoutItsTokenOrFromElsewhereIsRefused() {
        anna.get("/console/merchants/new");
        var fields = new String[] {"id", "forged", "title", "x", "language", "zh"};
        assertEquals(403, anna.send("/console/merchants", fields).statusCode(), "no token");
        var good = anna.token();
        try (var other = new Visitor(town)) {
            other.get("/console/sign-in");
            anna.useToken(other.token());
            assertEquals(403, anna.post("/console/merchants", fields).statusCode(), "somebody else's token");
        }
        var foreign = anna.request("/console/merchants", "form", good, "id", "forged", "title", "x", "language", "zh");
        assertEquals(
                403,
                anna.send(foreign.copy()
                                .header("Origin", "https://evil.example")
                                .build())
                        .statusCode());
        assertEquals(
                403,
                anna.send(foreign.copy().header("Sec-Fetch-Site", "cross-site").build())
                        .statusCode());
        assertTrue(town.service.administration().merchant("forged").isEmpty());
        assertEquals(303, anna.send(foreign.build()).statusCode(), "the same form as it should be");
    }

    @Test
    void signingInTakesAFormOfOursAsWell() {
        try (var visitor = new Visitor(town)) {
            assertEquals(
                    403,
                    visitor.send("/console/sign-in", "name", "anna", "password", "x")
                            .statusCode());
            visitor.get("/console/sign-in");
            assertEquals(
                    401,
                    visitor.post("/console/sign-in", "name", "x", "password", "x")
                            .statusCode());
        }
    }

    @Test
    void aPlantedSessionIsReplacedWhenSomebodySignsIn() throws Exception {
        var first = people.accounts().add("fixed", Role.OPERATOR, "main", Optional.empty());
        try (var visitor = new Visitor(town)) {
            visitor.get("/console/sign-in");
            var planted = cookie(visitor);
            assertFalse(planted.isEmpty());
            visitor.post("/console/sign-in", "name", "fixed", "password", first, "code", "");
            var session = cookie(visitor);
            assertNotEquals(planted, session);
            assertEquals(303, withCookie(planted, "/console/setup").statusCode(), "the planted one is nobody");
            assertEquals(200, withCookie(session, "/console/setup").statusCode());
            assertEquals(303, withCookie(session, "/console/overview").statusCode(), "not before it is set up");
        }
    }

    private static HttpResponse<String> withCookie(String value, String path) {
        try (var visitor = new Visitor(town)) {
            return visitor.send(HttpRequest.newBuilder(town.service.open().resolve(path))
                    .header("Cookie", COOKIE + "=" + value)
                    .build());
        }
    }

    @Test
    void signingOutEndsTheSessionItself() throws Exception {
        var visitor = people.operator("leaver");
        var session = cookie(visitor);
        assertEquals(200, withCookie(session, "/console/overview").statusCode());
        visitor.post("/console/sign-out");
        assertEquals(303, withCookie(session, "/console/overview").statusCode());
        visitor.close();
    }

    @Test
    void cookiesAreKeptFromScriptsAndOtherSites() {
        try (var visitor = new Visitor(town)) {
            var header = visitor.get("/console/sign-in")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            assertTrue(header.contains("; HttpOnly; SameSite=Strict"), header);
            assertTrue(header.contains("Path=/"), header);
        }
        var door = new Door(null, "https://console.example");
        var reply = door.keeping(Reply.empty(200), "secret");
        assertEquals(
                "__Host-slipstream-console=secret; Path=/; HttpOnly; SameSite=Strict; Secure",
                reply.headers().get("Set-Cookie"));
    }

    @Test
    void noStoredTextBecomesMarkup() throws Exception {
        var administration = town.service.administration();
        administration.addMerchant(
                new Merchant("xss", new Wording(SCRIPT, SCRIPT), Locale.CHINESE, "main", Optional.of("g")), Map.of());
        var item =
                administration.addItem("xss", new Wording(SCRIPT, SCRIPT), Optional.of(new Wording(SCRIPT, SCRIPT)), 3);
        administration.addCampaign("c", "# " + SCRIPT + "\nid = \"xss\"\nmerchants = [\"xss\"]");
        administration.inviteDevice("xss", SCRIPT);
        people.accounts().addToken("anna", SCRIPT, 3);
        for (var path : List.of(
                "overview",
                "overview?campaign=" + "%22%3E%3Cscript%3E",
                "overview?days=%22%3E%3Cscript%3E",
                "circle",
                "merchants",
                "merchants/xss",
                "items",
                "items/" + item,
                "campaigns",
                "campaigns/xss",
                "campaigns/new",
                "devices",
                "tokens",
                "users",
                "audit",
                "items?done=%3Cscript%3E",
                "%3Cscript%3E",
                "merchants/%3Cscript%3E")) {
            var page = anna.get("/console/" + path);
            assertFalse(page.body().contains("<script"), path);
            assertFalse(page.body().contains("'><"), path);
            assertTrue(
                    page.headers()
                            .firstValue("Content-Security-Policy")
                            .orElseThrow()
                            .startsWith("default-src 'none'"),
                    path);
        }
        anna.get("/console/merchants/new");
        var refused = anna.post("/console/merchants", "id", SCRIPT, "title", SCRIPT, "language", SCRIPT);
        assertEquals(400, refused.statusCode());
        assertFalse(refused.body().contains("<script"));
        try (var visitor = new Visitor(town)) {
            visitor.get("/console/sign-in");
            var answer = visitor.post("/console/sign-in", "name", SCRIPT, "password", SCRIPT);
            assertFalse(answer.body().contains("<script"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/console/export/figures.csv%0d%0aX-Evil:%20yes",
        "/console/overview?lang=en%0d%0aX-Evil:%20yes",
        "/console/items/x%0d%0aX-Evil:%20yes"
    })
    void nothingInAnAddressBecomesAHeader(String path) {
        var response = anna.get(path);
        assertTrue(response.headers().firstValue("X-Evil").isEmpty());
        assertTrue(response.statusCode() < 500, "status " + response.statusCode());
    }

    @Test
    void formulasAreNoFormulasInTablesToTakeAway() throws Exception {
        town.service
                .administration()
                .addItem("books", Wording.of("=HYPERLINK(\"http://evil.example\",\"x\")"), Optional.empty(), 3);
        var csv = anna.get("/console/export/items.csv");
        assertEquals(
                "text/csv; charset=utf-8",
                csv.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(csv.body().contains("\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\""), csv.body());
        assertEquals(
                "\uFEFFa,b\r\n'-1,-1\r\n\"x,\"\"y\"\"\",'@z\r\n",
                Csv.of(List.of("a", "b"), List.of(List.of("-1", -1), List.of("x,\"y\"", "@z"))));
    }

    @Test
    void everyChangeIsWrittenDownWithWhoMadeIt() throws Exception {
        var visitor = people.operator("scribe");
        visitor.get("/console/merchants/new");
        visitor.post("/console/merchants", "id", "noted", "title", "x", "language", "zh");
        visitor.post("/console/merchants/noted", "title", "y", "language", "zh");
        visitor.post("/console/items", "merchant", "noted", "title", "x", "validDays", "3");
        visitor.post("/console/campaigns", "id", "noted", "merchants", "noted");
        visitor.post("/console/campaigns/noted/stop");
        visitor.post("/console/devices", "merchant", "noted", "name", "till");
        visitor.post("/console/users", "id", "newcomer", "role", "operator");
        visitor.post("/console/users/newcomer/reset");
        visitor.post("/console/users/newcomer/remove");
        visitor.post("/console/tokens", "label", "report", "days", "3");
        var token = people.accounts().tokens().stream()
                .filter(t -> t.user().equals("scribe"))
                .findFirst()
                .orElseThrow();
        visitor.post("/console/tokens/" + token.id() + "/drop");
        var device = town.service.administration().devices().getFirst();
        visitor.post("/console/devices/" + device.id() + "/revoke");
        var written = people.accounts().audit("main", 1000).stream()
                .filter(entry -> entry.who().equals("scribe"))
                .map(AuditEntry::action)
                .toList()
                .reversed();
        assertEquals(
                List.of(
                        "sign-in",
                        "second factor set up",
                        "merchant add",
                        "merchant change",
                        "item add",
                        "campaign add",
                        "campaign stop",
                        "device invite",
                        "user add",
                        "user reset",
                        "user remove",
                        "token add",
                        "token drop",
                        "device revoke"),
                written.stream().distinct().toList());
        assertEquals(written.size(), written.stream().distinct().count(), "each once");
        visitor.close();
    }

    @Test
    void aSessionThatIsIdleIsOver() throws Exception {
        var visitor = people.operator("sleeper");
        assertEquals(200, visitor.get("/console/overview").statusCode());
        CLOCK.moveAhead(Sessions.IDLE.plus(Duration.ofSeconds(1)));
        assertEquals(303, visitor.get("/console/overview").statusCode());
        visitor.close();
        anna.close();
        anna = people.operator("anna-again");
    }
}
