package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.Money;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RefundAnswer;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.device.Job;
import slipstream.device.bridge.Decisions;
import slipstream.device.learn.PatternWatch;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;

/// Vouchers, tokens and figures of receipts that pass.
@Timeout(30)
class BackroomTest {
    private static final String NUMBER = "4200001234202611221234567890";
    private static final String PLAIN_TIME = "2026-11-22 12:30:01";
    private static final VoucherCode CODE = VoucherCode.random();
    private static final ClaimOptions ALL = new ClaimOptions(true, true);
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T04:30:02Z"), ZoneOffset.UTC);

    private final TestService service = new TestService();
    private final Outcomes outcomes = new Outcomes();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final BlockingQueue<Runnable> decisions = new LinkedBlockingQueue<>();
    private CompletableFuture<IdentifyAnswer> answer =
            CompletableFuture.completedFuture(IdentifyAnswer.plain("unsupported-scheme"));
    private Backroom backroom;
    private Injector injector;

    @AfterEach
    void close() {
        backroom.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aVoucherOnASaleIsToldWithTillAndReceipt(boolean grouped) throws InterruptedException {
        open(ClaimOptions.LINKS, Duration.ofMinutes(1), Runnable::run);
        feed(sale("优惠券 " + (grouped ? CODE.grouped() : CODE.value())).cut());
        var told = service.redeemed.take();
        assertEquals(CODE.value(), told.code());
        assertEquals("till-1", told.till());
        assertTrue(told.receipt().matches("[0-9a-f]{32}"), told.receipt());
    }

    @Test
    void aVoucherScannedIntoABarcodeIsToldOnceForTheSameReceipt() throws InterruptedException {
        open(ClaimOptions.LINKS, Duration.ofMinutes(1), Runnable::run);
        service.failures = 0;
        feed(sale("优惠券 " + CODE.value()).code128(CODE.value()).cut());
        feed(sale("优惠券 " + CODE.value()).code128(CODE.value()).cut());
        assertEquals(service.redeemed.take(), service.redeemed.take());
        assertEquals(0, service.redeemed.size());
    }

    static Stream<Arguments> receiptsThatRedeemNothing() {
        return Stream.of(
                arguments("refund", sale("*** 退款 ***", CODE.value())),
                arguments("reprint", sale("重打印小票", CODE.value())),
                arguments("link in text", sale("https://shop.example/v/" + CODE.value())),
                arguments("link in a symbol", sale().qr("https://shop.example/?c=" + CODE.value())),
                arguments("mistyped", sale(mistyped())),
                arguments("kitchen", Job.begin().lines("厨房制作单", "牛肉面 x1", CODE.value())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("receiptsThatRedeemNothing")
    void whatIsNoSaleOrNoCodeRedeemsNothing(String name, Job job) {
        open(ClaimOptions.LINKS, Duration.ofMinutes(1), Runnable::run);
        feed(job.cut());
        assertEquals(0, backroom.outbox().orElseThrow().size());
        assertEquals(0, service.redeemed.size());
    }

    @Test
    void whatARefundNamesIsToldAndNothingElseOfIt() throws InterruptedException {
        open(ClaimOptions.LINKS, Duration.ofMinutes(1), Runnable::run);
        feed(wechat().lines("*** 退款 ***").cut());
        assertEquals(
                new RefundRequest("till-1", new PaymentReference("wechat", "transaction_id", NUMBER), null, null),
                service.refunds.take());
        feed(Job.begin()
                .lines("POS签购单", "退货", "参考号:732612345678", "终端号:49270001", "金额: RMB 12.80", PLAIN_TIME)
                .cut());
        assertEquals(
                new RefundRequest(
                        "till-1", new PaymentReference("card", "rrn", "732612345678"), "49270001", "2026-11-22"),
                service.refunds.take());
        assertEquals(0, service.refunds.size());
    }

    static Stream<Arguments> receiptsThatGiveNothingBack() {
        return Stream.of(
                arguments("sale", wechat()),
                arguments("reprint", wechat().lines("重打印小票")),
                arguments("refund without a number", sale("*** 退款 ***")),
                arguments("kitchen", wechat().lines("厨房制作单")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("receiptsThatGiveNothingBack")
    void whatIsNoRefundOfAPaymentGivesNothingBack(String name, Job job) {
        open(ClaimOptions.LINKS, Duration.ofMinutes(1), Runnable::run);
        feed(job.cut());
        assertEquals(0, backroom.outbox().orElseThrow().size());
        assertEquals(0, service.refunds.size());
    }

    @Test
    void aRefundThatThePlatformDoesNotTellOfYetIsToldAgain() throws InterruptedException {
        open(ClaimOptions.LINKS, Duration.ofMinutes(1), Runnable::run);
        service.refundOutcome = RefundAnswer.Outcome.LATER;
        feed(wechat().lines("*** 退款 ***").cut());
        var first = service.refunds.take();
        service.refundOutcome = RefundAnswer.Outcome.GIVEN_BACK;
        assertEquals(first, service.refunds.take());
    }

    @Test
    void aVoucherIsNoMerchantsOrderNumber() {
        var asked = new LinkedBlockingQueue<PaymentReference>();
        open(ClaimOptions.LINKS, Duration.ofMinutes(1), Runnable::run, request -> {
            asked.add(request.reference());
            return answer;
        });
        feed(Job.begin()
                .lines("合计 12.80", "微信支付 12.80", "商户单号:" + CODE.value(), "商户单号:" + CODE.grouped())
                .cut());
        assertEquals(0, asked.size());
    }

    @Test
    void whereNobodyCanBeAskedATokenIsPrintedAndTold() throws InterruptedException {
        openFilled();
        byte[] bytes = wechat().cut().bytes();
        feed(bytes);
        assertEquals(1, outcomes.count(Outcome.TOKEN));
        assertTrue(paper.size() > bytes.length);
        var use = service.used.take();
        assertEquals("0000000000000001", use.token());
        assertEquals(new PaymentReference("wechat", "transaction_id", NUMBER), use.reference());
        assertEquals("wechat", use.paidBy());
        assertEquals(new Money(1280, "CNY"), use.total());
        assertEquals("2026-11-22T04:30:02Z", use.at());
    }

    @Test
    void withoutAServiceATokenIsPrinted() throws InterruptedException {
        openFilled();
        answer = CompletableFuture.failedFuture(new IllegalStateException("no connection"));
        feed(wechat().cut());
        assertEquals("wechat", service.used.take().paidBy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-payment", "not-successful", "no-offer", "opted-out"})
    void afterAnyOtherReasonThereIsNone(String reason) {
        openFilled();
        answer = CompletableFuture.completedFuture(IdentifyAnswer.plain(reason));
        byte[] bytes = wechat().cut().bytes();
        feed(bytes);
        assertArrayEquals(bytes, paper.toByteArray());
        assertEquals(1, outcomes.count(Outcome.PLAIN));
    }

    @Test
    void aReprintGetsTheTokenOfItsOriginalAndItIsToldOnce() throws InterruptedException {
        openFilled();
        feed(wechat().cut());
        feed(wechat().lines("重打印小票").cut());
        assertEquals(2, outcomes.count(Outcome.TOKEN));
        assertEquals(TokenPool.BATCH - 1, backroom.pool().orElseThrow().size());
        service.used.take();
        assertEquals(0, service.used.size());
    }

    @Test
    void aReprintOfWhatIsNotKnownGetsNone() {
        openFilled();
        feed(wechat().lines("重打印小票").cut());
        assertEquals(0, outcomes.count(Outcome.TOKEN));
    }

    @Test
    void aSaleInCashGetsATokenWithoutAReference() throws InterruptedException {
        openFilled();
        feed(cash());
        feed(cash());
        var use = service.used.take();
        assertEquals("cash", use.paidBy());
        assertNull(use.reference());
        assertEquals(2, outcomes.count(Outcome.TOKEN));
        assertEquals(TokenPool.BATCH - 1, backroom.pool().orElseThrow().size());
    }

    static Stream<Arguments> receiptsNotInCash() {
        return Stream.of(
                arguments("no time", Job.begin().lines("合计 12.80", "现金 12.80")),
                arguments("purse", Job.begin().lines("合计 12.80", "现金 2.80", "八达通 10.00", PLAIN_TIME)),
                arguments("card", Job.begin().lines("合计 12.80", "现金 2.80", "银行卡 10.00", PLAIN_TIME)),
                arguments("refund", Job.begin().lines("退款单", "合计 12.80", "现金 12.80", PLAIN_TIME)),
                arguments("reprint", Job.begin().lines("重打印小票", "合计 12.80", "现金 12.80", PLAIN_TIME)),
                arguments("nothing said", Job.begin().lines("合计 12.80", PLAIN_TIME)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("receiptsNotInCash")
    void whatWasNotSoldInCashGetsNone(String name, Job job) {
        openFilled();
        byte[] bytes = job.cut().bytes();
        feed(bytes);
        assertArrayEquals(bytes, paper.toByteArray());
    }

    @Test
    void cashIsOnlyForThoseWhoWantIt() {
        open(new ClaimOptions(true, false), Duration.ofMinutes(1), Runnable::run);
        backroom.pool().orElseThrow().fill();
        feed(cash());
        assertEquals(1, outcomes.count(Outcome.NOT_ASKED));
    }

    @Test
    void whenNoAnswerComesInTimeATokenIsPrintedWithinTheHoldAndTheAnswerIsLate() throws InterruptedException {
        open(ALL, Duration.ofMillis(1), decisions::add);
        backroom.pool().orElseThrow().fill();
        answer = new CompletableFuture<>();
        feed(wechat().cut());
        decisions.take().run();
        assertEquals(1, outcomes.count(Outcome.TOKEN));
        answer.complete(IdentifyAnswer.link("marked", "HTTPS://C.EXAMPLE/1", List.of()));
        int printed = paper.size();
        decisions.take().run();
        assertEquals(printed, paper.size());
        assertEquals(1, backroom.figures().count("late"));
    }

    @Test
    void aTokenIsLostRatherThanPrintedTwiceWhenPrintingFails() {
        openFilled();
        var facts = new Facts("till-1", "r", null, null, null, false);
        Hold broken = new Hold() {
            @Override
            public boolean open() {
                return true;
            }

            @Override
            public boolean print(String url, List<String> caption) {
                throw new IllegalStateException("half of it is out");
            }

            @Override
            public void plain() {}
        };
        assertThrows(IllegalStateException.class, () -> backroom.print(broken, facts, Optional.empty()));
        var pool = backroom.pool().orElseThrow();
        assertEquals(TokenPool.BATCH - 1, pool.size());
        assertNotEquals(
                "0000000000000001",
                pool.take("another", false).orElseThrow().token().value());
    }

    @Test
    void anEmptyPoolLeavesTheReceiptAsItIs() {
        open(ALL, Duration.ofMinutes(1), Runnable::run);
        byte[] bytes = wechat().cut().bytes();
        feed(bytes);
        assertArrayEquals(bytes, paper.toByteArray());
        assertEquals(1, outcomes.count(Outcome.PLAIN));
    }

    @Test
    void receiptsAreCountedAsTheyPass() {
        openFilled();
        feed(wechat().cut());
        feed(Job.begin().lines("厨房制作单", "牛肉面 x1").cut());
        var figures = backroom.figures();
        assertEquals(2, figures.count("receipts"));
        assertEquals(1, figures.count("references"));
        assertEquals(1, figures.count("printed"));
        assertFalse(figures.count("late") > 0);
    }

    private static Job sale(String... more) {
        return Job.begin().lines("清风小馆", "合计 12.80", "现金 12.80", PLAIN_TIME).lines(more);
    }

    private static Job wechat() {
        return Job.begin().lines("清风小馆", "合计 12.80", "微信支付 12.80", "交易单号:" + NUMBER, PLAIN_TIME);
    }

    private static byte[] cash() {
        return sale().cut().bytes();
    }

    private static String mistyped() {
        char last = CODE.value().charAt(14);
        return CODE.value().substring(0, 14) + (last == '0' ? '1' : '0');
    }

    private void openFilled() {
        open(ALL, Duration.ofMinutes(1), Runnable::run);
        backroom.pool().orElseThrow().fill();
    }

    private void open(ClaimOptions options, Duration budget, Decisions later) {
        open(options, budget, later, request -> answer);
    }

    private void open(ClaimOptions options, Duration budget, Decisions later, Identifier identifier) {
        backroom = Backroom.open(service, options, budget, NOW, Journal.NONE);
        injector = new Injector(
                PrinterProfile.GENERIC_80MM,
                Injector.RealTime.OVERTAKES,
                (bytes, from, to) -> paper.write(bytes, from, to - from),
                new ReceiptClaims(
                        identifier,
                        new Till("till-1", Currency.getInstance("CNY")),
                        outcomes,
                        PatternWatch.none(),
                        later,
                        Optional.empty(),
                        backroom));
    }

    private void feed(Job job) {
        feed(job.bytes());
    }

    private void feed(byte[] bytes) {
        injector.feed(bytes, 0, bytes.length);
    }
}
