package slipstream.cloudlink.service.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.service.gateway.wechat.simulator.Behaviour;
import slipstream.cloudlink.service.town.NoSecretsInLogs;
import slipstream.cloudlink.service.town.Town;

/// A town pays, claims, is given money back and fails, all of it logged from debug on. Nothing in the log tells who
/// paid, for which receipt, or would let its reader claim or redeem anything.
class PrivacyTest {
    private static final Path LOG = Path.of("target", "test.log");
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
                var page = Town.claim(phone, link, "").body();
                var voucher = VOUCHER.matcher(page);
                assertTrue(voucher.find(), page);
                secrets.add(voucher.group(1).strip());
                secrets.add(voucher.group(1).replaceAll("[^0-9A-Z]", ""));
                Town.claim(other, link, "");
            }
            goWrong(town, phone);
            var log = Files.readString(LOG);
            assertTrue(log.contains("claimed: item"), "the log is read, and has what happened");
            for (var secret : secrets) {
                assertFalse(log.contains(secret), "logged: " + secret);
            }
        }
        NoSecretsInLogs.check(directory);
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
        for (var how : new Behaviour.Kind[] {Behaviour.Kind.GARBAGE, Behaviour.Kind.FAILING, Behaviour.Kind.TAMPERED}) {
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
