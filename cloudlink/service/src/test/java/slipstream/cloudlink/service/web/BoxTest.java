package slipstream.cloudlink.service.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RedeemAnswer;
import slipstream.cloudlink.protocol.RedeemAnswer.Outcome;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.TokenUseAnswer;
import slipstream.cloudlink.protocol.TokensAnswer;
import slipstream.cloudlink.protocol.TokensRequest;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.cloudlink.service.town.Staffer;
import slipstream.cloudlink.service.town.Town;

/// What boxes tell besides payments, over HTTP/2 and mutual TLS: vouchers on receipts, and their pool of tokens.
class BoxTest {
    @TempDir
    static Path directory;

    private static Town town;

    @BeforeAll
    static void open() throws Exception {
        town = new Town(directory);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void aVoucherOnAReceiptIsRedeemedOnceAndToldAgainItIsTheSame() {
        var code = town.voucher("coffee", "receipt");
        var first = redeem("coffee", new RedeemRequest("1", "r1", code.grouped()));
        assertEquals(Outcome.REDEEMED, first.outcome());
        assertEquals(first, redeem("coffee", new RedeemRequest("1", "r1", code.value())));
        assertEquals(
                Outcome.USED_UP,
                redeem("coffee", new RedeemRequest("1", "r2", code.value())).outcome());
        assertEquals(
                Outcome.USED_UP,
                redeem("coffee", new RedeemRequest("2", "r1", code.value())).outcome());
    }

    @Test
    void aVoucherIsOfTheBoxesMerchantOrOfNone() {
        var elsewhere = redeem(
                "tea",
                new RedeemRequest("1", "r", town.voucher("coffee", "wrong").value()));
        assertEquals(Outcome.ELSEWHERE, elsewhere.outcome());
        assertNull(elsewhere.at());
        var unknown =
                redeem("tea", new RedeemRequest("1", "r", VoucherCode.random().value()));
        assertEquals(Outcome.UNKNOWN, unknown.outcome());
    }

    @Test
    void aVoucherRedeemedByStaffIsUsedUpOnTheReceipt() throws Exception {
        try (var staff = new Staffer(town, "coffee").signedIn()) {
            var code = town.voucher("coffee", "both").value();
            assertEquals(200, staff.redeem(code, "press").statusCode());
            assertEquals(
                    Outcome.USED_UP,
                    redeem("coffee", new RedeemRequest("1", "r", code)).outcome());
        }
    }

    @Test
    void ofAThousandReceiptsOneUsesTheVoucherUp() throws Exception {
        var code = town.voucher("coffee", "copied").value();
        var calls = new ArrayList<Callable<Outcome>>();
        for (int i = 0; i < 1_000; i++) {
            var receipt = "r" + i;
            calls.add(() ->
                    redeem("coffee", new RedeemRequest("1", receipt, code)).outcome());
        }
        try (var executor = Executors.newFixedThreadPool(50)) {
            var outcomes = executor.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
            assertEquals(1L, outcomes.get(Outcome.REDEEMED));
            assertEquals(999L, outcomes.get(Outcome.USED_UP));
        }
    }

    @Test
    void tokensAreGivenPrintedAndBoundToTheirReceipt() {
        var tokens = tokens("coffee", 3);
        assertEquals(3, tokens.tokens().size());
        assertTrue((tokens.prefix() + tokens.tokens().getFirst()).matches("HTTP://[0-9A-Z.:]+/C/[0-9A-Z]{16}"));
        assertEquals(1, tokens.caption().size());
        var token = tokens.tokens().getFirst();
        var use = TokenUse.cash(token, "1", "r1", now(), new Money(1280, "CNY"));
        assertEquals(TokenUseAnswer.Outcome.BOUND, used("coffee", use));
        assertEquals(TokenUseAnswer.Outcome.BOUND, used("coffee", use));
        assertEquals(TokenUseAnswer.Outcome.UNKNOWN, used("tea", use), "another box's token");
        var other = TokenUse.cash(token, "1", "r2", now(), null);
        assertEquals(TokenUseAnswer.Outcome.USED, used("coffee", other));
    }

    @Test
    void whereNothingIsEntrustedTheBoxMayPrintAToken() {
        var reference = new PaymentReference("alipay", "trade_no", "2026112222001400001234567890");
        assertTrue(town.identify("coffee", reference).identifiesAtScan());
        var token = tokens("coffee", 1).tokens().getFirst();
        var use = new TokenUse(token, "1", "r-alipay", "alipay", now(), reference, null, null, null);
        assertEquals(TokenUseAnswer.Outcome.BOUND, used("coffee", use));
        assertTrue(town.identify("coffee", reference).identifiesAtScan(), "a reprint asks again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/redeem | {} | 'till'",
                "/v1/redeem | {\"till\":\"1\",\"receipt\":\" \",\"code\":\"V000000000008W\"} | 'receipt'",
                "/v1/redeem | {\"till\":\"1\",\"receipt\":\"r\"} | no voucher code",
                "/v1/redeem | {\"till\":\"1\",\"receipt\":\"r\",\"code\":\"V0000000000000\"} | no voucher code",
                "/v1/redeem | [] | JSON of a redeem request",
                "/v1/refund | {} | 'till'",
                "/v1/refund | {\"till\":\"1\"} | 'reference'",
                "/v1/refund | {\"till\":\"1\",\"reference\":{\"scheme\":\"wechat\"}} | lacks",
                "/v1/refund | [] | JSON of a refund",
                "/v1/tokens | {} | 'count' is 0",
                "/v1/tokens | {\"count\":101} | 'count' is 101",
                "/v1/tokens | {\"count\":1,\"campaign\":\"nothing\"} | 'campaign'",
                "/v1/tokens | {\"count\":\"many\"} | JSON of a tokens request",
                "/v1/tokens/used | {} | 'token'",
                "/v1/tokens/used | {\"token\":\"t\",\"till\":\"1\",\"receipt\":\"r\",\"paidBy\":\"CASH\"} | 'paidBy'",
                "/v1/tokens/used | {\"token\":\"t\",\"till\":\"1\",\"receipt\":\"r\",\"paidBy\":\"cash\",\"at\":\"noon\"} | 'at'",
                "/v1/tokens/used | {\"token\":\"t\",\"till\":\"1\",\"receipt\":\"r\",\"paidBy\":\"cash\",\"reference\":{}} | lacks",
                "/v1/tokens/used | {\"token\":\"t\",\"till\":\"1\",\"receipt\":\"r\",\"paidBy\":\"cash\",\"total\":{\"minorUnits\":1,\"currency\":\"yuan\"}} | 'total'",
            })
    void nonsenseIsAProblemOfOneSentence(String path, String body, String says) {
        var response = town.ask("coffee", path, body);
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(Messages.PROBLEM.read(response.body()).message().contains(says), response.body());
    }

    @ParameterizedTest
    @CsvSource(value = {"-999999999-01-01T00:00:00+18:00", "+999999999-12-31T23:59:59-18:00"})
    void aTimeBeyondAllTimesIsNoTrouble(String at) {
        var token = tokens("coffee", 1).tokens().getFirst();
        var outcome = used("coffee", TokenUse.cash(token, "1", "r" + at, at, null));
        assertInstanceOf(TokenUseAnswer.Outcome.class, outcome);
    }

    private static String now() {
        return Instant.now().toString();
    }

    private static RedeemAnswer redeem(String merchant, RedeemRequest request) {
        return Messages.REDEEM_ANSWER.read(
                fine(town.ask(merchant, "/v1/redeem", Messages.REDEEM_REQUEST.write(request))));
    }

    private static TokensAnswer tokens(String merchant, int count) {
        var request = Messages.TOKENS_REQUEST.write(new TokensRequest(count, null));
        return Messages.TOKENS_ANSWER.read(fine(town.ask(merchant, "/v1/tokens", request)));
    }

    private static TokenUseAnswer.Outcome used(String merchant, TokenUse use) {
        return Messages.TOKEN_USE_ANSWER
                .read(fine(town.ask(merchant, "/v1/tokens/used", Messages.TOKEN_USE.write(use))))
                .outcome();
    }

    private static String fine(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }
}
