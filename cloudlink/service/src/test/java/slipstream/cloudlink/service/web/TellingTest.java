package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.NoSecretsInLogs;
import slipstream.cloudlink.service.town.Phone;
import slipstream.cloudlink.service.town.Town;

/// From the payer's wish on their own page to the message on their phone, over the wire; and what is kept of them
/// meanwhile.
class TellingTest {
    private static final String HOST = "oHost_Told_7Kq9";
    private static final Pattern INVITATION = Pattern.compile("<p class=\"address\">([^<]+)</p>");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        town = new Town(directory, new MovableClock());
        setUp(town, "books");
        town.service.administration().addCampaign("c", "id = \"all\"\ninvitations = true\n");
    }

    /// Gives a merchant's service account a template.
    static void setUp(Town town, String merchant) throws Exception {
        var file = town.wechat.credentials().get(Town.MCHIDS.get(merchant));
        var own = file.resolveSibling("with-messages.toml");
        Files.writeString(own, Files.readString(file) + WeChatPaySimulator.messageSetup());
        town.service.administration().entrust(merchant, Platform.WECHAT, own);
    }

    @AfterEach
    void close() throws Exception {
        town.close();
        NoSecretsInLogs.check(directory);
    }

    private URI page(String merchant, String below) {
        return town.service.open().resolve("/me/" + merchant + below);
    }

    /// Somebody joins by the host's link, and pays.
    private void guest(Phone host, String name) {
        var shown = INVITATION.matcher(
                host.post(page("books", "/invitation"), "").body().replace("&#x2F;", "/"));
        assertTrue(shown.find());
        try (var phone = Phone.wechat(name)) {
            phone.open(URI.create(shown.group(1)));
            phone.post(URI.create(shown.group(1)), "");
        }
        town.identify("coffee", town.pay("coffee", name));
    }

    private String metrics() {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(town.service.operations().resolve("/metrics"))
                    .build();
            return Town.send(http, request).body();
        }
    }

    @Test
    void whoAsksForItIsToldAtOnceAndTheIdIsNowhereInClear() throws Exception {
        town.identify("books", town.pay("books", HOST));
        try (var host = Phone.wechat(HOST)) {
            assertTrue(host.open(page("books", "")).body().contains("/tell?"), "off, unless it is asked for");
            var told = host.post(page("books", "/tell"), "").body();
            assertTrue(told.contains("/hush?") && told.contains("会用微信通知您"), told);
            guest(host, "oGuest_1");
            var message = new JsonObject(town.wechat.message(PATIENCE).orElseThrow());
            assertEquals(HOST, message.getString("touser"));
            assertEquals(
                    "山间咖啡",
                    message.getJsonObject("data").getJsonObject("thing1").getString("value"));
            var reward = host.open(URI.create(message.getString("url")));
            assertEquals(200, reward.statusCode());
            assertTrue(reward.body().contains("拿铁第二杯半价"), reward.body());
            var kept = host.open(page("books", "/data.json")).body();
            assertTrue(kept.contains("message_address") && !kept.contains("sealed") && !kept.contains(HOST), kept);
            host.post(page("books", "/hush"), "");
            guest(host, "oGuest_2");
            assertTrue(town.wechat.message(Duration.ofSeconds(1)).isEmpty(), "not any more");
        }
        try (var files = Files.walk(directory.resolve("data"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains(HOST), file + " holds the payer's id in clear");
            }
        }
        assertFalse(Files.readString(Path.of("target", "test.log")).contains(HOST), "logged");
        assertTrue(metrics().contains("slipstream_messages_total{outcome=\"sent\"} 1"), metrics());
    }

    @Test
    void whereNoMessagesAreSetUpNothingIsSaidOfThem() {
        town.identify("coffee", town.pay("coffee", HOST));
        try (var host = Phone.wechat(HOST)) {
            var page = host.open(page("coffee", "")).body();
            assertTrue(page.contains("/invitation?") && !page.contains("/tell?"), page);
            assertEquals(403, host.post(page("coffee", "/tell"), "").statusCode());
        }
    }

    @Test
    void nobodyAsksForSomebodyElse() {
        town.identify("books", town.pay("books", HOST));
        try (var plain = Phone.plain();
                var host = Phone.wechat(HOST)) {
            assertEquals(403, plain.post(page("books", "/tell"), "").statusCode(), "not known");
            host.open(page("books", ""));
            assertEquals(403, host.foreign(page("books", "/tell")).statusCode(), "from another site");
            host.post(page("books", "/off"), "");
            assertEquals(403, host.post(page("books", "/tell"), "").statusCode(), "wants to be left alone");
            assertFalse(host.open(page("books", "")).body().contains("/tell?"));
        }
    }
}
