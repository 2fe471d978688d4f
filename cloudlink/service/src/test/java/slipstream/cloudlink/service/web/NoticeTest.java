package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.NoSecretsInLogs;
import slipstream.cloudlink.service.town.Town;

/// Notices of the platform, sent by the simulator: sealed, encrypted, repeated, tampered with.
class NoticeTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final MovableClock clock = new MovableClock();

    @TempDir
    Path directory;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        town = new Town(directory, clock);
    }

    @AfterEach
    void close() throws Exception {
        NoSecretsInLogs.check(directory);
        http.close();
        town.close();
    }

    @Test
    void aPaymentToldOfNeedNotBeAskedFor() {
        var first = town.pay("coffee", "told");
        assertEquals(204, notify("coffee", first).getInteger("status"));
        town.wechat.behave(new Behaviour(Behaviour.Kind.DOWN, 0));
        assertEquals("first-payment", town.identify("coffee", first).reason());
        assertEquals(0, town.wechat.queries());
        var second = town.pay("coffee", "told");
        assertEquals("platform-unavailable", town.identify("coffee", second).reason());
        assertEquals(204, notify("coffee", second).getInteger("status"));
        assertEquals("marked", town.identify("coffee", second).reason());
    }

    @Test
    void aNoticeSentAgainChangesNothing() {
        var paid = town.pay("coffee", "again");
        var sent = notify("coffee", paid);
        var decision = town.identify("coffee", paid);
        assertEquals(204, again("coffee", sent).getInteger("status"));
        assertEquals(decision, town.identify("coffee", paid));
        assertEquals(
                "marked", town.identify("coffee", town.pay("coffee", "again")).reason());
    }

    @Test
    void aNoticeReplayedAfterFiveMinutesIsRefused() {
        var sent = notify("coffee", town.pay("coffee", "replayed"));
        clock.moveAhead(Duration.ofMinutes(5));
        assertEquals(401, again("coffee", sent).getInteger("status"));
    }

    @Test
    void aNoticeChangedOnTheWayIsRefusedAndForgotten() {
        var paid = town.pay("coffee", "changed");
        var sent = notify("tea", town.pay("tea", "changed-source"));
        var body = sent.getString("notice");
        sent.put("notice", body.replaceFirst("\"id\":\"..", "\"id\":\"zz"));
        assertEquals(401, again("tea", sent).getInteger("status"));
        town.wechat.behave(new Behaviour(Behaviour.Kind.DOWN, 0));
        assertEquals("platform-unavailable", town.identify("coffee", paid).reason());
    }

    @Test
    void aNoticeForAnotherMerchantCannotBeDecrypted() {
        var sent = notify("coffee", town.pay("coffee", "misdirected"));
        assertEquals(400, again("tea", sent).getInteger("status"));
        assertEquals(404, again("nobody", sent).getInteger("status"));
    }

    @Test
    void probesAndRubbishAreRefusedWithoutFuss() throws Exception {
        var request = HttpRequest.newBuilder(town.service.open().resolve("/notify/wechat/coffee"))
                .header("Wechatpay-Timestamp", Long.toString(clock.instant().getEpochSecond()))
                .header("Wechatpay-Nonce", "n")
                .header("Wechatpay-Serial", keyId())
                .header("Wechatpay-Signature", "WECHATPAY/SIGNTEST/abc")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        var response = Town.send(http, request);
        assertEquals(401, response.statusCode());
        assertEquals("SIGN_ERROR", new JsonObject(response.body()).getString("code"));
        var bare = HttpRequest.newBuilder(town.service.open().resolve("/notify/wechat/coffee"))
                .POST(BodyPublishers.ofString("x".repeat(100)))
                .build();
        assertEquals(401, Town.send(http, bare).statusCode());
    }

    private String keyId() throws Exception {
        return Files.readString(directory.resolve("wechat").resolve("pub_key_id"));
    }

    /// The platform tells `merchant` of a payment.
    private JsonObject notify(String merchant, String transactionId) {
        return control(new JsonObject()
                .put("mchid", Town.MCHIDS.get(merchant))
                .put("out_trade_no", Town.outTradeNo(transactionId))
                .put("url", url(merchant)));
    }

    /// The same bytes and headers once more.
    private JsonObject again(String merchant, JsonObject sent) {
        return control(new JsonObject()
                .put("notice", sent.getString("notice"))
                .put("headers", sent.getJsonObject("headers"))
                .put("url", url(merchant)));
    }

    private String url(String merchant) {
        return town.service.open() + "/notify/wechat/" + merchant;
    }

    private JsonObject control(JsonObject body) {
        var request = HttpRequest.newBuilder(town.wechat.control().resolve("/notices"))
                .POST(BodyPublishers.ofString(body.encode()))
                .build();
        var response = Town.send(http, request);
        assertTrue(response.statusCode() == 200, response.body());
        return new JsonObject(response.body());
    }
}
