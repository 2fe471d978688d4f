package slipstream.cloudlink.service.gateway.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.CredentialSheet;
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices.Opened;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.gateway.alipay.simulator.AlipaySimulator;
import slipstream.cloudlink.service.gateway.alipay.simulator.Mode;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.NoSecretsInLogs;

/// Our client against the simulator, which verifies as the platform does; and what both refuse.
class AlipayGatewayTest {
    private static final String APP = "2021003126695999";
    private static final String SELLER = "2088123412341234";
    private static final String NO = "2026112222001400001234567890";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private AlipaySimulator simulator;
    private PlatformClient client;

    @BeforeEach
    void open() throws Exception {
        var any = new Listen("127.0.0.1", 0);
        simulator = AlipaySimulator.start(directory, any, any, clock);
        client = new PlatformClient(Duration.ofSeconds(5), 1000, clock);
    }

    @AfterEach
    void close() throws Exception {
        NoSecretsInLogs.check(directory);
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyModeAnswersAndTells(Mode mode) throws Exception {
        var file = simulator.signUp(APP, SELLER, mode);
        pay("TRADE_SUCCESS");
        var payment = found(file, "trade_no", NO);
        assertEquals(payment, found(file, "out_trade_no", "bill 7"));
        assertEquals(NO, payment.id());
        assertEquals(PaymentState.SUCCESSFUL, payment.state());
        assertEquals(Optional.of(new Money(1280, "CNY")), payment.amount());
        assertEquals(AlipayTrade.USER_ID, payment.payer().orElseThrow().appid());
        var told = assertInstanceOf(Opened.Told.class, open(file, notice("/notices", new JsonObject())));
        assertEquals(payment, told.payment());
    }

    @Test
    void whereThereIsNoUserIdTheOpenIdCountsWithinTheApplication() throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.PLAIN);
        var trade = new JsonObject()
                .put("trade_no", NO)
                .put("open_id", "open-1")
                .put("total", 5)
                .put("app_id", APP)
                .put("out_trade_no", "bill 7");
        assertEquals(204, control("PUT", "/trades", trade).statusCode());
        assertEquals(
                Optional.of(new PayerId(APP, "open-1")),
                found(file, "trade_no", NO).payer());
    }

    @ParameterizedTest
    @CsvSource({
        "WAIT_BUYER_PAY, PENDING",
        "TRADE_SUCCESS, SUCCESSFUL",
        "TRADE_FINISHED, SUCCESSFUL",
        "TRADE_CLOSED, REFUNDED",
    })
    void statusesMeanWhatTheDocumentationSays(String status, PaymentState state) throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.PLAIN);
        pay(status);
        assertEquals(state, found(file, "trade_no", NO).state());
    }

    @Test
    void anAbsentTradeAndAnotherApplicationsTradeAreNotFound() throws Exception {
        simulator.signUp(APP, SELLER, Mode.PLAIN);
        var other = simulator.signUp("2021003126695000", SELLER, Mode.PLAIN);
        pay("TRADE_SUCCESS");
        assertInstanceOf(Answer.NotFound.class, find(other, "trade_no", NO));
        assertInstanceOf(Answer.NotFound.class, find(other, "out_trade_no", "bill 7"));
        assertInstanceOf(Answer.Unsupported.class, find(other, "rrn", "123456789012"));
    }

    @ParameterizedTest
    @CsvSource({
        "TAMPERED, the signature does not match",
        "PROBE, the signature does not match",
        "THROTTLED, code '40005'",
        "FAILING, HTTP status 503",
        "GARBAGE, not the JSON it should be",
        "DOWN, cannot reach",
    })
    void whateverThePlatformDoesIsOneSentence(Behaviour.Kind kind, String why) throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.PLAIN);
        pay("TRADE_SUCCESS");
        simulator.behave(new Behaviour(kind, 0));
        unavailable(why, find(file, "trade_no", NO));
    }

    @Test
    void tooManyCallsUnderStatus200LeadToAPauseToo() throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.PLAIN);
        simulator.behave(new Behaviour(Behaviour.Kind.THROTTLED, 0));
        unavailable("40005", find(file, "trade_no", NO));
        unavailable("asked for a pause", find(file, "trade_no", NO));
        assertEquals(1, simulator.queries());
    }

    @Test
    void aClockFarOffIsRefusedWithThePlatformsCode() throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.PLAIN);
        var late = Clock.offset(clock, Duration.ofMinutes(-16));
        var answer = new AlipayGateway(merchant -> credentials(file), client, late)
                .find(merchant(), new PaymentReference("alipay", "trade_no", NO));
        unavailable("isv.invalid-timestamp", answer);
    }

    @Test
    void wrongKeysNumbersAndApplicationsAreRefusedWithThePlatformsCodes() throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.CERTIFIED);
        var other = simulator.signUp("2021003126695000", SELLER, Mode.CERTIFIED);
        var text = Files.readString(file);
        unavailable(
                "isv.invalid-signature",
                find(
                        mixed(file, text.replace("\"app_key.pem\"", "\"../2021003126695000/app_key.pem\"")),
                        "trade_no",
                        NO));
        unavailable(
                "isv.invalid-cert-sn",
                find(
                        mixed(
                                file,
                                text.replace("\"app_certificate.pem\"", "\"../2021003126695000/app_certificate.pem\"")),
                        "trade_no",
                        NO));
        unavailable(
                "is not signed",
                find(
                        mixed(other, Files.readString(other).replace("2021003126695000", "2021003126695111")),
                        "trade_no",
                        NO));
        unavailable(
                "unknown certificate",
                find(
                        mixed(file, text.replace("\"../alipay_certificate.pem\"", "\"app_certificate.pem\"")),
                        "trade_no",
                        NO));
    }

    private static Path mixed(Path file, String text) throws Exception {
        return Files.writeString(file.resolveSibling("mixed.toml"), text);
    }

    @Test
    void aRefundIsToldByNoticeAndShowsOnceTheTradeIsClosed() throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.PLAIN);
        pay("TRADE_SUCCESS");
        var part =
                assertInstanceOf(Opened.Told.class, open(file, notice("/refunds", new JsonObject().put("refund", 80))));
        assertEquals(PaymentState.REFUNDED, part.payment().state());
        assertEquals(NO, part.payment().id());
        assertEquals(
                400, control("POST", "/refunds", order().put("refund", 1201)).statusCode());
        assertEquals(
                204, control("POST", "/refunds", order().put("refund", 1200)).statusCode());
        assertEquals(PaymentState.REFUNDED, found(file, "trade_no", NO).state());
    }

    @Test
    void noticesThatAreChangedProbedOrForSomebodyElseAreRefused() throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.PLAIN);
        var other = simulator.signUp("2021003126695000", SELLER, Mode.PLAIN);
        pay("TRADE_SUCCESS");
        var sent = notice("/notices", new JsonObject());
        refused("signature does not match", open(file, sent.replace("total_amount=12.80", "total_amount=99.80")));
        refused("signature does not match", open(file, sent + "&extra=1"));
        refused("each field once", open(file, sent + "&total_amount=99.80"));
        refused("each field once", open(file, "a=%zz"));
        var forged = open(file, "sign_type=RSA%0AERROR:+a+forged+line");
        refused("signed as 'RSA?ERROR: a forged line'", forged);
        refused("expected RSA2", open(file, ""));
        refused("expected RSA2", open(file, sent.replace("sign_type=RSA2", "sign_type=RSA")));
        refused("another application", open(other, sent));
        refused("signature does not match", open(file, notice("/notices", new JsonObject().put("probe", true))));
        var elsewhere = mixed(file, Files.readString(file).replace(SELLER, "2088000000000000"));
        refused("another receiving account", open(elsewhere, sent));
        assertInstanceOf(Opened.Told.class, open(file, sent));
    }

    private static void refused(String why, Opened opened) {
        var refused = assertInstanceOf(Opened.Refused.class, opened);
        assertTrue(refused.why().contains(why), refused.why());
    }

    @Test
    void aCodeOfTheWalletTellsThePayerOnce() throws Exception {
        var held = credentials(simulator.signUp(APP, SELLER, Mode.PLAIN));
        simulator.hold("open-9");
        assertTrue(authorise("Mozilla/5.0").body().contains("支付宝"));
        var location =
                authorise("AlipayClient/10").headers().firstValue("Location").orElseThrow();
        assertTrue(location.startsWith("http://127.0.0.1/back?app_id=" + APP), location);
        var code = location.replaceFirst(".*auth_code=", "");
        var first = token(held, code);
        assertEquals("open-9", first.getString("open_id"));
        assertTrue(first.getString("user_id").matches("2088[0-9]{12}"));
        assertEquals("isv.code-invalid", token(held, code).getString("sub_code"));
    }

    private JsonObject token(AlipayCredentials held, String code) throws Exception {
        var parameters = AlipayRequest.signed(held, "alipay.system.oauth.token", "", clock);
        parameters.remove("sign");
        parameters.remove("biz_content");
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("sign", SignContent.sign(held.key(), SignContent.of(parameters, SignContent.OF_REQUEST)));
        var form = new StringBuilder();
        parameters.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(held.gateway())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build();
        var answer = HTTP.send(request, BodyHandlers.ofByteArray()).body();
        return new JsonObject(
                new String(AlipayAnswer.open(held, "alipay.system.oauth.token", answer), StandardCharsets.UTF_8));
    }

    private HttpResponse<String> authorise(String agent) throws Exception {
        var uri = URI.create(simulator.url() + "/oauth2/publicAppAuthorize.htm?app_id=" + APP
                + "&scope=auth_base&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback&state=s1");
        return HTTP.send(HttpRequest.newBuilder(uri).header("User-Agent", agent).build(), BodyHandlers.ofString());
    }

    @Test
    void credentialsThatMakeNoSenseAreRefusedWithoutShowingThem() throws Exception {
        var file = simulator.signUp(APP, SELLER, Mode.PLAIN);
        var text = Files.readString(file);
        for (var wrong : new String[] {
            text.replace(APP, "12"),
            text.replace(SELLER, "1088123412341234"),
            text + "content-key = \"c2VjcmV0\"\n",
            text + "content-key = \"aa4BtZ4tspm2wnXLb1ThQA==\"\ncontent-cipher = \"DES\"\n",
            text + "odd = \"secret-value\"\n",
            text.replace("app_key.pem", "../alipay_public.pem"),
        }) {
            var refused = assertThrows(IllegalArgumentException.class, () -> credentials(mixed(file, wrong)), wrong);
            assertTrue(!refused.getMessage().contains("secret-value")
                    && !refused.getMessage().contains("aa4B"));
        }
    }

    private void pay(String status) {
        simulator.putTrade(APP, NO, "bill 7", "open-1", 1280, status);
    }

    private static AlipayCredentials credentials(Path file) throws IOException {
        return AlipayCredentials.of(CredentialSheet.read(file));
    }

    private Answer find(Path file, String kind, String value) {
        return new AlipayGateway(merchant -> credentials(file), client, clock)
                .find(merchant(), new PaymentReference("alipay", kind, value));
    }

    private Payment found(Path file, String kind, String value) {
        var answer = find(file, kind, value);
        return assertInstanceOf(Answer.Found.class, answer, answer.toString()).payment();
    }

    private static void unavailable(String why, Answer answer) {
        var unavailable = assertInstanceOf(Answer.Unavailable.class, answer);
        assertTrue(unavailable.why().contains(why), unavailable.why());
    }

    private Opened open(Path file, String body) {
        return new AlipayNotices(merchant -> credentials(file))
                .open(merchant(), new Notice(name -> Optional.empty(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonObject order() {
        return new JsonObject().put("app_id", APP).put("out_trade_no", "bill 7");
    }

    /// What the simulator sends; to itself, where nobody takes it.
    private String notice(String path, JsonObject body) throws Exception {
        var sent = control(
                "POST", path, order().put("url", simulator.url().toString()).mergeIn(body));
        assertEquals(200, sent.statusCode(), sent.body());
        return new JsonObject(sent.body()).getString("notice");
    }

    private HttpResponse<String> control(String method, String path, JsonObject body) throws Exception {
        var request = HttpRequest.newBuilder(simulator.control().resolve(path))
                .method(method, BodyPublishers.ofString(body.encode()))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static Merchant merchant() {
        return new Merchant("m", Wording.of("m"), Locale.CHINESE, "main", Optional.empty());
    }
}
