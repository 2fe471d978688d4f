package slipstream.device.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.cloudlink.protocol.CopyText;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.device.Job;
import slipstream.device.claim.Outcomes;
import slipstream.device.claim.ReceiptClaims;
import slipstream.device.claim.Till;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;

/// What a box keeps of receipts that pass, and whom it gives it.
@Timeout(30)
class CopiesTest {
    private static final String LINK = "HTTPS://C.EXAMPLE/C/0123456789ABCDEF";
    private static final String NAME = CopyName.of("0123456789ABCDEF");
    private static final CopyAnswer ON = new CopyAnswer(true, List.of());
    private static final CopyAnswer WANTED = new CopyAnswer(true, List.of("0".repeat(64), NAME));

    /// Long enough that only [Copies#connected] asks within a test.
    private static final Duration NEVER = Duration.ofDays(1);

    private final SetClock clock = new SetClock();
    private final BlockingQueue<CopyReport> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<CompletableFuture<CopyAnswer>> answers = new LinkedBlockingQueue<>();
    private final Copies copies = Copies.open(this::service, clock, NEVER);
    private final Outcomes outcomes = new Outcomes();

    @AfterEach
    void close() {
        copies.close();
    }

    @Test
    void thePayersReceiptIsHandedInOnceMaskedAndWithoutOurBlock() throws InterruptedException {
        hear(ON);
        print("微信支付 12.80", "卡号 4111 1111 1111 1111", "交易单号:4200001234202611221234567890");
        answers.add(CompletableFuture.completedFuture(WANTED));
        answers.add(CompletableFuture.completedFuture(WANTED));
        copies.connected();
        assertEquals(CopyReport.QUESTION, asked.take());
        var handedIn = asked.take();
        assertEquals(NAME, handedIn.name());
        assertEquals(Optional.empty(), CopyText.objection(handedIn.text()));
        assertTrue(handedIn.text().startsWith("清风小馆\n"), handedIn.text());
        assertTrue(handedIn.text().contains("1111"), handedIn.text());
        assertFalse(handedIn.text().contains("4111"), handedIn.text());
        assertFalse(handedIn.text().contains("扫码"), "the block is no part of the receipt");
        hear(ON);
        assertTrue(asked.isEmpty(), "handed in once in a round");
    }

    @Test
    void nothingIsKeptUntilTheMerchantHasSwitchedCopiesOn() throws InterruptedException {
        print("合计 1.00", "交易单号:4200001234202611221234567890");
        hear(CopyAnswer.OFF);
        print("合计 1.00", "交易单号:4200001234202611221234567890");
        hear(ON);
        assertEquals(0, copies.kept());
    }

    @Test
    void everythingIsForgottenWhenTheMerchantSwitchesCopiesOff() throws InterruptedException {
        hear(ON);
        print("合计 1.00", "交易单号:4200001234202611221234567890");
        hear(ON);
        assertEquals(1, copies.kept());
        hear(CopyAnswer.OFF);
        hear(WANTED);
        assertEquals(0, copies.kept());
        assertTrue(asked.isEmpty(), "there was nothing to hand in");
    }

    @Test
    void everythingIsForgottenWhenTheServiceWasNotHeardForAnHour() throws InterruptedException {
        hear(ON);
        print("合计 1.00", "交易单号:4200001234202611221234567890");
        hear(ON);
        clock.moveAhead(Copies.WORD_COUNTS);
        fail();
        assertEquals(1, copies.kept());
        clock.moveAhead(Duration.ofMillis(1));
        fail();
        assertEquals(0, copies.kept());
    }

    @Test
    void receiptsWithoutALinkAreNotKept() throws InterruptedException {
        hear(ON);
        feed(copies.over(claims(IdentifyAnswer.plain("first-payment"))), "交易单号:4200001234202611221234567890");
        hear(ON);
        assertEquals(0, copies.kept());
    }

    @Test
    void whereTheBoxIsToldToKeepNothingNobodyStandsInBetween() {
        var claims = claims(IdentifyAnswer.plain("none"));
        assertSame(claims, Copies.off().over(claims));
    }

    /// Has the box ask, and hear `answer`; everything before is done then.
    private void hear(CopyAnswer answer) throws InterruptedException {
        answers.add(CompletableFuture.completedFuture(answer));
        round();
    }

    private void fail() throws InterruptedException {
        answers.add(CompletableFuture.failedFuture(new IOException("the line is cut")));
        round();
    }

    private void round() throws InterruptedException {
        copies.connected();
        assertEquals(CopyReport.QUESTION, asked.take());
        // The answer is looked at behind this question or the next, and so before the one after that.
        for (int i = 0; i < 2; i++) {
            answers.add(new CompletableFuture<>());
            copies.connected();
            asked.take();
        }
    }

    private CompletableFuture<CopyAnswer> service(CopyReport report) {
        var answer = answers.remove();
        asked.add(report);
        return answer;
    }

    private void print(String... lines) {
        feed(copies.over(claims(IdentifyAnswer.link("marked", LINK, List.of("扫码领券")))), lines);
    }

    private ReceiptClaims claims(IdentifyAnswer answer) {
        return new ReceiptClaims(
                ignored -> CompletableFuture.completedFuture(answer),
                new Till("till-1", Currency.getInstance("CNY")),
                outcomes,
                Runnable::run);
    }

    private static void feed(Claims claims, String... lines) {
        byte[] bytes = Job.begin().lines("清风小馆").lines(lines).cut().bytes();
        new Injector(PrinterProfile.GENERIC_80MM, Injector.RealTime.OVERTAKES, (ignored, from, to) -> {}, claims)
                .feed(bytes, 0, bytes.length);
    }
}
