package slipstream.cloudlink.service.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.gateway.alipay.simulator.AlipaySimulator;
import slipstream.cloudlink.service.gateway.alipay.simulator.Mode;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.merchant.Platform;
import slipstream.cloudlink.service.town.Acquirer;
import slipstream.cloudlink.service.town.NoSecretsInLogs;
import slipstream.cloudlink.service.town.Phone;
import slipstream.cloudlink.service.town.Town;

/// A town pays by WeChat Pay, by Alipay and by card, claims, is given money back and fails, all of it logged from debug
/// on. Nothing in the log tells who
/// paid, for which receipt, or would let its reader claim or redeem anything.
class PrivacyTest {
    private static final Path LOG = Path.of("target", "test.log");
    private static final String APP = "2021003126695999";
    private static final String CARD = "card_private_x7Kq9";
    private static final List<Behaviour.Kind> WRONG =
            List.of(Behaviour.Kind.GARBAGE, Behaviour.Kind.FAILING, Behaviour.Kind.TAMPERED);
    private static final Pattern VOUCHER = Pattern.compile("<p class=\"code\">(?:<span[^>]*>[^<]*</span>)?([^<]+)</p>");

    @TempDir
    Path directory;

    private final Set<String> secrets = new TreeSet<>();

    @Test
    void noLineTellsWhoPaidOrWouldLetAnybodyClaim() throws Exception {
        try (var town = new Town(directory);
                var phone = Town.phone();
                var other = Town.phone()) {
            for (int i = 0; i < 5; i++) {
                var payer = "oPrivate_" + i + "_x7Kq9";
                secrets.add(payer);
                visit(town, payer);
                var link = visit(town, payer);
                secrets.add(token(link));
                Town.get(phone, link);
                claim(phone, link);
                Town.claim(other, link, "");
            }
            goWrong(town, phone);
            alipay(town, phone);
            acquirer(town, phone);
            var log = Files.readString(LOG);
            assertTrue(log.contains("claimed: item"), "the log is read, and has what happened");
            for (var secret : secrets) {
                assertFalse(log.contains(secret), "logged: " + secret);
            }
        }
        NoSecretsInLogs.check(directory);
    }

    private void claim(HttpClient phone, URI link) {
        var page = Town.claim(phone, link, "").body();
        var voucher = VOUCHER.matcher(page);
        assertTrue(voucher.find(), page);
        secrets.add(voucher.group(1).strip());
        secrets.add(voucher.group(1).replaceAll("[^0-9A-Z]", ""));
    }

    /// Somebody pays by Alipay, which vouches for them, tells that the money was given back, and goes wrong.
    private void alipay(Town town, HttpClient phone) throws Exception {
        var any = new Listen("127.0.0.1", 0);
        try (var alipay = AlipaySimulator.start(directory.resolve("alipay"), any, any, Clock.systemUTC());
                var wallet = Phone.alipay("aPrivate_x7Kq9")) {
            secrets.add("aPrivate_x7Kq9");
            var administration = town.service.administration();
            administration.entrust("books", Platform.ALIPAY, alipay.signUp(APP, "2088123412341234", Mode.ENCRYPTED));
            IdentifyAnswer answer = null;
            for (int i = 1; i <= 2; i++) {
                var number = "202611222200140000000000000" + i;
                secrets.addAll(List.of(number, "PRIVATE-T-" + i));
                alipay.putTrade(APP, number, "PRIVATE-T-" + i, "aPrivate_x7Kq9", 1280, "TRADE_SUCCESS");
                answer = town.identify("books", new PaymentReference("alipay", "trade_no", number));
            }
            var link = URI.create(answer.url());
            secrets.add(token(link));
            assertEquals(200, wallet.open(link).statusCode());
            claim(phone, link);
            var refund = new JsonObject()
                    .put("app_id", APP)
                    .put("out_trade_no", "PRIVATE-T-2")
                    .put("url", town.service.open() + "/notify/alipay/books");
            var given = Town.send(
                    phone,
                    HttpRequest.newBuilder(alipay.control().resolve("/refunds"))
                            .POST(HttpRequest.BodyPublishers.ofString(refund.encode()))
                            .build());
            assertEquals(200, given.statusCode(), given.body());
            for (var how : WRONG) {
                alipay.behave(new Behaviour(how, 0));
                var number = "20261122220014000000000001" + how.ordinal();
                secrets.add(number);
                town.identify("books", new PaymentReference("alipay", "trade_no", number));
            }
        }
    }

    /// Somebody pays by card, of which the bank tells.
    private void acquirer(Town town, HttpClient phone) throws Exception {
        var bank = new Acquirer(town, directory);
        secrets.addAll(List.of(Acquirer.NUMBER, CARD, "txn_private_1", "txn_private_2"));
        assertEquals(204, bank.tell("e1", "payment.succeeded", "txn_private_1", "2026-11-21", 1280, CARD));
        assertEquals(204, bank.tell("e2", "payment.succeeded", "txn_private_2", "2026-11-22", 990, CARD));
        card(town, "2026-11-21", 1280);
        var link = URI.create(card(town, "2026-11-22", 990).url());
        secrets.add(token(link));
        claim(phone, link);
        assertEquals(204, bank.tell("e3", "payment.refunded", "txn_private_2", "2026-11-22", 990, CARD));
    }

    private static IdentifyAnswer card(Town town, String day, long cents) {
        return Messages.IDENTIFY_ANSWER.read(
                town.ask("books", Messages.IDENTIFY_REQUEST.write(Acquirer.question(day, cents)))
                        .body());
    }

    /// Somebody pays at the bookshop and its box asks, by one number and by the other.
    private URI visit(Town town, String payer) {
        var paid = town.pay("books", payer);
        secrets.add(paid);
        secrets.add(Town.outTradeNo(paid));
        var answer = town.identify("books", paid);
        assertEquals(
                answer, town.identify("books", new PaymentReference("wechat", "out_trade_no", Town.outTradeNo(paid))));
        return answer.url() == null ? null : URI.create(answer.url());
    }

    private void goWrong(Town town, HttpClient phone) {
        var unknown = "4200009876202611220123456789";
        secrets.add(unknown);
        town.identify("books", unknown);
        town.ask(
                "books",
                "{\"reference\":{\"scheme\":\"wechat\",\"kind\":\"transaction_id\",\"value\":\"" + unknown + "1\"}}");
        for (var how : WRONG) {
            town.wechat.behave(new Behaviour(how, 0));
            var paid = town.pay("books", "oPrivate_unlucky");
            secrets.add(paid);
            town.identify("books", paid);
        }
        town.wechat.behave(Behaviour.NORMAL);
        secrets.add("oPrivate_unlucky");
        Town.get(phone, town.service.open().resolve("/C/8CPFME9QS6MK5TPP"));
        secrets.add("8CPFME9QS6MK5TPP");
        var forged = HttpRequest.newBuilder(town.service.open().resolve("/notify/wechat/books"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"" + unknown + "\"}"))
                .build();
        Town.send(phone, forged);
    }

    private static String token(URI link) {
        return link.getPath().replaceFirst(".*/", "");
    }
}
