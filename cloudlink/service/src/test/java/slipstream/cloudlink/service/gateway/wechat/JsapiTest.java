package slipstream.cloudlink.service.gateway.wechat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.Checkout.Order;
import slipstream.cloudlink.service.gateway.Payment.PayerId;
import slipstream.cloudlink.service.gateway.PaymentGateway.Answer;
import slipstream.cloudlink.service.gateway.PaymentState;
import slipstream.cloudlink.service.gateway.WalletCheckout.Call;
import slipstream.cloudlink.service.gateway.WalletLogin.Vouched;
import slipstream.cloudlink.service.gateway.client.PlatformClient;
import slipstream.cloudlink.service.gateway.wechat.simulator.Trust;
import slipstream.cloudlink.service.gateway.wechat.simulator.WeChatPaySimulator;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.NoSecretsInLogs;
import slipstream.cloudlink.service.town.Phone;

/// Paying within WeChat, against the simulator: both modes, and everything the platform does not take.
class JsapiTest {
    private static final String MCHID = "1900000401";
    private static final String SUB = "1900000402";
    private static final Money PRICE = new Money(19_900, "CNY");
    private static final Merchant SHOP =
            new Merchant("shop", Wording.of("店"), Locale.CHINESE, "main", Optional.empty());

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private WeChatPaySimulator simulator;
    private PlatformClient client;
    private WeChatPlatform platform;

    @BeforeEach
    void open() throws Exception {
        var any = new Listen("127.0.0.1", 0);
        simulator = WeChatPaySimulator.start(directory, any, any, Map.of(MCHID, "wx1"), clock);
        client = new PlatformClient(Duration.ofSeconds(5), 1000, clock);
        platform = new WeChatPlatform(client, clock);
    }

    @AfterEach
    void close() throws Exception {
        NoSecretsInLogs.check(directory);
        client.close();
        simulator.close();
    }

    private WeChatCredentials held(Path file) throws IOException {
        return WeChatCredentials.read(file);
    }

    private WeChatJsapi jsapi(WeChatCredentials held) {
        return new WeChatJsapi(merchant -> held, platform, clock);
    }

    /// Has WeChat vouch for somebody, as a page does before it sells.
    private PayerId vouched(WeChatCredentials held, String openid) throws IOException {
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

    /// Nobody listens for its notice here: what became of it is asked.
    private static Order order(String number, String subject, Money price) {
        return new Order(
                number,
                subject,
                price,
                URI.create("http://127.0.0.1/back"),
                URI.create("http://127.0.0.1:1/notify"),
                "127.0.0.1");
    }

    /// What WeChat answers the page on somebody's phone.
    private JsonObject tap(Call call, String openid, JsonObject changed) {
        var json = new JsonObject()
                .put("openid", openid)
                .put("appId", call.appId())
                .put("timeStamp", call.timeStamp())
                .put("nonceStr", call.nonceStr())
                .put("package", call.packaged())
                .put("signType", "RSA")
                .put("paySign", call.paySign())
                .mergeIn(changed);
        try (var phone = Phone.plain()) {
            return new JsonObject(phone.post(simulator.control().resolve("/jsapi"), json.encode())
                    .body());
        }
    }

    private static String said(JsonObject answer) {
        return answer.getString("err_msg").replaceFirst("get_brand_wcpay_request:", "");
    }

    private void isPaid(WeChatCredentials held, String number, String openid) throws Exception {
        var found = assertInstanceOf(
                Answer.Found.class,
                new WeChatPayGateway(merchant -> held, platform)
                        .find(SHOP, new PaymentReference("wechat", "out_trade_no", number), Optional.empty()));
        assertEquals(PaymentState.SUCCESSFUL, found.payment().state());
        assertEquals(Optional.of(PRICE), found.payment().amount());
        assertEquals(openid, found.payment().payer().orElseThrow().openid());
    }

    @Test
    void anOrderOfThePayersOwnIsPaidByTheSignedCallAndByNoOther() throws Exception {
        var held = held(simulator.credentials().get(MCHID));
        var payer = vouched(held, "openid-buyer");
        var call = jsapi(held).place(SHOP, order("S000001", "十杯卡", PRICE), payer);
        assertEquals("wx1", call.appId());
        var nothing = new JsonObject();
        assertEquals("fail", said(tap(call, "openid-other", nothing)), "another phone");
        for (var part : List.of("timeStamp", "nonceStr", "package", "appId", "signType", "paySign")) {
            var changed = new JsonObject().put(part, part.equals("timeStamp") ? "1000000000" : "x");
            assertEquals("fail", said(tap(call, "openid-buyer", changed)), part);
        }
        assertEquals("cancel", said(tap(call, "openid-buyer", new JsonObject().put("cancel", true))));
        assertEquals("ok", said(tap(call, "openid-buyer", nothing)));
        isPaid(held, "S000001", "openid-buyer");
        assertEquals("fail", said(tap(call, "openid-buyer", nothing)), "once");
        assertFalse(call.toString().contains(call.packaged()), "not for logs");
    }

    @ParameterizedTest
    @CsvSource({"wx-sub", "''"})
    void aServiceProviderPlacesItForItsSubMerchant(String subAppid) throws Exception {
        var held = held(simulator.signUpSubMerchant(MCHID, SUB, subAppid));
        var payer = vouched(held, "openid-guest");
        assertEquals("wx1", payer.appid(), "the provider's application vouches");
        var call = jsapi(held).place(SHOP, order("S000002", "十杯卡", PRICE), payer);
        assertEquals("ok", said(tap(call, "openid-guest", new JsonObject())));
        isPaid(held, "S000002", "openid-guest");
    }

    @Test
    void theWindowClosesTwoHoursAfterTheOrder() throws Exception {
        var held = held(simulator.credentials().get(MCHID));
        var call = jsapi(held).place(SHOP, order("S000003", "十杯卡", PRICE), vouched(held, "openid-late"));
        clock.moveAhead(Duration.ofHours(2).plusSeconds(1));
        assertEquals("fail", said(tap(call, "openid-late", new JsonObject())));
    }

    @Test
    void onlyANameOfTheOrdersApplicationIsThePayers() throws Exception {
        var jsapi = jsapi(held(simulator.credentials().get(MCHID)));
        var names = List.of(new PayerId("wx9", "openid-elsewhere"), new PayerId("wx1", "openid-here"));
        assertEquals(Optional.of(names.get(1)), jsapi.payer(SHOP, names));
        assertEquals(Optional.empty(), jsapi.payer(SHOP, names.subList(0, 1)));
        assertTrue(jsapi.serves(SHOP));
        assertFalse(jsapi(held(simulator.signUp("1900000499", "wx3", Trust.SM))).serves(SHOP), "RSA only");
    }

    @Test
    void thePlatformRefusesWhatDoesNotBelongTogether() throws Exception {
        var held = held(simulator.credentials().get(MCHID));
        var payer = vouched(held, "openid-buyer");
        refused("PARAM_ERROR", held, order("S000004", "十杯卡", PRICE), new PayerId("wx1", "openid-nobody"));
        refused("PARAM_ERROR", held, order("S", "十杯卡", PRICE), payer);
        refused("PARAM_ERROR", held, order("S000004", "十".repeat(128), PRICE), payer);
        refused("PARAM_ERROR", held, order("S000004", "十杯卡", new Money(0, "CNY")), payer);
        refused("PARAM_ERROR", held, order("S000004", "十杯卡", new Money(100, "USD")), payer);
        refused(
                "APPID_MCHID_NOT_MATCH",
                with(held, new Account.Direct(MCHID, "wx9")),
                order("S000004", "十", PRICE),
                payer);
        refused(
                "PARAM_ERROR",
                with(held, new Account.Direct("1900000999", "wx1")),
                order("S000004", "十", PRICE),
                payer);
        refused(
                "NO_AUTH",
                with(held, new Account.Partner(MCHID, "wx1", "1900000998", Optional.empty())),
                order("S000004", "十", PRICE),
                payer);
        simulator.signUpSubMerchant(MCHID, SUB, "wx-sub");
        refused(
                "APPID_MCHID_NOT_MATCH",
                with(held, new Account.Partner(MCHID, "wx1", SUB, Optional.of("wx-other"))),
                order("S000004", "十", PRICE),
                payer);
        jsapi(held).place(SHOP, order("S000005", "十杯卡", PRICE), payer);
        refused("OUT_TRADE_NO_USED", held, order("S000005", "十杯卡", PRICE), payer);
    }

    private void refused(String code, WeChatCredentials held, Order order, PayerId payer) {
        var jsapi = jsapi(held);
        var refusal = assertThrows(IOException.class, () -> jsapi.place(SHOP, order, payer));
        // Who signs for a stranger is not recognised at all.
        var expected = held.account().asker().equals(MCHID) ? code : "SIGN_ERROR";
        assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    }

    private static WeChatCredentials with(WeChatCredentials held, Account account) {
        return new WeChatCredentials(
                account,
                held.serial(),
                held.key(),
                held.apiV3Key(),
                held.platformKeys(),
                held.v2Key(),
                held.app(),
                held.base());
    }
}
