package slipstream.cloudlink.service.gateway.wechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.MessageChannel.Sending;
import slipstream.cloudlink.service.gateway.MessageChannel.Text;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.WalletLogin.Vouched;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.NoSecretsInLogs;
import slipstream.cloudlink.service.town.Phone;
import slipstream.cloudlink.service.town.Town;

/// Template messages against the simulator, which refuses with the platform's own codes.
class WeChatMessagesTest {
    private static final Merchant SHOP =
            new Merchant("shop", Wording.of("店"), Locale.CHINESE, "main", Optional.empty());
    private static final String APPID = "wx1";

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private WeChatPaySimulator simulator;
    private PlatformClient client;
    private WeChatCredentials held;
    private WeChatMessages messages;
    private PayerId payer;

    @BeforeEach
    void open() throws Exception {
        var any = new Listen("127.0.0.1", 0);
        simulator = WeChatPaySimulator.start(directory, any, any, Map.of("1900000501", APPID), clock);
        client = new PlatformClient(Duration.ofSeconds(2), 1000, clock);
        held = held(WeChatPaySimulator.messageSetup());
        messages = new WeChatMessages(merchant -> held, client, clock);
        payer = vouched("openid-follower");
    }

    private WeChatCredentials held(String setup) throws Exception {
        var file = simulator.credentials().get("1900000501");
        var own = file.resolveSibling("with-messages.toml");
        Files.writeString(own, Files.readString(file) + setup);
        return WeChatCredentials.read(own);
    }

    private PayerId vouched(String openid) throws Exception {
        var login = new WeChatLogin(merchant -> held, client);
        try (var phone = Phone.wechat(openid)) {
            phone.followNothing();
            var back = phone.open(login.page(SHOP, URI.create("http://127.0.0.1/oauth"), "s"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            var code = back.replaceFirst(".*[?&]code=([^&]*).*", "$1");
            return assertInstanceOf(Vouched.For.class, login.redeem(SHOP, code))
                    .names()
                    .getFirst();
        }
    }

    @AfterEach
    void close() throws Exception {
        NoSecretsInLogs.check(directory);
        client.close();
        simulator.close();
    }

    private static Text text(String id, String shop, String offer) {
        return new Text(
                id, shop, offer, LocalDateTime.of(2026, 12, 1, 9, 5), URI.create("https://claim.example/C/TOKEN"));
    }

    private Sending send(String id) {
        return messages.send(SHOP, payer, text(id, "山间咖啡", "拿铁第二杯半价"));
    }

    private Optional<JsonObject> arrived() throws Exception {
        return simulator.message(Duration.ZERO).map(JsonObject::new);
    }

    private void control(String method, String path, JsonObject json) {
        var request = HttpRequest.newBuilder(simulator.control().resolve(path))
                .method(method, BodyPublishers.ofString(json.encode()))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertEquals(204, Town.send(http, request).statusCode());
        }
    }

    @Test
    void aMessageArrivesWithItsFieldsAndItsPage() throws Exception {
        assertEquals(Optional.of(APPID), messages.application(SHOP));
        assertInstanceOf(Sending.Sent.class, send("1"));
        var message = arrived().orElseThrow();
        assertEquals("openid-follower", message.getString("touser"));
        assertEquals("https://claim.example/C/TOKEN", message.getString("url"));
        assertEquals(new JsonObject("""
                        {"thing1": {"value": "山间咖啡"}, "thing2": {"value": "拿铁第二杯半价"},
                         "time3": {"value": "2026年12月1日 09:05"}}"""), message.getJsonObject("data"));
    }

    @Test
    void whatIsTooLongForAFieldIsCutWhereItEnds() throws Exception {
        var long20 = "二十个字二十个字二十个字二十个字二十个字";
        assertInstanceOf(Sending.Sent.class, messages.send(SHOP, payer, text("1", long20, "咖\n啡" + long20)));
        var data = arrived().orElseThrow().getJsonObject("data");
        assertEquals(long20, data.getJsonObject("thing1").getString("value"));
        assertEquals("咖 啡二十个字二十个字二十个字二十个字…", data.getJsonObject("thing2").getString("value"));
    }

    @Test
    void theSameMessageArrivesOnceHoweverOftenItIsSent() throws Exception {
        send("1");
        assertInstanceOf(Sending.Sent.class, send("1"));
        assertInstanceOf(Sending.Sent.class, send("2"));
        assertTrue(arrived().isPresent());
        assertTrue(arrived().isPresent());
        assertTrue(arrived().isEmpty());
    }

    @Test
    void aTokenServesUntilItEndsAndIsThenReplaced() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(Sending.Sent.class, send("a" + i));
            clock.moveAhead(Duration.ofMinutes(59));
        }
    }

    @Test
    void aTokenThatWeChatDoesNotTakeIsReplacedAtOnceButNotForEver() throws Exception {
        assertInstanceOf(Sending.Sent.class, send("1"));
        control("POST", "/spoil-tokens", new JsonObject());
        assertInstanceOf(Sending.Sent.class, send("2"), "a new one was forced");
        control("POST", "/spoil-tokens", new JsonObject());
        var later = assertInstanceOf(Sending.NotNow.class, send("3"));
        assertTrue(later.why().contains("asked for another just now"), later.why());
        clock.moveAhead(Duration.ofMinutes(11));
        assertInstanceOf(Sending.Sent.class, send("3"));
    }

    @Test
    void whoDoesNotFollowTheAccountIsNotReached() throws Exception {
        control(
                "PUT",
                "/followers",
                new JsonObject().put("openid", "openid-follower").put("follows", false));
        assertEquals(
                "errcode 43004",
                assertInstanceOf(Sending.Refused.class, send("1")).why());
        payer = new PayerId(APPID, "openid-of-nobody");
        assertEquals(
                "errcode 40003",
                assertInstanceOf(Sending.Refused.class, send("2")).why());
        payer = new PayerId("wx-other", "openid-follower");
        assertInstanceOf(Sending.NotNow.class, send("3"), "an id of another application is told to nobody");
        assertTrue(arrived().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, NotNow, errcode 45009",
        "FAILING, NotNow, errcode -1",
        "STALLED, Unsure, no answer within",
        "GARBAGE, Unsure, not the JSON",
    })
    void troubleOnThePlatformsSideIsAMatterOfTime(Behaviour.Kind how, String what, String why) {
        send("token is had");
        simulator.behave(new Behaviour(how, 0));
        var sending = send("1");
        assertEquals(what, sending.getClass().getSimpleName());
        assertTrue(sending.toString().contains(why), sending.toString());
        simulator.behave(Behaviour.NORMAL);
        assertInstanceOf(Sending.Sent.class, send("1"));
    }

    @Test
    void whereNobodyAnswersNothingWasSent() {
        send("token is had");
        simulator.close();
        assertInstanceOf(Sending.NotNow.class, send("1"));
    }

    @Test
    void withoutATokenNothingIsSent() throws Exception {
        simulator.behave(new Behaviour(Behaviour.Kind.STALLED, 0));
        assertInstanceOf(Sending.NotNow.class, send("1"));
        simulator.behave(Behaviour.NORMAL);
        assertTrue(arrived().isEmpty());
    }

    @Test
    void whatTheTemplateDoesNotTakeIsMendedByTheOperatorAndTriedAgain() throws Exception {
        var wrong = WeChatPaySimulator.messageSetup();
        for (var setup : new String[] {
            wrong.replace("template-0", "template-1"),
            wrong.replace(", time3=until", ""),
            wrong.replace("=offer", "=''")
        }) {
            if (setup.contains("=''")) {
                assertThrows(IllegalArgumentException.class, () -> held(setup));
            } else {
                held = held(setup);
                assertInstanceOf(Sending.NotNow.class, send("1"));
            }
        }
        held = held(wrong);
        assertInstanceOf(Sending.Sent.class, send("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "message-fields = \"thing1=shop\"\nmessage-template = \"short\"\n",
                "message-template = \"simulated-template\"\n",
                "message-template = \"simulated-template\"\nmessage-fields = \"thing1=openid\"\n",
                "message-template = \"simulated-template\"\nmessage-fields = \"thing1=until\"\n",
                "message-template = \"simulated-template\"\nmessage-fields = \"time1=shop\"\n",
            })
    void aSetupThatCannotBeMeantIsRefusedAndNoneIsNone(String setup) throws Exception {
        if (setup.isEmpty()) {
            held = held(setup);
            assertEquals(Optional.empty(), messages.application(SHOP));
        } else {
            var refusal = assertThrows(IllegalArgumentException.class, () -> held(setup));
            assertTrue(refusal.getMessage().contains("message-"), refusal.getMessage());
        }
    }
}
