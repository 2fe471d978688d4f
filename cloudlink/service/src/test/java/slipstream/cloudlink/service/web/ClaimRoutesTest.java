package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Town;

/// The claim pages as HTTP: statuses, headers, cookies, languages.
class ClaimRoutesTest {
    private static final MovableClock CLOCK = new MovableClock();

    @TempDir
    static Path directory;

    private static Town town;
    private HttpClient phone;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory, CLOCK);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @BeforeEach
    void takePhone() {
        phone = Town.phone();
    }

    @AfterEach
    void putPhoneAway() {
        phone.close();
    }

    @Test
    void lookingNeverClaims() {
        var link = town.link("books", "looks");
        for (int i = 0; i < 3; i++) {
            assertEquals(200, Town.get(phone, link).statusCode());
        }
        assertEquals(200, Town.claim(phone, link, "").statusCode());
    }

    @Test
    void theAddressIsTakenInAnyLetterCase() {
        var link = town.link("books", "case").toString();
        assertEquals(
                200, Town.get(phone, URI.create(link.toLowerCase(Locale.ROOT))).statusCode());
        assertEquals(
                200,
                Town.claim(phone, URI.create(link.toLowerCase(Locale.ROOT)), "").statusCode());
        assertEquals(200, Town.get(phone, URI.create(link)).statusCode(), "one cookie does for both spellings");
    }

    @Test
    void theBrowserThatClaimedSeesItsVoucherAgainAndNobodyElseDoes() {
        var link = town.link("books", "again");
        var claimed = Town.claim(phone, link, "");
        assertEquals(200, claimed.statusCode());
        assertTrue(Town.get(phone, link).body().contains("领取成功"));
        try (var other = Town.phone()) {
            assertEquals(410, Town.get(other, link).statusCode());
            var refused = Town.claim(other, link, "");
            assertEquals(409, refused.statusCode());
            assertTrue(refused.body().contains("这个链接已经用过了"));
            assertTrue(refused.headers().firstValue("Set-Cookie").isEmpty());
        }
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        var cookie = Town.claim(phone, town.link("books", "cookie"), "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertTrue(cookie.contains("; HttpOnly"), cookie);
        assertTrue(cookie.contains("; SameSite=Lax"), cookie);
        assertFalse(cookie.contains("; Secure"), "the public address is http here");
    }

    @Test
    void anExpiredLinkGivesNothing() {
        var link = town.link("books", "late");
        CLOCK.moveAhead(Duration.ofDays(29));
        assertEquals(200, Town.get(phone, link).statusCode());
        CLOCK.moveAhead(Duration.ofDays(1).plusMinutes(1));
        assertEquals(410, Town.get(phone, link).statusCode());
        var refused = Town.claim(phone, link, "");
        assertEquals(410, refused.statusCode());
        assertTrue(refused.body().contains("领取时间已过"));
    }

    @ParameterizedTest
    @CsvSource({
        "/C/0000000000000000, 没有找到这个链接",
        "/C/short, 没有找到这个链接",
        "/C/UUUUUUUUUUUUUUUU, 没有找到这个链接",
        "/C/%27%20OR%201%3D1--, 没有找到这个链接",
        "/C/%3Cscript%3E, 没有找到这个链接",
        "/elsewhere, 这里没有内容",
        "/, 这里没有内容"
    })
    void whatIsNoLinkGetsAKindPage(String path, String says) {
        var response = Town.get(phone, town.service.open().resolve(path));
        assertEquals(404, response.statusCode());
        assertTrue(response.body().contains(says), response.body());
        assertFalse(response.body().contains("<script"));
    }

    @Test
    void anItemThatIsNotOfferedIsNotGiven() {
        var link = town.link("coffee", "picky");
        assertEquals(400, Town.claim(phone, link, "no-such-item").statusCode());
        assertEquals(400, Town.claim(phone, link, "").statusCode(), "two are offered: one must be chosen");
        assertEquals(200, Town.get(phone, link).statusCode(), "and the link is still good");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, , zh",
        "en-GB, , en",
        "en-GB, zh, zh",
        "zh-CN, en, en",
        "ja, , en",
        "'', , zh",
        "';;;', , zh",
        "'de;q=0.9,zh;q=0.5', , zh"
    })
    void theLanguageIsWhatTheAddressSaysElseTheBrowser(String accepted, String chosen, String expected) {
        var link = town.link("books", "lang") + (chosen == null ? "" : "?lang=" + chosen);
        var request = HttpRequest.newBuilder(URI.create(link));
        if (!accepted.isEmpty()) {
            request.header("Accept-Language", accepted);
        }
        var body = Town.send(phone, request.build()).body();
        assertTrue(body.contains("<html lang=\"" + expected + "\">"), body.substring(0, 60));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example, 403",
        "Origin, null, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200"
    })
    void aFormOfAnotherSiteDoesNotClaim(String header, String value, int status) {
        var link = town.link("books", "forged");
        var request = HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value)
                .POST(BodyPublishers.ofString("item="))
                .build();
        assertEquals(status, Town.send(phone, request).statusCode());
    }

    @Test
    void aFormOfOurOwnOriginClaims() {
        var link = town.link("books", "own-origin");
        var request = HttpRequest.newBuilder(link)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", town.service.open().toString())
                .POST(BodyPublishers.ofString("item="))
                .build();
        assertEquals(200, Town.send(phone, request).statusCode());
    }

    @Test
    void pagesAreSmallStrictAndNeverKept() {
        var link = town.link("coffee", "headers");
        var item = town.service.administration().items().getFirst().id();
        var pages = List.of(Town.get(phone, link), Town.claim(phone, link, item), Town.get(phone, link));
        for (var page : pages) {
            var headers = page.headers();
            assertEquals("no-store", headers.firstValue("Cache-Control").orElseThrow());
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
            assertTrue(
                    headers.firstValue("Content-Security-Policy").orElseThrow().startsWith("default-src 'none'"));
            assertTrue(page.body().length() < 100_000, page.body().length() + " characters");
            assertFalse(page.body().contains("http://") || page.body().contains("https://"), "no external assets");
            assertFalse(page.body().contains("<script"));
        }
    }

    @Test
    void wordsOfMerchantsAreEscaped() throws Exception {
        town.service
                .administration()
                .addItem("bare", Wording.of("<b>5 & more\"</b>"), Optional.of(Wording.of("<i>")), 5);
        var body = Town.get(phone, town.link("bare", "escaped")).body();
        assertTrue(body.contains("&lt;b&gt;5 &amp; more&quot;&lt;/b&gt;"), body);
        assertFalse(body.contains("<b>") || body.contains("<i>"));
    }

    @Test
    void healthIsUp() {
        var response = Town.get(phone, town.service.open().resolve("/health"));
        assertEquals(200, response.statusCode());
        assertEquals("{\"status\":\"up\"}", response.body());
    }
}
