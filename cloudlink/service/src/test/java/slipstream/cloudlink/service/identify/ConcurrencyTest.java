package slipstream.cloudlink.service.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.IdentificationService;
import slipstream.cloudlink.service.store.Kind;
import slipstream.cloudlink.service.town.Town;

/// Many askers and many phones at once, over real HTTP; and what is left after a restart.
@ParameterizedClass
@EnumSource
class ConcurrencyTest {
    @Parameter
    private Kind kind;

    @TempDir
    Path directory;

    private Town town;

    @BeforeEach
    void open() throws Exception {
        town = new Town(directory, Clock.systemUTC(), kind);
    }

    @AfterEach
    void close() {
        if (town != null) {
            town.close();
        }
    }

    @Test
    void twoHundredQuestionsAboutOnePaymentGetOneDecision() {
        town.identify("coffee", town.pay("coffee", "one"));
        var paid = town.pay("coffee", "one");
        var answers = askAtOnce(IntStream.range(0, 200).mapToObj(i -> paid).toList());
        assertEquals(1, new HashSet<>(answers).size());
        assertEquals("marked", answers.getFirst().reason());
    }

    @Test
    void bothNamesOfAPaymentAskedAtOnceGetOneDecision() {
        town.identify("coffee", town.pay("coffee", "two"));
        var paid = town.pay("coffee", "two");
        var references = new ArrayList<PaymentReference>();
        for (int i = 0; i < 50; i++) {
            references.add(new PaymentReference("wechat", "transaction_id", paid));
            references.add(new PaymentReference("wechat", "out_trade_no", Town.outTradeNo(paid)));
        }
        assertEquals(1, new HashSet<>(askReferencesAtOnce(references)).size());
    }

    @Test
    void ofManyFirstPaymentsOfOnePayerOneMarks() {
        var paid = IntStream.range(0, 40)
                .mapToObj(i -> town.pay("coffee", "eager"))
                .toList();
        var answers = askAtOnce(paid);
        assertEquals(
                1,
                answers.stream().filter(a -> a.reason().equals("first-payment")).count());
        assertEquals(
                39,
                answers.stream()
                        .map(IdentifyAnswer::url)
                        .filter(u -> u != null)
                        .distinct()
                        .count());
    }

    @Test
    void aHundredPhonesOnOneLinkGetOneCoupon() {
        var link = town.link("coffee", "popular");
        var item = item("coffee");
        var phones = new ArrayList<HttpClient>();
        var replies = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try {
            for (int i = 0; i < 100; i++) {
                phones.add(Town.phone());
                replies.add(phones.get(i).sendAsync(Town.claimRequest(link, item), BodyHandlers.ofString()));
            }
            var statuses =
                    replies.stream().map(reply -> reply.join().statusCode()).toList();
            assertEquals(1, statuses.stream().filter(s -> s == 200).count());
            assertEquals(99, statuses.stream().filter(s -> s == 409).count());
            var seen = IntStream.range(0, 100)
                    .filter(i -> Town.get(phones.get(i), link).statusCode() == 200)
                    .boxed()
                    .toList();
            assertEquals(List.of(statuses.indexOf(200)), seen, "only the phone that was first sees the voucher");
        } finally {
            phones.forEach(HttpClient::close);
        }
    }

    @Test
    void oneImpatientPhoneGetsOneCoupon() {
        var link = town.link("coffee", "impatient");
        try (var phone = Town.phone()) {
            var first = Town.claim(phone, link, item("coffee"));
            var second = Town.claim(phone, link, item("tea"));
            assertEquals(200, second.statusCode());
            assertEquals(code(first.body()), code(second.body()));
        }
    }

    @Test
    void twoServicesOnOneDatabaseAgree() throws Exception {
        town.identify("coffee", town.pay("coffee", "twins"));
        var paid = town.pay("coffee", "twins");
        var body = Messages.IDENTIFY_REQUEST.write(
                IdentifyRequest.of("1", new PaymentReference("wechat", "transaction_id", paid), null));
        var link = town.link("coffee", "twins-claim");
        try (var twin = IdentificationService.start(town.configuration);
                var box = newBox();
                var otherBox = newBox();
                var phone = Town.phone()) {
            var there = HttpRequest.newBuilder(twin.api().resolve("/v1/identify"))
                    .POST(BodyPublishers.ofString(body))
                    .build();
            var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            var claimed = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 0; i < 40; i++) {
                asked.add(box.sendAsync(town.identifyRequest(body), BodyHandlers.ofString()));
                asked.add(otherBox.sendAsync(there, BodyHandlers.ofString()));
                var elsewhere = twin.open().resolve(link.getPath());
                claimed.add(phone.sendAsync(
                        Town.claimRequest(i % 2 == 0 ? link : elsewhere, item("coffee")), BodyHandlers.ofString()));
            }
            var tokens = asked.stream()
                    .map(reply ->
                            token(Messages.IDENTIFY_ANSWER.read(reply.join().body())))
                    .distinct();
            assertEquals(1, tokens.count());
            var codes = claimed.stream()
                    .map(reply -> reply.join())
                    .filter(reply -> reply.statusCode() == 200)
                    .map(reply -> code(reply.body()))
                    .distinct();
            assertEquals(1, codes.count());
        }
    }

    @Test
    void decisionsMarksAndVouchersOutliveARestart() throws Exception {
        var first = town.pay("coffee", "restart");
        town.identify("coffee", first);
        var second = town.pay("coffee", "restart");
        var token = token(town.identify("coffee", second));
        try (var phone = Town.phone()) {
            var voucher = code(Town.claim(phone, town.service.open().resolve("/C/" + token), item("coffee"))
                    .body());
            town.restart();
            assertEquals("first-payment", town.identify("coffee", first).reason());
            assertEquals(token, token(town.identify("coffee", second)));
            assertEquals(
                    "marked",
                    town.identify("coffee", town.pay("coffee", "restart")).reason());
            assertEquals(
                    voucher,
                    code(Town.get(phone, town.service.open().resolve("/C/" + token))
                            .body()));
        }
    }

    private static String token(IdentifyAnswer answer) {
        return answer.url().substring(answer.url().lastIndexOf('/') + 1);
    }

    private static String code(String page) {
        var codes = VoucherCode.find(page);
        assertEquals(1, codes.size(), page);
        return codes.getFirst().grouped();
    }

    private String item(String merchant) {
        return town.service.administration().items().stream()
                .filter(item -> item.merchantId().equals(merchant))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<IdentifyAnswer> askAtOnce(List<String> transactionIds) {
        return askReferencesAtOnce(transactionIds.stream()
                .map(id -> new PaymentReference("wechat", "transaction_id", id))
                .toList());
    }

    private List<IdentifyAnswer> askReferencesAtOnce(List<PaymentReference> references) {
        // A connection takes a hundred questions at a time.
        var clients = IntStream.range(0, 4).mapToObj(i -> newBox()).toList();
        var replies = IntStream.range(0, references.size())
                .mapToObj(i -> {
                    var question = IdentifyRequest.of("1", references.get(i), null);
                    var request = town.identifyRequest(Messages.IDENTIFY_REQUEST.write(question));
                    return clients.get(i % clients.size()).sendAsync(request, BodyHandlers.ofString());
                })
                .toList();
        var answers = replies.stream().map(CompletableFuture::join).toList();
        clients.forEach(HttpClient::close);
        return answers.stream()
                .peek(reply -> {
                    assertEquals(200, reply.statusCode(), reply.body());
                    assertEquals(HttpClient.Version.HTTP_2, reply.version());
                })
                .map(reply -> Messages.IDENTIFY_ANSWER.read(reply.body()))
                .toList();
    }

    private HttpClient newBox() {
        try {
            return Town.client(directory.resolve("box-coffee"));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
