package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.Phone;
import slipstream.cloudlink.service.town.Town;

/// The payer's own page, and invitations, over HTTP.
class PayerPageTest {
    /// What WeChat's rules about external links forbid: gain for passing a link on, or asking to.
    private static final Pattern SHARING = Pattern.compile(
            "分享|转发|邀请好友|好友|朋友圈|奖励|得券|share|forward|friends?\\b|reward|earn|get .* for inviting",
            Pattern.CASE_INSENSITIVE);

    @TempDir
    static Path directory;

    private static Town town;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory, new MovableClock());
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static URI me(URI link, String below) {
        return URI.create(link + "/me" + below);
    }

    private static String reason(String merchant, String openid) {
        return town.identify(merchant, town.pay(merchant, openid)).reason();
    }

    @Test
    void everyCodeLeadsToThePayersPage() {
        var link = town.link("books", "own");
        try (var phone = Phone.wechat("own")) {
            assertTrue(phone.open(link).body().contains(link.getPath() + "/me?lang=zh"));
            assertTrue(phone.press(link, "").body().contains(link.getPath() + "/me?lang=zh"));
            var page = phone.open(me(link, ""));
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("全场图书九折"), page.body());
            assertTrue(page.body().contains("不再识别我的付款"));
        }
        try (var other = Phone.plain()) {
            var used = other.open(link);
            assertEquals(410, used.statusCode());
            assertTrue(used.body().contains(link.getPath() + "/me?lang=zh"), "a used one, too");
        }
    }

    @Test
    void aPayerSeesVouchersOfEveryShopOnAnyPhone() {
        var first = town.link("books", "rich");
        var second = URI.create(town.identify("tea", town.pay("tea", "rich")).url());
        try (var phone = Phone.wechat("rich");
                var again = Phone.wechat("rich")) {
            phone.open(me(first, ""));
            assertEquals(200, phone.press(first, "").statusCode());
            var body = again.open(me(second, "")).body();
            assertTrue(body.contains("可使用的券") && body.contains("全场图书九折"), body);
            assertTrue(body.contains("待领取") && body.contains(second.getPath()), body);
            var voucher = again.open(first).body();
            assertTrue(voucher.contains("领取成功"), voucher);
        }
    }

    @Test
    void optingOutHoldsFromTheNextReceiptOnAtEveryTill() {
        var link = town.link("books", "leave");
        try (var phone = Phone.wechat("leave")) {
            phone.open(me(link, ""));
            var page = phone.post(me(link, "/off"), "");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("已不再识别您的付款"), page.body());
            for (var merchant : new String[] {"books", "coffee", "tea"}) {
                assertEquals("opted-out", reason(merchant, "leave"));
            }
            assertTrue(phone.post(me(link, "/on"), "").body().contains("不再识别我的付款"));
            assertEquals("marked", reason("books", "leave"));
        }
    }

    @Test
    void whoeverHoldsTheReceiptMaySwitchOffButNeitherSeeNorSwitchOnNorDelete() {
        var link = town.link("books", "careless");
        try (var finder = Phone.plain()) {
            assertTrue(finder.post(me(link, "/off"), "").body().contains("已不再识别您的付款"));
            assertEquals("opted-out", reason("books", "careless"));
            assertEquals(403, finder.post(me(link, "/on"), "").statusCode());
            assertEquals("{ }", finder.open(me(link, "/data.json")).body());
            finder.post(me(link, "/delete"), "");
        }
        try (var payer = Phone.wechat("careless")) {
            payer.open(me(link, ""));
            assertTrue(payer.open(me(link, "/data.json")).body().contains("\"mark\""), "all is still there");
            payer.post(me(link, "/on"), "");
            assertEquals("marked", reason("books", "careless"));
        }
    }

    @Test
    void whatIsKeptIsToldToPeopleAndToPrograms() {
        var link = town.link("books", "curious");
        try (var phone = Phone.wechat("curious")) {
            phone.open(me(link, ""));
            phone.press(link, "");
            var page = phone.open(URI.create(me(link, "/data") + "?lang=en")).body();
            for (var word :
                    new String[] {"Payments", "12.80 CNY", "Found Time Books", "Vouchers", "since a payment at"}) {
                assertTrue(page.contains(word), word + " in " + page);
            }
            assertFalse(Pattern.compile("[0-9a-f]{64}").matcher(page).find());
            assertFalse(page.matches("(?s).*<dt>[a-z]+_[a-z_]+</dt>.*"), "each field has a word of its own");
            var answer = phone.open(me(link, "/data.json"));
            assertTrue(answer.headers()
                    .firstValue("Content-Disposition")
                    .orElseThrow()
                    .startsWith("attachment"));
            var json = new JsonObject(answer.body());
            assertEquals(2, json.getJsonArray("payment").size());
            assertEquals("books", json.getJsonArray("mark").getJsonObject(0).getString("source_merchant"));
            assertEquals("1280", json.getJsonArray("payment").getJsonObject(0).getString("amount"));
        }
    }

    @Test
    void deletionLeavesAStranger() {
        var link = town.link("books", "vanish");
        try (var phone = Phone.wechat("vanish")) {
            phone.open(me(link, ""));
            phone.press(link, "");
            assertTrue(phone.open(me(link, "/delete")).body().contains("删除全部？"));
            assertTrue(phone.post(me(link, "/delete"), "").body().contains("已全部删除"));
            assertEquals(404, phone.open(link).statusCode());
            assertEquals("first-payment", reason("books", "vanish"));
        }
    }

    @Test
    void deletionMayComeWithTheWishToBeLeftAlone() {
        var link = town.link("books", "gone");
        try (var phone = Phone.wechat("gone")) {
            phone.open(me(link, ""));
            phone.post(me(link, "/delete"), "off=1");
            assertEquals("opted-out", reason("books", "gone"));
        }
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        var link = town.link("books", "target");
        try (var phone = Phone.wechat("target")) {
            phone.open(me(link, ""));
            for (var form : new String[] {"/off", "/delete"}) {
                assertEquals(403, phone.foreign(me(link, form)).statusCode());
            }
            assertEquals("marked", reason("books", "target"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void whereNoCampaignSaysSoThereIsNotAWordOfInviting(String language) {
        var link = town.link("books", "quiet" + language);
        try (var phone = Phone.wechat("quiet" + language)) {
            var page =
                    phone.open(URI.create(me(link, "") + "?lang=" + language)).body();
            assertTrue(page.contains(language.equals("zh") ? "我的数据" : "My data"));
            assertFalse(page.contains("/invitation"), page);
            assertFalse(SHARING.matcher(text(page)).find(), page);
            assertFalse(phone.post(me(link, "/invitation"), "").body().contains("/I/"));
        }
    }

    private static String text(String page) {
        return page.replaceAll("(?s)<style>.*?</style>|<[^>]+>", " ");
    }

    @Test
    void whoFollowsAnInvitationIsMarkedByItAndTheInvitingPayerIsThankedLater() throws Exception {
        town.service
                .administration()
                .addCampaign("c", "id = \"inviting\"\nmerchants = [\"bare\"]\ninvitations = true\n");
        try {
            var link = town.link("books", "host");
            try (var host = Phone.wechat("host");
                    var guest = Phone.wechat("guest");
                    var plain = Phone.plain()) {
                var mine = host.open(me(link, "")).body();
                assertTrue(mine.contains("显示我的链接"), mine);
                var shown = host.post(me(link, "/invitation"), "").body();
                assertFalse(SHARING.matcher(text(shown)).find(), shown);
                var matcher =
                        Pattern.compile("http://[^<]*/I/books/[0-9A-Z]{16}").matcher(shown);
                assertTrue(matcher.find(), shown);
                var invitation = URI.create(matcher.group());
                assertTrue(host.post(me(link, "/invitation"), "").body().contains(matcher.group()), "always the same");

                assertTrue(plain.open(invitation).body().contains("请用微信打开此链接"));
                assertEquals(403, plain.post(invitation, "").statusCode());
                assertEquals(409, post(host, invitation), "one does not invite oneself");
                assertFalse(SHARING.matcher(text(guest.open(invitation).body())).find());
                assertEquals(200, post(guest, invitation));
                assertTrue(guest.post(invitation, "").body().contains("您已经是这里的顾客"));

                assertEquals("marked", reason("books", "guest"), "the first payment, and known already");
                var thanked = host.open(me(link, "")).body();
                assertTrue(thanked.contains("答谢礼"), thanked);
                assertEquals(410, over(guest, invitation).intValue());
            }
        } finally {
            town.service
                    .administration()
                    .campaigns()
                    .forEach(one -> assertTrue(one.stoppedAt().isPresent()));
        }
    }

    private static Integer over(Phone phone, URI invitation) throws Exception {
        town.service.administration().stopCampaign("inviting");
        return phone.open(invitation).statusCode();
    }

    private static int post(Phone phone, URI invitation) {
        phone.open(invitation);
        return phone.post(invitation, "").statusCode();
    }

    @Test
    void addressesAreTakenInAnyLetterCaseAndUnknownOnesAreRefused() {
        var link = town.link("books", "lower").toString();
        try (var phone = Phone.wechat("lower")) {
            assertEquals(
                    200,
                    phone.open(me(URI.create(link.toLowerCase(Locale.ROOT)), ""))
                            .statusCode());
            assertEquals(
                    404,
                    phone.open(town.service.open().resolve("/C/0000000000000000/me"))
                            .statusCode());
            assertEquals(
                    404, phone.open(town.service.open().resolve("/me/nowhere")).statusCode());
            assertEquals(
                    404,
                    phone.open(town.service.open().resolve("/I/books/0000000000000000"))
                            .statusCode());
            assertEquals(
                    200, phone.open(town.service.open().resolve("/me/books")).statusCode());
        }
    }
}
