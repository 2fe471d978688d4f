package slipstream.cloudlink.service.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RedeemAnswer.Outcome;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.alipay.simulator.AlipaySimulator;
import slipstream.cloudlink.service.gateway.alipay.simulator.Mode;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.town.Acquirer;
import slipstream.cloudlink.service.town.NoSecretsInLogs;
import slipstream.cloudlink.service.town.Town;

/// Each platform tells, in its own manner and over HTTP, that a payment was given back: links are taken back, and
/// vouchers that were not used.
class RefundNoticeTest {
    private static final String V2_KEY = "v2v2v2v2v2v2v2v2v2v2v2v2v2v2v2v2";
    private static final String APP = "2021003126695999";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        town = new Town(directory);
    }

    @AfterEach
    void close() throws Exception {
        NoSecretsInLogs.check(directory);
        http.close();
        town.close();
    }

    @Test
    void weChatPayTells() {
        town.identify("books", town.pay("books", "w"));
        var paid = town.pay("books", "w");
        var link = URI.create(town.identify("books", paid).url());
        assertEquals(204, town.refund("books", paid));
        isTakenBack(link);
    }

    @Test
    void weChatPayTellsByApiV2() throws Exception {
        var sheet = town.wechat.credentials().get(Town.MCHIDS.get("books"));
        Files.writeString(sheet, "\nv2-key = \"" + V2_KEY + "\"\n", StandardOpenOption.APPEND);
        town.service.administration().entrust("books", Platform.WECHAT, sheet);
        town.identify("books", town.pay("books", "v2"));
        var paid = town.pay("books", "v2");
        var link = URI.create(town.identify("books", paid).url());
        var voucher = town.voucher("books", link);
        town.becomes("books", paid, "v2", "REFUND");
        var notice = "<root><transaction_id>" + paid + "</transaction_id><refund_id>5000</refund_id></root>";
        var xml = "<xml><return_code>SUCCESS</return_code><req_info>" + encrypted(notice) + "</req_info></xml>";
        assertEquals(200, post("/notify/wechat-v2/books", xml));
        isTakenBack(link);
        var used = town.ask(
                "books", "/v1/redeem", Messages.REDEEM_REQUEST.write(new RedeemRequest("1", "r", voucher.value())));
        assertEquals(
                Outcome.TAKEN_BACK, Messages.REDEEM_ANSWER.read(used.body()).outcome());
        assertEquals(400, post("/notify/wechat-v2/books", xml.replace("<req_info>", "<req_info>AAAA")));
    }

    /// The notice's key is the MD5 of the merchant's, in small hexadecimal letters; AES in ECB mode.
    private static String encrypted(String text) throws Exception {
        var hash = MessageDigest.getInstance("MD5").digest(V2_KEY.getBytes(UTF_8));
        var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(HexFormat.of().formatHex(hash).getBytes(UTF_8), "AES"));
        return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(UTF_8)));
    }

    @Test
    void alipayTells() throws Exception {
        var any = new Listen("127.0.0.1", 0);
        try (var alipay = AlipaySimulator.start(directory.resolve("alipay"), any, any, Clock.systemUTC())) {
            var sheet = alipay.signUp(APP, "2088123412341234", Mode.PLAIN);
            town.service.administration().entrust("books", Platform.ALIPAY, sheet);
            alipay.putTrade(APP, "2026112222001400000000000001", "T-1", "a", 1280, "TRADE_SUCCESS");
            alipay.putTrade(APP, "2026112222001400000000000002", "T-2", "a", 1280, "TRADE_SUCCESS");
            town.identify("books", new PaymentReference("alipay", "trade_no", "2026112222001400000000000001"));
            var second = new PaymentReference("alipay", "trade_no", "2026112222001400000000000002");
            var link = URI.create(town.identify("books", second).url());
            var sent = control(
                    alipay.control(),
                    new JsonObject()
                            .put("app_id", APP)
                            .put("out_trade_no", "T-2")
                            .put("url", town.service.open() + "/notify/alipay/books"));
            assertEquals(200, sent.getInteger("status"));
            assertEquals("success", sent.getString("answer"));
            isTakenBack(link);
        }
    }

    @Test
    void anAcquirerTellsOfCardsByTerminalAndDay() throws Exception {
        var bank = new Acquirer(town, directory);
        // The same number on two days: two payments.
        assertEquals(204, bank.tell("e1", "payment.succeeded", "txn_1", "2026-11-21", 1280, "card-1"));
        assertEquals(204, bank.tell("e2", "payment.succeeded", "txn_2", "2026-11-22", 990, "card-1"));
        assertEquals("first-payment", card("2026-11-21", 1280).getString("reason"));
        var answer = card("2026-11-22", 990);
        assertEquals("marked", answer.getString("reason"));
        assertEquals("unknown-payment", card("2026-11-23", 990).getString("reason"));
        var link = URI.create(answer.getString("url"));
        assertEquals(204, bank.tell("e3", "payment.refunded", "txn_2", "2026-11-22", 990, "card-1"));
        isTakenBack(link);
        assertEquals(401, post("/notify/webhook/books", "{}"));
    }

    private JsonObject card(String day, long cents) {
        var response = town.ask("books", Messages.IDENTIFY_REQUEST.write(Acquirer.question(day, cents)));
        assertEquals(200, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }

    private void isTakenBack(URI link) {
        var page = Town.get(http, URI.create(link + "?lang=en"));
        assertEquals(410, page.statusCode());
        assertTrue(page.body().contains("This coupon was taken back"), page.body());
    }

    private int post(String path, String body) {
        var request = HttpRequest.newBuilder(town.service.open().resolve(path))
                .POST(BodyPublishers.ofString(body))
                .build();
        return Town.send(http, request).statusCode();
    }

    private JsonObject control(URI control, JsonObject body) {
        var request = HttpRequest.newBuilder(control.resolve("/refunds"))
                .POST(BodyPublishers.ofString(body.encode()))
                .build();
        return new JsonObject(Town.send(http, request).body());
    }
}
