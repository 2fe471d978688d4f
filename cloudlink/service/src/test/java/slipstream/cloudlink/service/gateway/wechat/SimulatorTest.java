package slipstream.cloudlink.service.gateway.wechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.NoCredentials;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.NoSecretsInLogs;

/// Our client against the simulator, which verifies as the platform does; and what both refuse.
class SimulatorTest {
    private static final String MCHID = "1900000109";
    private static final String OTHER = "1900000110";
    private static final String ID = "4200001234202611220000000001";
    private static final String PATH = "/v3/pay/transactions/id/" + ID + "?mchid=" + MCHID;

    @TempDir
    static Path directory;

    private static WeChatPaySimulator simulator;
    private static WeChatCredentials credentials;
    private static PlatformClient client;
    private static WeChatPayGateway gateway;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void open() throws Exception {
        var any = new Listen("127.0.0.1", 0);
        simulator = WeChatPaySimulator.start(directory, any, any, Map.of(MCHID, "wx1", OTHER, "wx2"));
        simulator.putOrder(MCHID, "bill|7*", ID, "openid-1", 1280, "SUCCESS");
        simulator.putOrder(OTHER, "theirs", "4200001234202611220000000002", "openid-2", 100, "SUCCESS");
        credentials = WeChatCredentials.read(simulator.credentials().get(MCHID));
        client = new PlatformClient(Duration.ofSeconds(3), 1000, Clock.systemUTC());
        gateway = gateway(client);
    }

    @AfterEach
    void behave() throws Exception {
        NoSecretsInLogs.check(directory);
        simulator.behave(Behaviour.NORMAL);
    }

    @AfterAll
    static void close() {
        client.close();
        simulator.close();
    }

    @Test
    void aSignedQuestionIsAnsweredAndTheAnswerVerified() {
        var found = assertInstanceOf(Answer.Found.class, find(gateway, "transaction_id", ID));
        assertEquals(ID, found.payment().id());
        assertEquals(PaymentState.SUCCESSFUL, found.payment().state());
        assertEquals("openid-1", found.payment().payer().orElseThrow().openid());
        assertEquals("wx1", found.payment().payer().orElseThrow().appid());
    }

    @Test
    void theMerchantsOwnNumberIsSignedAsItIsSent() {
        var found = assertInstanceOf(Answer.Found.class, find(gateway, "out_trade_no", "bill|7*"));
        assertEquals(ID, found.payment().id());
    }

    @Test
    void anAbsentOrderAndAnotherMerchantsOrderAreNotFound() {
        assertInstanceOf(Answer.NotFound.class, find(gateway, "transaction_id", "4200001234202611229999999999"));
        assertInstanceOf(Answer.NotFound.class, find(gateway, "transaction_id", "4200001234202611220000000002"));
        assertInstanceOf(Answer.NotFound.class, find(gateway, "out_trade_no", "theirs"));
    }

    @Test
    void absentAndForeignOrdersCarryThePlatformsOwnNumbers() throws Exception {
        var absent = "/v3/pay/transactions/id/4200001234202611229999999999?mchid=" + MCHID;
        refused(ask(absent, signer(Clock.systemUTC())), 404, "ORDER_NOT_EXIST", "268512771");
        var foreign = "/v3/pay/transactions/id/4200001234202611220000000002?mchid=" + MCHID;
        refused(ask(foreign, signer(Clock.systemUTC())), 400, "INVALID_REQUEST", "268447843");
        var otherMchid = "/v3/pay/transactions/id/" + ID + "?mchid=" + OTHER;
        refused(ask(otherMchid, signer(Clock.systemUTC())), 400, "PARAM_ERROR", "268435457");
    }

    @Test
    void aClockFiveMinutesOffIsRefused() throws Exception {
        for (var off : new Duration[] {Duration.ofSeconds(-310), Duration.ofSeconds(310)}) {
            refused(ask(PATH, signer(Clock.offset(Clock.systemUTC(), off))), 401, "SIGN_ERROR", "268443699");
        }
        assertEquals(
                200,
                ask(PATH, signer(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(4))))
                        .statusCode());
    }

    @Test
    void aWrongSerialMerchantKeyOrHeaderIsRefused() throws Exception {
        var clock = Clock.systemUTC();
        var wrongSerial = new RequestSigner(MCHID, "00", credentials.key(), clock);
        refused(ask(PATH, wrongSerial), 401, "SIGN_ERROR", "268443699");
        var unknownMerchant = new RequestSigner("1", credentials.serial(), credentials.key(), clock);
        refused(ask(PATH, unknownMerchant), 401, "SIGN_ERROR", "268443699");
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var wrongKey = new RequestSigner(
                MCHID, credentials.serial(), generator.generateKeyPair().getPrivate(), clock);
        refused(ask(PATH, wrongKey), 401, "SIGN_ERROR", "268443699");
        refused(send(PATH, "WECHATPAY2-SHA256-RSA2048 mchid=\"1\""), 401, "SIGN_ERROR", "268443699");
        refused(send(PATH, "Bearer x"), 401, "SIGN_ERROR", "268443699");
    }

    @Test
    void aQuestionChangedAfterSigningIsRefused() throws Exception {
        var header = signer(Clock.systemUTC()).authorization("GET", PATH, "");
        refused(send(PATH.replace(ID, "4200001234202611220000000003"), header), 401, "SIGN_ERROR", "268443699");
        refused(send(PATH + "&x=1", header), 401, "SIGN_ERROR", "268443699");
        refused(send(PATH, header.replaceFirst("nonce_str=\"..", "nonce_str=\"zz")), 401, "SIGN_ERROR", "268443699");
        assertEquals(200, send(PATH, header).statusCode(), "unchanged it is accepted");
    }

    @Test
    void errorAnswersToKnownMerchantsAreSealedToo() throws Exception {
        var response =
                ask("/v3/pay/transactions/id/4200001234202611229999999999?mchid=" + MCHID, signer(Clock.systemUTC()));
        var verifier = new MessageVerifier(credentials.platformKeys(), Clock.systemUTC());
        var message = SignedMessage.of(response.headers()::firstValue, response.body());
        assertEquals(Optional.empty(), verifier.objection(message));
    }

    @Test
    void anAnswerThatIsNotSealedIsNotBelieved() {
        simulator.behave(new Behaviour(Behaviour.Kind.GARBAGE, 0));
        unavailable("cannot be believed", find(gateway, "transaction_id", ID));
    }

    @Test
    void anAnswerSealedWithAnUnknownKeyIsNotBelieved() throws Exception {
        var elsewhere = WeChatPaySimulator.start(
                directory.resolve("elsewhere"),
                new Listen("127.0.0.1", 0),
                new Listen("127.0.0.1", 0),
                Map.of(MCHID, "wx1"));
        try (elsewhere) {
            elsewhere.putOrder(MCHID, "x", ID, "openid-1", 1, "SUCCESS");
            var mixed = elsewhere.credentials().get(MCHID).resolveSibling("mixed.toml");
            var own = Files.readString(elsewhere.credentials().get(MCHID));
            Files.writeString(
                    mixed, own.replaceFirst("platform-key-id = \".*\"", "platform-key-id = \"PUB_KEY_ID_0\""));
            var astray = new WeChatPayGateway(
                    merchant -> WeChatCredentials.read(mixed), new WeChatPlatform(client, Clock.systemUTC()));
            unavailable("unknown key", find(astray, "transaction_id", ID));
        }
    }

    @Test
    void aStalledSlowOrDeadPlatformIsGivenUpOn() {
        try (var impatient = new PlatformClient(Duration.ofMillis(300), 1000, Clock.systemUTC())) {
            var hasty = gateway(impatient);
            simulator.behave(new Behaviour(Behaviour.Kind.STALLED, 0));
            unavailable("no answer within 300 ms", find(hasty, "transaction_id", ID));
            simulator.behave(new Behaviour(Behaviour.Kind.SLOW, 60_000));
            unavailable("no answer within 300 ms", find(hasty, "transaction_id", ID));
            simulator.behave(new Behaviour(Behaviour.Kind.DOWN, 0));
            unavailable("cannot reach", find(hasty, "transaction_id", ID));
        }
    }

    @Test
    void aMerchantWithoutCredentialsCannotBeLookedUp() {
        assertInstanceOf(Answer.Unsupported.class, gateway.find(merchant("m"), reference("transaction_id", ID)));
    }

    @Test
    void keysOutliveTheSimulator() throws Exception {
        var kept = directory.resolve("kept");
        var any = new Listen("127.0.0.1", 0);
        String serial;
        try (var first = WeChatPaySimulator.start(kept, any, any, Map.of(MCHID, "wx1"))) {
            serial = WeChatCredentials.read(first.credentials().get(MCHID)).serial();
        }
        try (var second = WeChatPaySimulator.start(kept, any, any, Map.of(MCHID, "wx1"))) {
            assertEquals(
                    serial,
                    WeChatCredentials.read(second.credentials().get(MCHID)).serial());
        }
    }

    @Test
    void theControlPortPutsOrdersAndSaysWhatIsWrong() throws Exception {
        var order = new JsonObject()
                .put("mchid", MCHID)
                .put("out_trade_no", "by-control")
                .put("transaction_id", "4200001234202611220000000009")
                .put("openid", "o9");
        assertEquals(204, control("PUT", "/orders", order.encode()).statusCode());
        assertInstanceOf(Answer.Found.class, find(gateway, "out_trade_no", "by-control"));
        assertEquals(
                400,
                control("PUT", "/orders", order.put("trade_state", "PAID").encode())
                        .statusCode());
        assertEquals(400, control("PUT", "/orders", "[").statusCode());
        assertEquals(
                204, control("PUT", "/behaviour", "{\"behaviour\":\"garbage\"}").statusCode());
        assertTrue(control("GET", "/state", "").body().contains("\"behaviour\":\"garbage\""));
        assertEquals(
                400, control("PUT", "/behaviour", "{\"behaviour\":\"odd\"}").statusCode());
    }

    private static WeChatPayGateway gateway(PlatformClient client) {
        return new WeChatPayGateway(SimulatorTest::credentials, new WeChatPlatform(client, Clock.systemUTC()));
    }

    private static WeChatCredentials credentials(Merchant merchant) throws IOException {
        var file = Optional.ofNullable(simulator.credentials().get(merchant.id()));
        return WeChatCredentials.read(file.orElseThrow(() -> new NoCredentials(merchant.id(), Platform.WECHAT)));
    }

    private static void unavailable(String why, Answer answer) {
        var unavailable = assertInstanceOf(Answer.Unavailable.class, answer);
        assertTrue(unavailable.why().contains(why), unavailable.why());
    }

    private static Answer find(WeChatPayGateway gateway, String kind, String value) {
        return gateway.find(merchant(MCHID), reference(kind, value));
    }

    private static PaymentReference reference(String kind, String value) {
        return new PaymentReference("wechat", kind, value);
    }

    private static Merchant merchant(String id) {
        return new Merchant(id, Wording.of("m"), Locale.CHINESE, "main", Optional.empty());
    }

    private static RequestSigner signer(Clock clock) {
        return new RequestSigner(credentials, clock);
    }

    private static HttpResponse<byte[]> ask(String path, RequestSigner signer) throws Exception {
        return send(path, signer.authorization("GET", path, ""));
    }

    private static HttpResponse<byte[]> send(String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("User-Agent", "test")
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }

    private static HttpResponse<String> control(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(simulator.control().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void refused(HttpResponse<byte[]> response, int status, String code, String number) {
        var body = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(status, response.statusCode(), body);
        assertEquals(code, new JsonObject(body).getString("code"));
        assertTrue(response.headers().firstValue("Request-Id").orElseThrow().endsWith("-" + number));
    }
}
