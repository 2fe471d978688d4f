package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.Job;
import slipstream.device.learn.PatternWatch;
import slipstream.device.learn.RuleHealth;
import slipstream.device.learn.TaughtRule;
import slipstream.device.learn.TillRules;
import slipstream.device.reference.Confidence;
import slipstream.device.reference.LearnedRule;
import slipstream.device.reference.RulePattern;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;

class ReceiptClaimsTest {
    private static final String NUMBER = "4200001234202611221234567890";
    private static final IdentifyAnswer LINK = IdentifyAnswer.link("marked", "HTTPS://C.EXAMPLE/1", List.of("扫码领券"));
    private static final byte[] SALE = sale().cut().bytes();

    private final List<IdentifyRequest> asked = new ArrayList<>();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final Outcomes outcomes = new Outcomes();
    private CompletableFuture<IdentifyAnswer> answer = CompletableFuture.completedFuture(LINK);
    private Injector injector = injector(request -> answer);

    @Test
    void anAnswerThatIsThereIsPrinted() {
        feed(SALE);
        assertEquals(1, outcomes.count(Outcome.PRINTED));
        assertEquals(0, injector.newestHold());
        assertArrayEquals(withBlock(SALE), paper.toByteArray());
    }

    @Test
    void theQuestionTellsReferenceTillAndTotal() {
        feed(SALE);
        assertEquals(
                List.of(IdentifyRequest.of(
                        "till-1", new PaymentReference("wechat", "transaction_id", NUMBER), new Money(1280, "CNY"))),
                asked);
    }

    @Test
    void theQuestionLeavesBeforeTheReceiptEnds() {
        feed(sale().bytes());
        assertEquals(1, asked.size());
    }

    @Test
    void aReprintAsksAgainAndPrintsTheSameLink() {
        feed(SALE);
        feed(SALE);
        assertEquals(2, asked.size());
        assertEquals(asked.get(0), asked.get(1));
        byte[] once = withBlock(SALE);
        assertArrayEquals(once, java.util.Arrays.copyOfRange(paper.toByteArray(), once.length, once.length * 2));
    }

    @Test
    void anAnswerDuringTheHoldIsPrinted() {
        answer = new CompletableFuture<>();
        feed(SALE);
        assertEquals(0, outcomes.count(Outcome.PRINTED));
        answer.complete(LINK);
        assertEquals(1, outcomes.count(Outcome.PRINTED));
        assertArrayEquals(withBlock(SALE), paper.toByteArray());
    }

    @Test
    void aLateAnswerIsCountedAndNeverPrinted() {
        answer = new CompletableFuture<>();
        feed(SALE);
        injector.release(injector.newestHold());
        answer.complete(LINK);
        answer = CompletableFuture.completedFuture(IdentifyAnswer.plain("no-offer"));
        feed(SALE);
        assertEquals(1, outcomes.count(Outcome.LATE));
        assertEquals(1, outcomes.count(Outcome.PLAIN));
        assertEquals(SALE.length * 2, paper.size());
    }

    @Test
    void aReceiptWithoutRoomForItsLinkIsNotCalledLate() {
        byte[] bytes = sale().raw(0x1B, 'L').cut().bytes();
        feed(bytes);
        assertEquals(1, outcomes.count(Outcome.FAILED));
        assertEquals(0, outcomes.count(Outcome.LATE));
        assertArrayEquals(bytes, paper.toByteArray());
    }

    static Stream<Arguments> answersWithoutALink() {
        return Stream.of(
                arguments("plain", Outcome.PLAIN, CompletableFuture.completedFuture(IdentifyAnswer.plain("no-offer"))),
                arguments("nothing", Outcome.PLAIN, CompletableFuture.completedFuture(null)),
                arguments("failure", Outcome.FAILED, CompletableFuture.failedFuture(new IllegalStateException("down"))),
                arguments("no address", Outcome.PLAIN, link(null)),
                arguments("no web address", Outcome.PLAIN, link("javascript:alert(1)")),
                arguments("control characters", Outcome.PLAIN, link("https://c.example/\u001B@")),
                arguments("endless address", Outcome.PLAIN, link("https://c.example/" + "A".repeat(5000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersWithoutALink")
    void withoutALinkTheReceiptStaysAsItIs(String name, Outcome outcome, CompletableFuture<IdentifyAnswer> given) {
        answer = given;
        feed(SALE);
        assertArrayEquals(SALE, paper.toByteArray());
        assertEquals(1, outcomes.count(outcome));
    }

    @Test
    void aServiceThatThrowsLeavesTheReceiptAsItIs() {
        injector = injector(request -> {
            throw new IllegalStateException("closed");
        });
        feed(SALE);
        assertArrayEquals(SALE, paper.toByteArray());
        assertEquals(1, outcomes.count(Outcome.FAILED));
    }

    static Stream<Arguments> receiptsThatEarnNothing() {
        return Stream.of(
                arguments("kitchen", Job.begin().lines("厨房制作单", "牛肉面 x1", "交易单号:" + NUMBER)),
                arguments("refund", Job.begin().lines("退款单", "合计 12.80", "交易单号:" + NUMBER)),
                arguments("merchant copy", Job.begin().lines("商户存根", "合计 12.80", "交易单号:" + NUMBER)),
                arguments("report", Job.begin().lines("交班报表", "合计 12.80", "交易单号:" + NUMBER)),
                arguments("cash", Job.begin().lines("合计 12.80", "现金 12.80")),
                arguments("printer test", Job.begin().lines("Printer self test")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("receiptsThatEarnNothing")
    void receiptsThatEarnNothingAskNothing(String name, Job job) {
        byte[] bytes = job.cut().bytes();
        feed(bytes);
        assertEquals(List.of(), asked);
        assertArrayEquals(bytes, paper.toByteArray());
        assertEquals(1, outcomes.count(Outcome.NOT_ASKED));
    }

    @Test
    void aRefundThatShowsOnlyAfterTheQuestionPrintsNothing() {
        byte[] bytes = sale().lines("*** 退款 ***").cut().bytes();
        feed(bytes);
        assertEquals(1, asked.size());
        assertArrayEquals(bytes, paper.toByteArray());
    }

    @Test
    void aPaymentIsNeverAskedAboutUnderTwoNames() {
        feed(Job.begin()
                .lines("合计 12.80", "微信支付", "商户单号:A20261122-0001", "交易单号:" + NUMBER)
                .cut()
                .bytes());
        assertEquals(List.of("transaction_id"), kinds());
    }

    @Test
    void whatTheTillTaughtIsAskedAboutAlone() {
        var rule = new LearnedRule(
                "orders",
                "lakala",
                "order",
                new LearnedRule.ByLabel("聚合单号", LearnedRule.Place.SAME_LINE),
                RulePattern.of("LKL[0-9]{12}"),
                Confidence.SURE);
        var taught = new TaughtRule(rule, new TaughtRule.Evidence(null, 30, 30));
        var watch = new PatternWatch(new TillRules("", List.of(taught)), "till-1");
        injector = injector(request -> answer, watch);
        feed(Job.begin()
                .lines("合计 12.80", "聚合单号:LKL202611220001", "交易单号:" + NUMBER)
                .cut()
                .bytes());
        assertEquals(List.of("order"), kinds());
        assertEquals(List.of(new RuleHealth("orders", 1, 1, 0, false)), watch.health());
    }

    @Test
    void aMerchantsNumberIsAskedAboutWhenThereIsNoOther() {
        feed(Job.begin().lines("合计 12.80", "微信支付", "商户单号:A20261122-0001").cut().bytes());
        assertEquals(List.of("out_trade_no"), kinds());
    }

    @Test
    void ofTwoPaymentsTheFirstLinkCounts() {
        injector = injector(request -> request.reference().scheme().equals("wechat")
                ? CompletableFuture.completedFuture(IdentifyAnswer.plain("no-offer"))
                : answer);
        feed(Job.begin()
                .lines("合计 12.80", "交易单号:" + NUMBER, "支付宝单号:2026112222001412345678901234")
                .cut()
                .bytes());
        assertEquals(List.of("transaction_id", "trade_no"), kinds());
        assertEquals(1, outcomes.count(Outcome.PRINTED));
    }

    private List<String> kinds() {
        return asked.stream().map(request -> request.reference().kind()).toList();
    }

    private static Job sale() {
        return Job.begin().lines("清风小馆", "合计 12.80", "微信支付 12.80", "交易单号:", NUMBER);
    }

    private static CompletableFuture<IdentifyAnswer> link(String url) {
        return CompletableFuture.completedFuture(
                new IdentifyAnswer(IdentifyAnswer.Decision.LINK, "marked", url, List.of()));
    }

    private void feed(byte[] bytes) {
        injector.feed(bytes, 0, bytes.length);
    }

    private Injector injector(Function<IdentifyRequest, CompletableFuture<IdentifyAnswer>> service) {
        return injector(service, PatternWatch.none());
    }

    private Injector injector(
            Function<IdentifyRequest, CompletableFuture<IdentifyAnswer>> service, PatternWatch watch) {
        Identifier identifier = request -> {
            asked.add(request);
            return service.apply(request);
        };
        var till = new Till("till-1", Currency.getInstance("CNY"));
        return new Injector(
                PrinterProfile.GENERIC_80MM,
                Injector.RealTime.OVERTAKES,
                (bytes, from, to) -> paper.write(bytes, from, to - from),
                new ReceiptClaims(identifier, till, outcomes, watch, Runnable::run, Optional.empty(), Backroom.idle()));
    }

    /// The stream as it leaves when the link is there from the beginning.
    private static byte[] withBlock(byte[] bytes) {
        var test = new ReceiptClaimsTest();
        test.answer = CompletableFuture.completedFuture(LINK);
        test.feed(bytes);
        assertEquals(true, test.paper.size() > bytes.length);
        return test.paper.toByteArray();
    }
}
