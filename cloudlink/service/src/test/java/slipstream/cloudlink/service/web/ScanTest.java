package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RefundAnswer.Outcome;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokensRequest;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.merchant.Wording;
import slipstream.cloudlink.service.town.Phone;
import slipstream.cloudlink.service.town.Town;

/// Receipts of which nobody could be asked who paid: the page behind their code asks who scans it.
class ScanTest {
    @TempDir
    static Path directory;

    private static Town town;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory);
        town.service.close();
        town.service = IdentificationService.start(town.configuration.withLoginMerchant("coffee"));
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void whoPaidInCashIsKnownByTheBrowserAndGetsALinkTheSecondTime() {
        try (var phone = Phone.plain()) {
            var first = town.cash("books");
            assertTrue(phone.open(first).body().contains("看一看"), "looking decides nothing");
            assertTrue(phone.post(first, "").body().contains("很高兴认识您"));
            var second = town.cash("books");
            var offer = phone.post(second, "");
            assertTrue(offer.body().contains("全场图书九折"), offer.body());
            assertTrue(phone.press(offer.uri(), "").body().contains("领取成功"));
            assertTrue(phone.open(URI.create(offer.uri().toString().replaceAll("[?].*", "") + "/me"))
                    .body()
                    .contains("可使用的券"));
            try (var other = Phone.plain()) {
                var late = other.post(first, "");
                assertEquals(410, late.statusCode(), late.body());
            }
        }
    }

    @Test
    void inAWalletThePayerIsWhoTheWalletSays() {
        town.identify("books", town.pay("books", "scanner"));
        try (var phone = Phone.wechat("scanner")) {
            var code = town.cash("books");
            assertTrue(phone.open(code).body().contains("看一看"));
            assertTrue(phone.post(code, "").body().contains("全场图书九折"), "known from a payment by WeChat");
        }
    }

    @Test
    void whatAWalletHasPaidOnlyAWalletVouchesFor() {
        var token = town.token("books");
        var reference = new PaymentReference("alipay", "trade_no", "2026112222001400001234567890");
        town.printed(
                "books",
                new TokenUse(token, "1", "alipay-1", "alipay", Instant.now().toString(), reference, null, null, null));
        try (var phone = Phone.plain()) {
            var page = phone.open(town.code(token));
            assertEquals(403, page.statusCode());
            assertTrue(page.body().contains("仅限付款人本人领取"), page.body());
            assertEquals(403, phone.post(town.code(token), "").statusCode());
        }
    }

    @Test
    void whatAReceiptSaysWasGivenBackIsTakenBackAtItsMerchantAlone() {
        var reference = new PaymentReference("stripe", "payment_intent", "pi_3MtwBwLkdIwHu7ix28a3tqPa");
        try (var phone = Phone.plain()) {
            phone.post(town.cash("books"), "");
            var token = town.token("books");
            town.printed(
                    "books",
                    new TokenUse(token, "1", "pi", "cash", Instant.now().toString(), reference, null, null, null));
            var offer = phone.post(town.code(token), "");
            assertTrue(offer.body().contains("全场图书九折"), offer.body());
            assertEquals(Outcome.UNKNOWN, refund("coffee", reference));
            assertTrue(phone.open(offer.uri()).body().contains("全场图书九折"));
            assertEquals(Outcome.GIVEN_BACK, refund("books", reference));
            assertEquals(410, phone.open(offer.uri()).statusCode());
            assertEquals(410, phone.press(offer.uri(), "").statusCode());
        }
    }

    @Test
    void theOwnPageIsReachedFromTheCodeOfABoxesToken() {
        var code = town.cash("books");
        var own = URI.create(code + "/me");
        try (var phone = Phone.plain()) {
            assertEquals(200, phone.open(own).statusCode(), "before it was scanned");
            phone.post(code, "");
            assertEquals(200, phone.open(own).statusCode());
            assertEquals(200, phone.open(URI.create(own + "/data")).statusCode());
            assertEquals(404, phone.open(town.code("0".repeat(16) + "/me")).statusCode());
        }
    }

    @Test
    void ofAPlatformsPaymentThePlatformIsAsked() {
        town.identify("books", town.pay("books", "returner"));
        var paid = town.pay("books", "returner");
        var link = URI.create(town.identify("books", paid).url());
        var reference = new PaymentReference("wechat", "transaction_id", paid);
        try (var phone = Phone.plain()) {
            assertEquals(Outcome.NOT_GIVEN_BACK, refund("books", reference));
            assertEquals(200, phone.open(link).statusCode());
            town.becomes("books", paid, "returner", "REFUND");
            assertEquals(Outcome.GIVEN_BACK, refund("books", reference));
            assertEquals(410, phone.open(link).statusCode());
        }
    }

    private static Outcome refund(String merchant, PaymentReference reference) {
        var request = Messages.REFUND_REQUEST.write(new RefundRequest("1", reference, null, null));
        var answer = town.ask(merchant, "/v1/refund", request);
        assertEquals(200, answer.statusCode(), answer.body());
        return Messages.REFUND_ANSWER.read(answer.body()).outcome();
    }

    @Test
    void whereAMerchantHasNoApplicationTheHouseVouches() throws Exception {
        var code = stall("stall", "4200009998202611220000000001");
        try (var phone = Phone.wechat("passer-by");
                var other = Phone.wechat("somebody-else")) {
            assertTrue(phone.open(code).body().contains("看一看"));
            var offer = phone.post(code, "");
            assertTrue(offer.body().contains("送一根葱"), offer.body());
            assertTrue(other.open(offer.uri()).body().contains("这份礼遇属于付款人本人"));
            assertTrue(phone.press(offer.uri(), "").body().contains("领取成功"));
        }
    }

    @Test
    void whereNeitherMerchantNorHouseCanVouchTheBrowserCountsAsThePayer() throws Exception {
        town.service.close();
        town.service = IdentificationService.start(town.configuration);
        try (var phone = Phone.plain();
                var other = Phone.plain()) {
            var code = stall("kiosk", "4200009998202611220000000002");
            assertTrue(phone.open(code).body().contains("看一看"));
            var offer = phone.post(code, "");
            assertTrue(offer.body().contains("送一根葱"), offer.body());
            assertTrue(phone.press(offer.uri(), "").body().contains("领取成功"));
            assertEquals(403, other.post(code, "").statusCode(), "another browser is somebody else");
        } finally {
            town.service.close();
            town.service = IdentificationService.start(town.configuration.withLoginMerchant("coffee"));
        }
    }

    /// The code on a receipt paid by WeChat Pay, of a merchant that has entrusted us with nothing.
    private static URI stall(String id, String transaction) throws Exception {
        var administration = town.service.administration();
        administration.addMerchant(new Merchant(id, Wording.of("小摊"), Locale.CHINESE, "main", Optional.empty()));
        administration.addItem(id, Wording.of("送一根葱"), Optional.empty(), 7);
        administration.addCampaign(
                "c",
                "id = \"" + id + "\"\nmerchants = [\"" + id + "\"]\npayers = [\"new\", \"member\"]\n"
                        + "[link]\nfor = \"payer\"");
        administration.addDevice(id, "till", directory.resolve("box-" + id));
        try (var box = Town.client(directory.resolve("box-" + id))) {
            var request = town.request("/v1/tokens", Messages.TOKENS_REQUEST.write(new TokensRequest(1, null)));
            var token = Messages.TOKENS_ANSWER
                    .read(Town.send(box, request).body())
                    .tokens()
                    .getFirst();
            var reference = new PaymentReference("wechat", "transaction_id", transaction);
            var use = new TokenUse(
                    token, "1", id + "-1", "wechat", Instant.now().toString(), reference, null, null, null);
            Town.send(box, town.request("/v1/tokens/used", Messages.TOKEN_USE.write(use)));
            return town.code(token);
        }
    }

    @Test
    void aCodeThatNoReceiptCarriesYetGivesNothing() {
        try (var phone = Phone.plain()) {
            var page = phone.open(town.code(town.token("books")));
            assertEquals(404, page.statusCode());
            assertTrue(page.body().contains("二维码尚未就绪"), page.body());
        }
    }
}
