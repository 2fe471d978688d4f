package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static slipstream.cloudlink.service.town.Chromium.accessible;
import static slipstream.cloudlink.service.town.Chromium.follow;
import static slipstream.cloudlink.service.town.Chromium.heading;
import static slipstream.cloudlink.service.town.Chromium.nextPage;
import static slipstream.cloudlink.service.town.Chromium.noOverflow;
import static slipstream.cloudlink.service.town.Chromium.press;
import static slipstream.cloudlink.service.town.Chromium.tallPicture;
import static slipstream.cloudlink.service.town.Chromium.text;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.Chromium;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Phone;
import slipstream.cloudlink.service.town.Town;

/// What payers see in their wallet and on a desktop, in Chromium: looked at by axe-core, and left in pictures for
/// people to look at.
class PayerBrowserTest {
    /// What WeChat puts into every page it opens, some time after the page is there; it does as it is told here.
    private static final String BRIDGE = """
            addEventListener('load', () => {
              window.WeixinJSBridge = {invoke: (name, call, done) => { window.asked = {name, call, done}; }};
              document.dispatchEvent(new Event('WeixinJSBridgeReady'));
            });""";

    @TempDir
    static Path directory;

    private static Town town;
    private static Chromium browsers;

    @BeforeAll
    static void open() throws Exception {
        browsers = new Chromium(directory);
        town = new Town(directory, new MovableClock());
        var administration = town.service.administration();
        administration.locate("coffee", Optional.of(new Wording("中山路 18 号 一层", "18 Zhongshan Road, ground floor")));
        administration.addCampaign("c", "id = \"strict\"\nmerchants = [\"coffee\"]\n[link]\nfor = \"payer\"\n");
        administration.addCampaign("c", "id = \"books\"\nmerchants = [\"books\", \"tea\"]\ninvitations = true\n");
    }

    @AfterAll
    static void close() {
        if (town != null) {
            town.close();
        }
    }

    @AfterEach
    void putAway() {
        browsers.close();
    }

    private static void check(ChromeDriver browser, String picture) throws IOException {
        tallPicture(browser, picture);
        noOverflow(browser);
        accessible(browser);
    }

    private static ChromeDriver wechat(String language, String openid) {
        return browsers.wallet(language, "MicroMessenger/8.0.50 Openid/" + openid);
    }

    @Test
    void thePayerClaimsInWeChatAndFindsTheVoucherAndItsPlace() throws Exception {
        var link = town.link("coffee", "browser-payer");
        var phone = wechat("zh-CN", "browser-payer");
        phone.get(link.toString());
        assertEquals("请选一张优惠券", heading(phone));
        check(phone, "payer-offer-zh");
        press(phone);
        assertEquals("领取成功", heading(phone));
        assertTrue(text(phone).contains("中山路 18 号 一层"));
        check(phone, "payer-voucher-zh");
        follow(phone, "我的券和我的数据");
        assertEquals("我的页面", heading(phone));
        check(phone, "own-zh");

        var stranger = wechat("zh-CN", "browser-stranger");
        stranger.get(link.toString());
        assertEquals("这份礼遇属于付款人本人", heading(stranger));
        check(stranger, "of-another-zh");
    }

    @Test
    void aDesktopIsToldHowToOpenWhatIsForThePayer() throws Exception {
        var desktop = browsers.desktop("en-GB");
        desktop.get(town.link("coffee", "browser-desk").toString());
        assertEquals("Only for the person who paid", heading(desktop));
        check(desktop, "who-desktop-en");
        follow(desktop, "My vouchers and my data");
        check(desktop, "own-desktop-en");
    }

    @Test
    void whatIsKeptIsReadStoppedAndDeleted() throws Exception {
        var link = town.link("books", "browser-rights");
        var phone = wechat("en-GB", "browser-rights");
        phone.get(link.toString());
        press(phone);
        town.identify("tea", town.pay("tea", "browser-rights"));
        follow(phone, "My vouchers and my data");
        check(phone, "own-en");
        press(phone, "form[action*='/invitation'] button");
        check(phone, "own-invitation-en");
        follow(phone, "What is kept about me");
        assertTrue(text(phone).contains("12.80 CNY"));
        check(phone, "data-en");
        follow(phone, "Back to my page");
        press(phone, "form[action*='/off'] button");
        assertTrue(text(phone).contains("not recognised any more"));
        check(phone, "own-off-en");
        assertEquals(
                "opted-out",
                town.identify("books", town.pay("books", "browser-rights")).reason());
        follow(phone, "Delete everything");
        check(phone, "delete-en");
        press(phone);
        assertEquals("Everything was deleted", heading(phone));
        check(phone, "deleted-en");
    }

    @Test
    void aPayerAsksToBeToldByWeChatAndThinksBetterOfIt() throws Exception {
        TellingTest.setUp(town, "books");
        town.identify("books", town.pay("books", "browser-told"));
        for (var language : new String[] {"zh-CN", "en-GB"}) {
            var phone = wechat(language, "browser-told");
            phone.get(town.service.open() + "/me/books");
            check(phone, "own-tell-" + language.substring(0, 2));
            press(phone, "form[action*='/tell'] button");
            check(phone, "own-told-" + language.substring(0, 2));
            press(phone, "form[action*='/hush'] button");
            assertTrue(
                    phone.findElements(By.cssSelector("form[action*='/hush']")).isEmpty());
        }
    }

    @Test
    void anInvitationIsFollowedInWeChat() throws Exception {
        var link = town.link("books", "browser-host");
        var host = wechat("zh-CN", "browser-host");
        host.get(link + "/me");
        press(host, "form[action*='/invitation'] button");
        var invitation = host.findElement(By.className("address")).getText();
        check(host, "own-invitation-zh");
        var desktop = browsers.desktop("zh-CN");
        desktop.get(invitation);
        check(desktop, "invited-desktop-zh");
        var guest = wechat("zh-CN", "browser-guest");
        guest.get(invitation);
        check(guest, "invited-zh");
        press(guest);
        assertEquals("欢迎加入", heading(guest));
        check(guest, "joined-zh");
    }

    @Test
    void anItemIsBoughtFromAPhonesBrowser() throws Exception {
        town.service
                .administration()
                .addItem(
                        "tea",
                        new Wording("十杯卡", "Ten teas"),
                        Optional.of(new Wording("三个月内使用。", "To be used within three months.")),
                        90,
                        Optional.empty(),
                        Optional.of(new Money(19_900, "CNY")));
        var phone = browsers.phone("en-GB");
        phone.get(town.service.open() + "/me/tea");
        follow(phone, "Buy a voucher of this shop");
        check(phone, "shop-en");
        press(phone);
        check(phone, "pay-en");
        follow(phone, "Go to payment");
        press(phone);
        assertEquals("It is yours", heading(phone));
        assertTrue(text(phone).contains("Ten teas"));
        check(phone, "bought-en");
    }

    @Test
    void anItemIsBoughtWithinWeChatByItsOwnPaymentWindow() throws Exception {
        town.service
                .administration()
                .addItem(
                        "coffee",
                        new Wording("十杯卡", "Ten coffees"),
                        Optional.empty(),
                        90,
                        Optional.empty(),
                        Optional.of(new Money(19_900, "CNY")));
        var bare = wechat("en-GB", "browser-bare");
        bare.get(town.service.open() + "/buy/coffee");
        press(bare);
        assertTrue(text(bare).contains("your phone's own browser"), "nothing happens where WeChat's script is missing");
        check(bare, "pay-wechat-bare-en");
        var phone = wechat("zh-CN", "browser-buyer");
        phone.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", BRIDGE));
        phone.get(town.service.open() + "/buy/coffee");
        check(phone, "shop-wechat-zh");
        press(phone);
        assertEquals("getBrandWCPayRequest", phone.executeScript("return asked.name"));
        check(phone, "pay-wechat-zh");
        phone.executeScript("asked.done({err_msg: 'get_brand_wcpay_request:cancel'}); asked = null");
        assertTrue(text(phone).contains("您关闭了付款窗口"));
        check(phone, "pay-wechat-cancelled-zh");
        phone.findElement(By.id("pay")).click();
        var call = new JsonObject(String.valueOf(phone.executeScript("return JSON.stringify(asked.call)")));
        try (var wallet = Phone.plain()) {
            var answer = wallet.post(
                            town.wechat.control().resolve("/jsapi"),
                            call.put("openid", "browser-buyer").encode())
                    .body();
            nextPage(phone, () -> phone.executeScript("asked.done(" + answer + ")"));
        }
        assertEquals("领取成功", heading(phone));
        check(phone, "bought-wechat-zh");
    }

    @Test
    void whatIsWrongWithAPageIsFound() {
        var phone = browsers.phone("en-GB");
        phone.get(town.service.open() + "/me/tea");
        phone.executeScript("document.querySelector('h1').style.color = '#eee'");
        assertTrue(assertThrows(AssertionError.class, () -> accessible(phone))
                .getMessage()
                .contains("color-contrast"));
    }

    @Test
    void theKeyboardReachesEverythingInTheOrderInWhichItIsRead() throws Exception {
        var link = town.link("books", "browser-tabs");
        var phone = wechat("en-GB", "browser-tabs");
        phone.get(URI.create(link + "/me").toString());
        double last = -1;
        int stops = phone.findElements(By.cssSelector("a,button,input")).size();
        for (int i = 0; i < stops; i++) {
            phone.switchTo().activeElement().sendKeys(Keys.TAB);
            var y = ((Number) phone.executeScript(
                            "return document.activeElement.getBoundingClientRect().top + window.scrollY"))
                    .doubleValue();
            assertTrue(y >= last, "stop " + i + " is below the one before");
            last = y;
            var outline = phone.executeScript("return getComputedStyle(document.activeElement).outlineStyle");
            assertEquals("solid", outline, "one sees where one is");
        }
        nextPage(phone, () -> phone.switchTo().activeElement().sendKeys(Keys.ENTER));
        assertEquals("Delete everything?", heading(phone), "the last stop");
    }

    @Test
    void halfTheWidthIsEnough() throws Exception {
        var link = town.link("coffee", "browser-half");
        var narrow = browsers.phone("zh-CN", 195, 422);
        for (var page : new String[] {"", "/me", "/me/data", "/me/delete"}) {
            narrow.get(link + page);
            check(narrow, "half" + page.replace('/', '-'));
        }
    }
}
