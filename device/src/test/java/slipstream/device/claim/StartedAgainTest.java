package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.device.Job;
import slipstream.device.learn.PatternWatch;
import slipstream.device.store.BoxStore;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;

/// A box that is ended and started again at the same file.
@Timeout(30)
class StartedAgainTest {
    private static final String NUMBER = "4200001234202611221234567890";
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T04:30:02Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private final TestService service = new TestService();
    private final Outcomes outcomes = new Outcomes();
    private BoxStore store;
    private Backroom backroom;

    @AfterEach
    void end() {
        backroom.close();
        store.close();
    }

    @Test
    void aVoucherThatCouldNotBeToldIsToldByTheNextRun() throws InterruptedException {
        VoucherCode code = VoucherCode.random();
        service.failures = Integer.MAX_VALUE;
        begin(ClaimOptions.LINKS);
        feed(Job.begin().lines("清风小馆", "合计 12.80", "现金 12.80", "2026-11-22 12:30:01", "优惠券 " + code.value()));
        end();
        service.failures = 0;
        begin(ClaimOptions.LINKS);
        assertEquals(code.value(), service.redeemed.take().code());
    }

    @Test
    void aPaymentOfWhichNobodyCouldBeAskedIsAskedAboutByTheNextRunAndNotPrinted() throws InterruptedException {
        service.failures = Integer.MAX_VALUE;
        begin(ClaimOptions.LINKS);
        feed(wechat());
        assertEquals(1, outcomes.count(Outcome.FAILED));
        end();
        service.failures = 0;
        begin(ClaimOptions.LINKS);
        var late = service.askedLate.take();
        assertEquals(new PaymentReference("wechat", "transaction_id", NUMBER), late.reference());
        assertEquals(1280, late.total().minorUnits());
        assertEquals(0, outcomes.count(Outcome.PRINTED));
    }

    @Test
    void aReceiptWithATokenIsNotAskedAboutLate() throws InterruptedException {
        begin(new ClaimOptions(true, false));
        await(backroom.pool().orElseThrow(), TokenPool.BATCH);
        feed(wechat());
        assertEquals(1, outcomes.count(Outcome.TOKEN));
        service.used.take();
        assertEquals(0, service.askedLate.size());
    }

    @Test
    void aPoolLastsThroughAnOutageAndGivesNoTokenTwice() throws InterruptedException {
        begin(new ClaimOptions(true, false));
        TokenPool pool = backroom.pool().orElseThrow();
        await(pool, TokenPool.BATCH);
        Set<String> given = new HashSet<>(take(pool, 3));
        end();
        service.failures = Integer.MAX_VALUE;
        begin(new ClaimOptions(true, false));
        TokenPool again = backroom.pool().orElseThrow();
        await(again, TokenPool.BATCH - 3);
        for (String token : take(again, TokenPool.BATCH - 3)) {
            assertTrue(given.add(token), token);
        }
        assertEquals(TokenPool.BATCH, given.size());
    }

    @Test
    void theLastReceiptsAreKnownToTheNextRun() throws InterruptedException {
        begin(ClaimOptions.LINKS);
        feed(wechat());
        ReceiptNote note = backroom.recent().last("till-1").orElseThrow();
        assertEquals("sale", note.kind());
        assertEquals(Outcome.FAILED, note.outcome());
        end();
        begin(ClaimOptions.LINKS);
        while (backroom.recent().last(1).isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(note), backroom.recent().last(9));
    }

    private void begin(ClaimOptions options) {
        store = BoxStore.in(directory, NOW);
        backroom = Backroom.open(service, options, Duration.ofMinutes(1), NOW, store);
    }

    private void feed(Job job) {
        var injector = new Injector(
                PrinterProfile.GENERIC_80MM,
                Injector.RealTime.OVERTAKES,
                (bytes, from, to) -> {},
                new ReceiptClaims(
                        request -> CompletableFuture.failedFuture(new IllegalStateException("no connection")),
                        new Till("till-1", Currency.getInstance("CNY")),
                        outcomes,
                        PatternWatch.none(),
                        Runnable::run,
                        Optional.empty(),
                        backroom));
        byte[] bytes = job.cut().bytes();
        injector.feed(bytes, 0, bytes.length);
    }

    private static Job wechat() {
        return Job.begin().lines("清风小馆", "合计 12.80", "微信支付 12.80", "交易单号:" + NUMBER, "2026-11-22 12:30:01");
    }

    private static List<String> take(TokenPool pool, int count) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optional<TokenPool.Taken> next = pool.take("payment " + i, false);
            while (next.isEmpty()) {
                pool.fill();
                next = pool.take("payment " + i, false);
            }
            taken.add(next.get().token().value());
        }
        return taken;
    }

    private static void await(TokenPool pool, int size) {
        while (pool.size() != size) {
            pool.fill();
            Thread.onSpinWait();
        }
    }
}
