package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.alipay.simulator.AlipaySimulator;
import slipstream.cloudlink.service.gateway.alipay.simulator.Mode;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.MovableClock;
import slipstream.cloudlink.service.town.NoSecretsInLogs;
import slipstream.cloudlink.service.town.Phone;
import slipstream.cloudlink.service.town.Town;

/// Links that are their payer's alone: the wallets say whose phone it is, over real HTTP.
class WalletTest {
    private static final MovableClock CLOCK = MovableClock.standing();
    private static final String FOR_PAYERS = "id = \"%s\"\nmerchants = [\"%s\"]\n[link]\nfor = \"payer\"\n";

    @TempDir
    static Path directory;

    private static Town town;
    private static AlipaySimulator alipay;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory, CLOCK);
        town.service.administration().addCampaign("c", FOR_PAYERS.formatted("strict", "coffee"));
        var any = new Listen("127.0.0.1", 0);
        alipay = AlipaySimulator.start(directory.resolve("alipay"), any, any, CLOCK);
    }

    @AfterAll
    static void close() throws Exception {
        NoSecretsInLogs.check(directory);
        alipay.close();
        town.close();
    }

    @AfterEach
    void wechatIsNobodysPhone() {
        town.wechat.hold("somebody", false);
    }

    @Test
    void onlyThePayerClaimsWhatIsForThePayer() {
        var link = town.link("coffee", "alone");
        try (var stranger = Phone.wechat("stranger");
                var payer = Phone.wechat("alone");
                var again = Phone.wechat("alone")) {
            var refused = stranger.open(link);
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("这份礼遇属于付款人本人"), refused.body());
            assertEquals(403, stranger.press(link, item()).statusCode());

            var offer = payer.open(link);
            assertEquals(200, offer.statusCode());
            assertEquals(Optional.of("asked=1"), asked(offer));
            assertEquals(200, payer.press(link, item()).statusCode());
            assertTrue(again.open(link).body().contains("领取成功"), "on any phone of the same payer");
            assertEquals(403, stranger.open(link).statusCode());
        }
    }

    private static Optional<String> asked(HttpResponse<String> response) {
        var query = response.uri().getQuery();
        return Optional.ofNullable(query)
                .map(text -> text.replaceFirst(".*(asked=1).*", "$1"))
                .filter("asked=1"::equals);
    }

    private static String item() {
        return town.service.administration().items().stream()
                .filter(one -> one.merchantId().equals("coffee"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @ParameterizedTest
    @CsvSource({"zh, 请打开微信", "en, Open WeChat"})
    void aPlainBrowserIsToldHowToOpenIt(String language, String says) {
        var link = URI.create(town.link("coffee", "plain") + "?lang=" + language);
        try (var phone = Phone.plain()) {
            var page = phone.open(link);
            assertEquals(403, page.statusCode());
            assertTrue(page.body().contains(says), page.body());
            assertFalse(page.body().contains(language.equals("zh") ? "支付宝" : "Alipay"), "this shop has none");
            assertEquals(403, phone.press(link, "").statusCode());
        }
    }

    @Test
    void whoeverHoldsAReceiptForBearersIsAskedNothing() {
        try (var phone = Phone.wechat("finder")) {
            var page = phone.open(town.link("books", "loser"));
            assertEquals(200, page.statusCode());
            assertEquals(Optional.empty(), asked(page));
        }
    }

    @Test
    void aSnapshotIsNobody() {
        town.wechat.hold("snap", true);
        try (var phone = Phone.wechat("")) {
            var page = phone.open(town.link("coffee", "snap"));
            assertEquals(403, page.statusCode());
            assertTrue(page.body().contains("这只是页面快照"), page.body());
        }
    }

    @Test
    void theWayBackIsGoodForThisBrowserOnlyAndOnce() {
        var link = town.link("coffee", "bound");
        try (var phone = Phone.wechat("bound");
                var other = Phone.wechat("bound")) {
            phone.followNothing();
            other.followNothing();
            var wallet = location(phone.open(link));
            assertTrue(
                    wallet.toString()
                            .matches(".*/authorize\\?appid=[^&]+&redirect_uri=[^&]+&response_type=code"
                                    + "&scope=snsapi_base&state=[0-9a-f]{40}#wechat_redirect"),
                    wallet.toString());
            location(other.open(link));
            var back = location(phone.open(wallet));
            assertEquals(400, other.open(back).statusCode(), "another browser, in a login of its own");
            try (var third = Phone.wechat("bound")) {
                assertEquals(400, third.open(back).statusCode(), "a browser that asked nothing");
            }
            var swapped = URI.create(back.toString().replaceFirst("state=[0-9a-f]{4}", "state=0000"));
            assertEquals(400, phone.open(swapped).statusCode(), "another state");
            assertEquals(303, phone.open(back).statusCode());
            assertEquals(400, phone.open(back).statusCode(), "the code is used up");
        }
    }

    @Test
    void aLoginThatTakesTooLongIsBegunAgain() {
        var link = town.link("coffee", "slow");
        try (var phone = Phone.wechat("slow")) {
            phone.followNothing();
            var back = location(phone.open(location(phone.open(link))));
            CLOCK.moveAhead(Duration.ofMinutes(11));
            assertEquals(400, phone.open(back).statusCode());
        }
    }

    @Test
    void aBrowserWithoutCookiesIsNotSentAroundForEver() {
        var link = town.link("coffee", "forgetful");
        try (var phone = Phone.withoutCookies("forgetful")) {
            assertEquals(400, phone.open(link).statusCode(), "who comes back is not believed");
            var page = phone.open(URI.create(link + "?asked=1"));
            assertEquals(403, page.statusCode());
            assertTrue(page.body().contains("仅限付款人本人领取"), page.body());
        }
    }

    @Test
    void afterAnHourTheWalletIsAskedAgain() {
        var link = town.link("coffee", "later");
        try (var phone = Phone.wechat("later")) {
            assertEquals(200, phone.open(link).statusCode());
            phone.followNothing();
            assertEquals(200, phone.open(link).statusCode());
            CLOCK.moveAhead(Duration.ofMinutes(61));
            assertEquals(303, phone.open(link).statusCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void alipayVouchesInEachOfItsModes(Mode mode) throws Exception {
        var app = "202100312669500" + mode.ordinal();
        var id = "noodles-" + mode.name().toLowerCase(Locale.ROOT);
        var administration = town.service.administration();
        var credentials = alipay.signUp(app, "2088123412341234", mode);
        administration.addMerchant(
                new Merchant(id, Wording.of("面馆"), Locale.CHINESE, "main", Optional.empty()),
                Map.of(Platform.ALIPAY, credentials));
        administration.addItem(id, Wording.of("加面免费"), Optional.empty(), 7);
        administration.addCampaign("c", "payers = [\"new\", \"member\"]\n" + FOR_PAYERS.formatted(id, id));
        var device = directory.resolve("box-" + id);
        administration.addDevice(id, "till", device);
        var number = "20261122220014000000000000" + "%02d".formatted(mode.ordinal());
        alipay.putTrade(app, number, "T-" + number, "eater", 1280, "TRADE_SUCCESS");
        var question = IdentifyRequest.of("1", new PaymentReference("alipay", "trade_no", number), null);
        try (var box = Town.client(device);
                var stranger = Phone.alipay("stranger");
                var payer = Phone.alipay("eater");
                var inWeChat = Phone.wechat("eater")) {
            var answer = Town.send(box, town.identifyRequest(Messages.IDENTIFY_REQUEST.write(question)));
            var link = URI.create(Messages.IDENTIFY_ANSWER.read(answer.body()).url());
            assertTrue(stranger.open(link).body().contains("这份礼遇属于付款人本人"));
            assertTrue(inWeChat.open(link).body().contains("请打开支付宝"), "WeChat knows nobody here");
            assertEquals(200, payer.open(link).statusCode());
            assertTrue(payer.press(link, "").body().contains("领取成功"));
        }
    }

    @Test
    void addressesAreNotToBeGuessed() {
        var pattern = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");
        var token = town.link("books", "guess").getPath().substring(3);
        assertTrue(pattern.matcher(token).matches(), "16 characters of 5 bits: 80 bits");
        try (var guesser = Phone.from("203.0.113.7");
                var neighbour = Phone.from("203.0.113.8")) {
            var guess = town.service.open().resolve("/C/0000000000000000");
            for (int i = 0; i < 1000; i++) {
                assertEquals(404, guesser.open(guess).statusCode());
            }
            var refused = guesser.open(guess);
            assertEquals(429, refused.statusCode());
            assertEquals(Optional.of("60"), refused.headers().firstValue("Retry-After"));
            assertEquals(429, guesser.open(town.link("books", "guess")).statusCode(), "not even a good one");
            assertEquals(404, neighbour.open(guess).statusCode());
        }
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }
}
