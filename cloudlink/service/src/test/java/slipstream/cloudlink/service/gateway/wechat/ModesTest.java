package slipstream.cloudlink.service.gateway.wechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
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
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
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
import slipstream.cloudlink.service.gateway.Notice;
import slipstream.cloudlink.service.gateway.Notices.Opened;
import slipstream.cloudlink.service.gateway.Payment;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.gateway.wechat.simulator.Rotation;
import slipstream.cloudlink.service.gateway.wechat.simulator.Trust;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.NoSecretsInLogs;

/// Partner mode, platform certificates and their rotation, SM2 and SM4, refunds, OAuth, and everything that
/// may go wrong on the platform, against the simulator.
class ModesTest {
    private static final String MCHID = "1900000201";
    private static final String SUB = "1900000301";
    private static final String ID = "4200001234202611220000000001";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private WeChatPaySimulator simulator;
    private PlatformClient client;
    private WeChatPlatform platform;

    @BeforeEach
    void open() throws Exception {
        var any = new Listen("127.0.0.1", 0);
        simulator = WeChatPaySimulator.start(directory, any, any, Map.of(), clock);
        client = new PlatformClient(Duration.ofSeconds(5), 1000, clock);
        platform = new WeChatPlatform(client, clock);
    }

    @AfterEach
    void close() throws Exception {
        NoSecretsInLogs.check(directory);
        client.close();
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfTrustAnswersAndTells(Trust trust) throws Exception {
        var file = simulator.signUp(MCHID, "wx1", trust);
        pay(MCHID);
        var payment = found(file);
        assertEquals(Optional.of(new PayerId("wx1", "openid-1")), payment.payer());
        assertEquals(Optional.of(new Money(1280, "CNY")), payment.amount());
        var told = assertInstanceOf(Opened.Told.class, open(file, notice("/notices", new JsonObject())));
        assertEquals(payment.payer(), told.payment().payer());
        assertEquals(payment.id(), told.payment().id());
    }

    @ParameterizedTest
    @CsvSource({"wx2, PUBLIC_KEY", "'', PUBLIC_KEY", "wx2, CERTIFICATES", "wx2, SM"})
    void aServiceProviderAsksForItsSubMerchants(String subAppid, Trust trust) throws Exception {
        simulator.signUp(MCHID, "wx1", trust);
        var file = simulator.signUpSubMerchant(MCHID, SUB, subAppid);
        pay(SUB);
        assertEquals(Optional.of(new PayerId("wx1", "openid-1")), found(file).payer());
        assertEquals(PaymentState.SUCCESSFUL, found(file).state());
        var told =
                assertInstanceOf(Opened.Told.class, open(file, notice("/notices", new JsonObject().put("mchid", SUB))));
        assertEquals(found(file).payer(), told.payment().payer());
    }

    @Test
    void anotherSubMerchantsOrderIsNotFound() throws Exception {
        simulator.signUp(MCHID, "wx1");
        simulator.signUpSubMerchant(MCHID, SUB, "");
        var other = simulator.signUpSubMerchant(MCHID, "1900000302", "");
        pay(SUB);
        assertInstanceOf(Answer.NotFound.class, find(other, "transaction_id", ID));
        assertInstanceOf(Answer.NotFound.class, find(other, "out_trade_no", "bill-7"));
    }

    @ParameterizedTest
    @CsvSource({"CERTIFICATES", "SM"})
    void certificatesRotateWithoutAGap(Trust trust) throws Exception {
        var file = simulator.signUp(MCHID, "wx1", trust);
        pay(MCHID);
        found(file);
        simulator.rotate(Rotation.BEGIN, trust);
        found(file);
        clock.moveAhead(Duration.ofMinutes(2));
        simulator.rotate(Rotation.SWITCH, trust);
        found(file);
        simulator.rotate(Rotation.END, trust);
        found(file);
        clock.moveAhead(Duration.ofHours(2));
        found(file);
    }

    @Test
    void anUnknownSerialHasTheListAskedForAtMostOnceAMinute() throws Exception {
        var file = simulator.signUp(MCHID, "wx1", Trust.CERTIFICATES);
        pay(MCHID);
        found(file);
        simulator.rotate(Rotation.BEGIN, Trust.CERTIFICATES);
        simulator.rotate(Rotation.SWITCH, Trust.CERTIFICATES);
        unavailable("unknown key", find(file, "transaction_id", ID));
        clock.moveAhead(Duration.ofSeconds(61));
        found(file);
    }

    @Test
    void aListThatWasChangedOrMadeForAnotherKeyIsNotBelieved() throws Exception {
        var file = simulator.signUp(MCHID, "wx1", Trust.CERTIFICATES);
        pay(MCHID);
        Files.writeString(file.resolveSibling("apiv3_key"), "0".repeat(32));
        unavailable("unknown key", find(file, "transaction_id", ID));
    }

    @Test
    void certificatesThatAreNotValidYetOrAnyMoreAreNotBelieved() throws Exception {
        var file = simulator.signUp(MCHID, "wx1", Trust.CERTIFICATES);
        pay(MCHID);
        found(file);
        clock.moveAhead(Duration.ofDays(6 * 365));
        unavailable("unknown key", find(file, "transaction_id", ID));
    }

    @ParameterizedTest
    @CsvSource({
        "TAMPERED, the signature does not match",
        "PROBE, the signature does not match",
        "THROTTLED, 'FREQUENCY_LIMITED'",
        "FAILING, 'SYSTEM_ERROR'",
        "GARBAGE, cannot be believed",
    })
    void whateverThePlatformDoesIsOneSentence(Behaviour.Kind kind, String why) throws Exception {
        var file = simulator.signUp(MCHID, "wx1");
        pay(MCHID);
        simulator.behave(new Behaviour(kind, 0));
        unavailable(why, find(file, "transaction_id", ID));
    }

    @Test
    void afterTooManyQuestionsThereIsAPauseThatGrows() throws Exception {
        var file = simulator.signUp(MCHID, "wx1");
        pay(MCHID);
        simulator.behave(new Behaviour(Behaviour.Kind.THROTTLED, 0));
        unavailable("FREQUENCY_LIMITED", find(file, "transaction_id", ID));
        long asked = simulator.queries();
        unavailable("asked for a pause", find(file, "transaction_id", ID));
        assertEquals(asked, simulator.queries());
        clock.moveAhead(Duration.ofSeconds(2));
        unavailable("FREQUENCY_LIMITED", find(file, "transaction_id", ID));
        clock.moveAhead(Duration.ofMillis(1500));
        unavailable("asked for a pause", find(file, "transaction_id", ID));
        simulator.behave(Behaviour.NORMAL);
        clock.moveAhead(Duration.ofSeconds(2));
        found(file);
    }

    @Test
    void aPlatformThatFailsIsLeftAloneAndTriedAgainLater() throws Exception {
        var file = simulator.signUp(MCHID, "wx1");
        pay(MCHID);
        simulator.behave(new Behaviour(Behaviour.Kind.FAILING, 0));
        for (int i = 0; i < 10; i++) {
            unavailable("SYSTEM_ERROR", find(file, "transaction_id", ID));
        }
        unavailable("left alone for a while", find(file, "transaction_id", ID));
        assertEquals(10, simulator.queries());
        simulator.behave(Behaviour.NORMAL);
        clock.moveAhead(Duration.ofSeconds(2));
        for (int i = 0; i < 5; i++) {
            found(file);
        }
    }

    @Test
    void aRefundIsSeenByAskingAndToldByNotice() throws Exception {
        var file = simulator.signUp(MCHID, "wx1");
        pay(MCHID);
        var sent = notice("/refunds", new JsonObject().put("refund", 80));
        var told = assertInstanceOf(Opened.Told.class, open(file, sent));
        assertEquals(PaymentState.REFUNDED, told.payment().state());
        assertEquals(ID, told.payment().id());
        assertEquals(PaymentState.REFUNDED, found(file).state());
        var tooMuch = control("/refunds", new JsonObject().put("refund", 1201));
        assertEquals(400, tooMuch.statusCode(), tooMuch.body());
    }

    @Test
    void aV2RefundNoticeOnlyHasTheOrderAskedFor() throws Exception {
        var file = simulator.signUp(MCHID, "wx1");
        pay(MCHID);
        control("/refunds", new JsonObject().put("refund", 80));
        var v2Key = "abcdefghijklmnopqrstuvwxyz012345";
        Files.writeString(file, "v2-key = \"" + v2Key + "\"\n", StandardOpenOption.APPEND);
        var told = assertInstanceOf(Opened.Told.class, openV2(file, v2Notice(v2Key, ID)));
        assertEquals(PaymentState.REFUNDED, told.payment().state());
        var wrongKey = assertInstanceOf(Opened.Refused.class, openV2(file, v2Notice(v2Key.replace('a', 'b'), ID)));
        assertTrue(wrongKey.why().contains("cannot be decrypted"), wrongKey.why());
        var entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><req_info>&e;</req_info></xml>";
        assertEquals(
                400,
                assertInstanceOf(Opened.Refused.class, openV2(file, entity)).status());
        var foreign = v2Notice(v2Key, ID.replace('4', '1'));
        assertEquals(
                400,
                assertInstanceOf(Opened.Refused.class, openV2(file, foreign)).status());
    }

    private Opened openV2(Path file, String body) {
        return new WeChatV2Notices(m -> WeChatCredentials.read(file), gateway(file))
                .open(merchant(), new Notice(name -> Optional.empty(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String v2Notice(String key, String transactionId) throws Exception {
        var inner = "<root><transaction_id><![CDATA[" + transactionId + "]]></transaction_id>"
                + "<refund_id><![CDATA[50000408942018111907145868882]]></refund_id></root>";
        var md5 = MessageDigest.getInstance("MD5").digest(key.getBytes(StandardCharsets.UTF_8));
        var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        var hex = HexFormat.of().formatHex(md5).getBytes(StandardCharsets.UTF_8);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hex, "AES"));
        var info = Base64.getEncoder().encodeToString(cipher.doFinal(inner.getBytes(StandardCharsets.UTF_8)));
        return "<xml><return_code>SUCCESS</return_code><req_info><![CDATA[" + info + "]]></req_info></xml>";
    }

    @Test
    void aQuestionHeardTwiceIsRefusedTheSecondTime() throws Exception {
        var credentials = WeChatCredentials.read(simulator.signUp(MCHID, "wx1"));
        pay(MCHID);
        var path = "/v3/pay/transactions/id/" + ID + "?mchid=" + MCHID;
        var header = new RequestSigner(credentials, clock).authorization("GET", path, "");
        assertEquals(200, get(path, header).statusCode());
        var again = get(path, header);
        assertEquals(401, again.statusCode());
        assertTrue(again.body().contains("SIGN_ERROR") && again.body().contains("nonce_str"), again.body());
    }

    @Test
    void aSignatureOfTheOtherKindIsRefused() throws Exception {
        var credentials = WeChatCredentials.read(simulator.signUp(MCHID, "wx1", Trust.SM));
        var path = "/v3/certificates?algorithm_type=SM2";
        var header = new RequestSigner(credentials, clock).authorization("GET", path, "");
        var disguised = header.replace("WECHATPAY2-SM2-WITH-SM3", "WECHATPAY2-SHA256-RSA2048");
        assertEquals(401, get(path, disguised).statusCode());
        assertEquals(200, get(path, header).statusCode());
    }

    @Test
    void aCodeOfTheWalletTellsTheOpenidOnce() throws Exception {
        var secret = Files.readString(simulator.signUp(MCHID, "wx1").resolveSibling("app_secret"));
        simulator.hold("payer-9", false);
        var code = code("wx1", "MicroMessenger/8.0");
        assertEquals(40125, token("wx1", "wrong", code).getInteger("errcode"));
        assertEquals("payer-9", token("wx1", secret, code).getString("openid"));
        assertEquals(40163, token("wx1", secret, code).getInteger("errcode"));
        assertEquals(40029, token("wx1", secret, "none").getInteger("errcode"));
        var late = code("wx1", "MicroMessenger/8.0 Openid/o-7");
        clock.moveAhead(Duration.ofMinutes(6));
        assertEquals(40029, token("wx1", secret, late).getInteger("errcode"));
        var own = code("wx1", "MicroMessenger/8.0 Openid/o-7");
        assertEquals("o-7", token("wx1", secret, own).getString("openid"));
        simulator.hold("throw-away", true);
        assertEquals(1, token("wx1", secret, code("wx1", "MicroMessenger/8.0")).getInteger("is_snapshotuser"));
    }

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0, wx1, http://127.0.0.1/back, 请在微信客户端打开链接",
        "MicroMessenger, wx9, http://127.0.0.1/back, appid参数错误",
        "MicroMessenger, wx1, http://elsewhere.example/back, 10003",
    })
    void theWalletRefusesWhatTheRealOneRefuses(String agent, String appid, String redirect, String says)
            throws Exception {
        simulator.signUp(MCHID, "wx1");
        var page = authorise(agent, appid, redirect);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains(says), page.body());
    }

    private String code(String appid, String agent) throws Exception {
        var location = authorise(agent, appid, "http://127.0.0.1/back")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertTrue(location.startsWith("http://127.0.0.1/back?code=") && location.endsWith("&state=s1"), location);
        return location.replaceFirst(".*code=", "").replaceFirst("&.*", "");
    }

    private HttpResponse<String> authorise(String agent, String appid, String redirect) throws Exception {
        var uri = URI.create(simulator.url() + "/connect/oauth2/authorize?appid=" + appid + "&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8)
                + "&response_type=code&scope=snsapi_base&state=s1");
        return HTTP.send(HttpRequest.newBuilder(uri).header("User-Agent", agent).build(), BodyHandlers.ofString());
    }

    private JsonObject token(String appid, String secret, String code) throws Exception {
        var uri = URI.create(simulator.url() + "/sns/oauth2/access_token?appid=" + appid + "&secret=" + secret
                + "&code=" + code + "&grant_type=authorization_code");
        return new JsonObject(HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
    }

    private HttpResponse<String> get(String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("User-Agent", "test")
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private void pay(String mchid) {
        simulator.putOrder(mchid, "bill-7", ID, "openid-1", 1280, "SUCCESS");
    }

    private WeChatPayGateway gateway(Path file) {
        return new WeChatPayGateway(merchant -> WeChatCredentials.read(file), platform);
    }

    private Answer find(Path file, String kind, String value) {
        return gateway(file).find(merchant(), new PaymentReference("wechat", kind, value));
    }

    private Payment found(Path file) {
        var answer = find(file, "transaction_id", ID);
        return assertInstanceOf(Answer.Found.class, answer, answer.toString()).payment();
    }

    private static void unavailable(String why, Answer answer) {
        var unavailable = assertInstanceOf(Answer.Unavailable.class, answer);
        assertTrue(unavailable.why().contains(why), unavailable.why());
    }

    private Opened open(Path file, JsonObject sent) {
        var headers = sent.getJsonObject("headers");
        var body = sent.getString("notice").getBytes(StandardCharsets.UTF_8);
        return new WeChatNotices(merchant -> WeChatCredentials.read(file), platform)
                .open(merchant(), new Notice(name -> Optional.ofNullable(headers.getString(name)), body));
    }

    /// What the simulator sends for the order; to itself, where nobody takes it.
    private JsonObject notice(String path, JsonObject body) throws Exception {
        var sent = control(path, body.put("url", simulator.url().toString()));
        assertEquals(200, sent.statusCode(), sent.body());
        return new JsonObject(sent.body());
    }

    private HttpResponse<String> control(String path, JsonObject body) throws Exception {
        var whole = new JsonObject()
                .put("mchid", MCHID)
                .put("out_trade_no", "bill-7")
                .mergeIn(body);
        var request = HttpRequest.newBuilder(simulator.control().resolve(path))
                .POST(BodyPublishers.ofString(whole.encode()))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static Merchant merchant() {
        return new Merchant("m", Wording.of("m"), Locale.CHINESE, "main", Optional.empty());
    }
}
