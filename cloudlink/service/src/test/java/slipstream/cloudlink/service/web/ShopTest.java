package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.alipay.simulator.AlipaySimulator;
import slipstream.cloudlink.service.gateway.alipay.simulator.Mode;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Phone;
import slipstream.cloudlink.service.town.Town;

/// Buying an item, with both platforms' checkouts, over HTTP.
class ShopTest {
    private static final MovableClock CLOCK = new MovableClock();
    private static final Pattern PAGE = Pattern.compile("<a class=\"button\" href=\"([^\"]+)\"");
    private static final Pattern TAP = Pattern.compile("action=\"([^\"]+)\"");

    @TempDir
    static Path directory;

    private static Town town;
    private static AlipaySimulator alipay;
    private static String item;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory, CLOCK);
        item = forSale("coffee");
        var any = new Listen("127.0.0.1", 0);
        alipay = AlipaySimulator.start(directory.resolve("alipay"), any, any, CLOCK);
    }

    private static String forSale(String merchant) throws Exception {
        return town.service
                .administration()
                .addItem(
                        merchant,
                        new Wording("十杯卡", "Ten coffees"),
                        Optional.empty(),
                        90,
                        Optional.empty(),
                        Optional.of(new Money(19_900, "CNY")));
    }

    @AfterAll
    static void close() {
        alipay.close();
        town.close();
    }

    private static URI shop(String merchant) {
        return town.service.open().resolve("/buy/" + merchant);
    }

    /// Orders, and opens the checkout's page; where its button leads.
    private static URI cashier(Phone phone, String merchant, String id, String by) {
        var ordered = phone.post(shop(merchant), "item=" + id + "&by=" + by);
        assertEquals(200, ordered.statusCode(), ordered.body());
        var page = PAGE.matcher(ordered.body());
        assertTrue(page.find(), ordered.body());
        var checkout = URI.create(page.group(1).replace("&amp;", "&").replace("&#x3D;", "="));
        var shown = phone.open(checkout);
        assertEquals(200, shown.statusCode(), shown.body());
        assertTrue(shown.body().contains("¥199.00"), shown.body());
        var tap = TAP.matcher(shown.body());
        assertTrue(tap.find());
        return checkout.resolve(tap.group(1));
    }

    @Test
    void anItemIsBoughtThroughWeChatPayFromAPlainBrowser() {
        try (var phone = Phone.plain()) {
            var page = phone.open(shop("coffee")).body();
            assertTrue(page.contains("十杯卡") && page.contains("199.00") && page.contains("用微信支付付款"), page);
            var voucher = phone.post(cashier(phone, "coffee", item, "wechat"), "");
            assertEquals(200, voucher.statusCode());
            assertTrue(voucher.body().contains("领取成功") && voucher.body().contains("十杯卡"), voucher.body());
            try (var other = Phone.plain()) {
                assertEquals(410, other.open(voucher.uri()).statusCode(), "nobody else's");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsBoughtThroughAlipayInEachOfItsModes(Mode mode) throws Exception {
        var id = "shop-" + mode.name().toLowerCase(Locale.ROOT);
        town.service
                .administration()
                .addMerchant(
                        new Merchant(id, Wording.of("面馆"), Locale.CHINESE, "main", Optional.empty()),
                        Map.of(
                                Platform.ALIPAY,
                                alipay.signUp("202100312669600" + mode.ordinal(), "2088123412341234", mode)));
        var dear = forSale(id);
        try (var phone = Phone.alipay("buyer")) {
            var voucher = phone.post(cashier(phone, id, dear, "alipay"), "");
            assertTrue(voucher.body().contains("领取成功"), voucher.body());
        }
    }

    @Test
    void whoHasNotPaidIsToldSoAndTheVoucherComesWithThePayment() {
        try (var phone = Phone.plain()) {
            var tap = cashier(phone, "coffee", item, "wechat");
            phone.followNothing();
            var paid = phone.post(tap, "");
            var back = URI.create(paid.headers().firstValue("Location").orElseThrow());
            try (var other = Phone.plain()) {
                var stranger = other.open(back);
                assertEquals(202, stranger.statusCode());
                assertFalse(stranger.body().contains("/C/"), "the link is its buyer's");
            }
            assertEquals(303, phone.open(back).statusCode());
            var unpaid =
                    phone.post(shop("coffee"), "item=" + item + "&by=wechat").body();
            var page = PAGE.matcher(unpaid);
            assertTrue(page.find());
            var number = page.group(1).replaceAll(".*%2F(S[0-9A-Z]+).*", "$1");
            var waiting = phone.open(URI.create(shop("coffee") + "/" + number));
            assertEquals(202, waiting.statusCode());
            assertTrue(waiting.body().contains("尚未付款"), waiting.body());
        }
    }

    /// What the page within WeChat calls the payment window with, and where it leads afterwards.
    private static JsonObject call(String page, String openid) {
        var call = new JsonObject().put("openid", openid).put("signType", "RSA");
        for (var part : List.of("appId", "timeStamp", "nonceStr", "package", "paySign", "back")) {
            var attribute = Pattern.compile(
                    "data-" + part.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "=\"([^\"]+)\"");
            var found = attribute.matcher(page);
            assertTrue(found.find(), page);
            call.put(part, found.group(1).replace("&#x3D;", "=").replace("&#x2F;", "/"));
        }
        return call;
    }

    @Test
    void withinWeChatThePayerIsAskedForAndBuysInTheWalletsOwnWindow() {
        try (var phone = Phone.wechat("buyer-here");
                var control = Phone.plain()) {
            var page = phone.open(shop("coffee"));
            assertTrue(page.body().contains("用微信支付付款"), page.body());
            var ordered = phone.post(shop("coffee"), "item=" + item + "&by=wechat");
            assertEquals(200, ordered.statusCode(), ordered.body());
            var policy = ordered.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.contains("script-src 'sha256-"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertFalse(ordered.body().contains("buyer-here"), "the payer's id is not on the page");
            assertTrue(ordered.body().contains(shop("coffee").toString()), "where else one can pay");
            var call = call(ordered.body(), "buyer-here");
            var back = URI.create(call.getString("back"));
            assertEquals(202, phone.open(back).statusCode(), "not paid yet");
            var paid = control.post(town.wechat.control().resolve("/jsapi"), call.encode());
            assertEquals("get_brand_wcpay_request:ok", new JsonObject(paid.body()).getString("err_msg"));
            var voucher = phone.open(back);
            assertTrue(voucher.body().contains("领取成功") && voucher.body().contains("十杯卡"), voucher.body());
            assertTrue(
                    phone.open(town.service.open().resolve("/me/coffee")).body().contains("十杯卡"));
        }
    }

    @Test
    void whoCannotBeKnownInWeChatIsToldWhereOneCanPay() {
        try (var phone = Phone.withoutCookies("buyer-lost")) {
            assertTrue(
                    phone.open(URI.create(shop("coffee") + "?asked=1")).body().contains("请用手机自带的浏览器"));
            assertEquals(
                    400,
                    phone.post(shop("coffee"), "item=" + item + "&by=wechat").statusCode());
        }
    }

    @Test
    void whatCannotBeBoughtIsRefused() {
        try (var phone = Phone.plain()) {
            var given = town.service.administration().items().getFirst().id();
            for (var form : new String[] {
                "", "item=nothing&by=wechat", "item=" + item + "&by=cash", "item=" + given + "&by=wechat"
            }) {
                assertEquals(400, phone.post(shop("coffee"), form).statusCode(), form);
            }
            assertEquals(403, phone.foreign(shop("coffee")).statusCode());
            assertEquals(404, phone.open(shop("nowhere")).statusCode());
            assertEquals(404, phone.open(URI.create(shop("coffee") + "/S000")).statusCode());
            assertTrue(phone.open(shop("books")).body().contains("目前没有可购买的券"));
        }
    }

    @Test
    void aPlatformThatIsDownTakesNoOrderAndNobodyIsLeftInTheDark() {
        town.wechat.behave(new Behaviour(Behaviour.Kind.FAILING, 0));
        try (var phone = Phone.plain()) {
            var refused = phone.post(shop("coffee"), "item=" + item + "&by=wechat");
            assertEquals(503, refused.statusCode());
            assertTrue(refused.body().contains("暂时无法打开付款页面"), refused.body());
        } finally {
            town.wechat.behave(Behaviour.NORMAL);
        }
    }
}
