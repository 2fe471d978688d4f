package slipstream.device.claim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.device.Job;
import slipstream.device.picture.Drawn;
import slipstream.device.picture.Pictures;
import slipstream.device.picture.TextReader;
import slipstream.escpos.inject.Injector;
import slipstream.escpos.profile.PrinterProfile;

@Timeout(60)
class PictureClaimsTest {
    private static final String NUMBER = "4200001234202611221234567890";
    private static final IdentifyAnswer LINK = IdentifyAnswer.link("marked", "HTTPS://C.EXAMPLE/1", List.of("扫码领券"));
    private static final Drawn SALE = Drawn.of("清风小馆", "合计 12.80", "微信支付 12.80", "交易单号:", NUMBER, "谢谢惠顾");
    private static final byte[] CUT = new Job().cut().bytes();

    private final Object lock = new Object();
    private final List<IdentifyRequest> asked = new ArrayList<>();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final Outcomes outcomes = new Outcomes();
    private final CountDownLatch mayRead = new CountDownLatch(1);
    private Pictures pictures;
    private Injector injector;

    @AfterEach
    void close() {
        pictures.close();
    }

    @Test
    void theQuestionLeavesWhileThePictureStillPrints() throws InterruptedException {
        begin(SALE.reader());
        feed(SALE.strips());
        await(() -> !asked.isEmpty());
        assertEquals(
                List.of(IdentifyRequest.of("till-1", new PaymentReference("wechat", "transaction_id", NUMBER), null)),
                asked);
        assertEquals(0, outcomes.count(Outcome.PRINTED));
    }

    @Test
    void aReceiptInPicturesGetsItsLink() throws InterruptedException {
        begin(SALE.reader());
        feed(SALE.strips());
        feed(CUT);
        await(() -> outcomes.count(Outcome.PRINTED) == 1);
        assertTrue(paper.size() > SALE.strips().length + CUT.length);
    }

    @Test
    void aMerchantCopyInPicturesGetsNone() throws InterruptedException {
        Drawn copy = Drawn.of("商户存根", "合计 12.80", "微信支付 12.80", "交易单号:", NUMBER, "谢谢惠顾");
        begin(copy.reader());
        feed(copy.strips());
        feed(CUT);
        await(() -> outcomes.count(Outcome.NOT_ASKED) == 1);
        assertPlain(copy);
    }

    @Test
    void aPictureThatIsReadTooLateChangesNothing() throws InterruptedException {
        begin((model, pages) -> {
            try {
                mayRead.await();
            } catch (InterruptedException e) {
                throw new IOException("The reader was stopped.", e);
            }
            return SALE.reader().read(model, pages);
        });
        feed(SALE.strips());
        feed(CUT);
        locked(() -> {
            assertTrue(injector.newestHold() > 0);
            injector.release(injector.newestHold());
        });
        mayRead.countDown();
        await(() -> outcomes.count(Outcome.LATE) == 1);
        assertPlain(SALE);
    }

    @Test
    void aPictureThatCannotBeReadChangesNothing() throws InterruptedException {
        begin((model, pages) -> {
            throw new IOException("The reader is gone.");
        });
        feed(SALE.strips());
        feed(CUT);
        await(() -> outcomes.count(Outcome.NOT_ASKED) == 1);
        assertPlain(SALE);
    }

    @Test
    void aReceiptInTextDoesNotWaitForItsLogo() {
        begin((model, pages) -> {
            try {
                mayRead.await();
            } catch (InterruptedException e) {
                throw new IOException("The reader was stopped.", e);
            }
            return List.of();
        });
        feed(SALE.strips());
        feed(new Job().lines("合计 12.80", "交易单号:" + NUMBER).cut().bytes());
        assertEquals(1, outcomes.count(Outcome.PRINTED));
    }

    private void assertPlain(Drawn drawn) {
        var expected = new ByteArrayOutputStream();
        expected.writeBytes(drawn.strips());
        expected.writeBytes(CUT);
        assertArrayEquals(expected.toByteArray(), paper.toByteArray());
    }

    private void begin(TextReader reader) {
        pictures = Pictures.with(reader);
        Identifier identifier = request -> {
            asked.add(request);
            return CompletableFuture.completedFuture(LINK);
        };
        var claims = new ReceiptClaims(
                identifier, new Till("till-1", Currency.getInstance("CNY")), outcomes, this::locked, pictures);
        injector = new Injector(
                PrinterProfile.GENERIC_80MM,
                Injector.RealTime.OVERTAKES,
                (bytes, from, to) -> paper.write(bytes, from, to - from),
                claims);
    }

    private void locked(Runnable decision) {
        synchronized (lock) {
            decision.run();
            lock.notifyAll();
        }
    }

    private void feed(byte[] bytes) {
        locked(() -> injector.feed(bytes, 0, bytes.length));
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        synchronized (lock) {
            while (!condition.getAsBoolean()) {
                lock.wait();
            }
        }
    }
}
