package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.device.Job;
import slipstream.device.claim.Identifier;
import slipstream.device.claim.Outcome;
import slipstream.device.claim.Outcomes;
import slipstream.device.claim.ReceiptClaims;
import slipstream.device.claim.Till;
import slipstream.device.picture.Drawn;
import slipstream.device.picture.Pictures;
import slipstream.device.picture.TextReader;
import slipstream.device.port.Address;
import slipstream.escpos.codec.CommandSink;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.inject.Insertion;
import slipstream.escpos.profile.PrinterProfile;
import slipstream.escpos.receipt.Receipt;

/// The end of a receipt that is a picture may wait for as long as its paper is on its way, and no longer.
@Timeout(60)
class PaperHoldTest {
    private static final byte[] RECEIPT = picture(400);

    /// The feed to the blade and the cut.
    private static final int TAIL = 7;

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);

    /// An hour and more of paper.
    private static final long ENDLESS = 10_000_000;

    private final BlockingQueue<Hold> holds = new LinkedBlockingQueue<>();
    private final BlockingQueue<Decisions> sessions = new LinkedBlockingQueue<>();
    private PrinterFake printer;
    private Bridge bridge;
    private Blocks blocks;

    @BeforeEach
    void printerIsThere() throws IOException {
        printer = new PrinterFake();
    }

    @AfterEach
    void close() throws IOException {
        bridge.close();
        printer.close();
    }

    @Test
    void anAnswerIsPrintedAsLongAsThePaperIsOnItsWay() throws Exception {
        start(SHORT, LONG, ENDLESS);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            Hold hold = holds.take();
            untilTheBudgetIsOver();
            Decisions session = sessions.take();
            session.execute(() -> hold.print(Blocks.URL, List.of()));
        }
        byte[] job = printer.jobs(1).getFirst();
        assertEquals(1, blocks.insertions().size());
        assertArrayEquals(RECEIPT, blocks.without(job));
    }

    @Test
    void whatIsDecidedGoesAtOnceThoughThePaperIsOnItsWay() throws Exception {
        start(LONG, LONG, ENDLESS);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            Hold hold = holds.take();
            sessions.take().execute(hold::plain);
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
        }
    }

    @Test
    void theEndGoesOnceThePaperCanBeThere() throws Exception {
        start(SHORT, LONG, 100);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
            assertEquals(false, holds.take().open());
        }
    }

    @Test
    void paperIsWaitedForNoLongerThanAllowed() throws Exception {
        start(SHORT, Duration.ofMillis(20), ENDLESS);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
        }
    }

    @Test
    void aPosThatAsksThePrinterBehindItsReceiptIsNotKeptWaiting() throws Exception {
        start(SHORT, LONG, ENDLESS);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            holds.take();
            untilTheBudgetIsOver();
            pos.getOutputStream().write(new byte[] {0x1D, 'r', 1});
            byte[] out = printer.received(RECEIPT.length + 3);
            assertArrayEquals(new byte[] {0x1D, 'r', 1}, Arrays.copyOfRange(out, RECEIPT.length, out.length));
            printer.answer(0x00);
            assertEquals(0, pos.getInputStream().read());
        }
    }

    @Test
    void realTimeCommandsAndTheirAnswersPassMeanwhile() throws Exception {
        start(SHORT, LONG, ENDLESS);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            Hold hold = holds.take();
            untilTheBudgetIsOver();
            pos.getOutputStream().write(new byte[] {0x10, 0x04, 0x01});
            byte[] out = printer.received(RECEIPT.length - TAIL + 3);
            assertArrayEquals(new byte[] {0x10, 0x04, 0x01}, Arrays.copyOfRange(out, out.length - 3, out.length));
            printer.answer(0x16);
            assertEquals(0x16, pos.getInputStream().read());
            assertEquals(true, hold.open());
            sessions.take().execute(hold::plain);
            printer.received(RECEIPT.length + 3);
        }
    }

    @Test
    void aPictureThatArrivesAtOnceAndIsReadSlowlyGetsItsLink() throws Exception {
        Drawn sale = Drawn.of("微信支付 12.80", "交易单号:", "4200001234202611221234567890");
        var mayRead = new CountDownLatch(1);
        var outcomes = new Outcomes();
        TextReader slow = (model, pages) -> {
            try {
                mayRead.await();
            } catch (InterruptedException e) {
                throw new IOException("The reader was stopped.", e);
            }
            return sale.reader().read(model, pages);
        };
        Identifier linked =
                request -> CompletableFuture.completedFuture(IdentifyAnswer.link("marked", Blocks.URL, List.of()));
        byte[] job =
                new Job().raw(bytes(sale.strips())).raw(bytes(picture(60_000))).bytes();
        try (Pictures pictures = Pictures.with(slow)) {
            var till = new Till("till-1", Currency.getInstance("CNY"));
            bridge = Bridge.start(
                    options(printer, SHORT, LONG),
                    session -> new ReceiptClaims(linked, till, outcomes, session, pictures));
            try (Socket pos = pos()) {
                pos.getOutputStream().write(job);
                printer.received(job.length - TAIL);
                untilTheBudgetIsOver();
                mayRead.countDown();
            }
            assertTrue(printer.jobs(1).getFirst().length > job.length);
            assertEquals(1, outcomes.count(Outcome.PRINTED));
        }
    }

    @Test
    void anySlicingAndAnyTimeOfTheAnswerPassEveryByteInOrder() throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            var random = new Random(seed);
            start(
                    Duration.ofMillis(random.nextInt(1, 10)),
                    Duration.ofMillis(random.nextInt(60)),
                    0,
                    (session, hold) -> {
                        session.pictured(System.nanoTime(), random.nextInt(200));
                        int when = random.nextInt(4);
                        if (when < 3) {
                            CompletableFuture.delayedExecutor(when * 15L, TimeUnit.MILLISECONDS)
                                    .execute(() -> late(session, hold));
                        }
                    });
            var job = new ByteArrayOutputStream();
            for (int receipt = 0; receipt < 4; receipt++) {
                job.writeBytes(RECEIPT);
                job.writeBytes(random.nextBoolean() ? new byte[] {0x1D, 'r', 1} : new byte[] {0x1B, '@'});
            }
            try (Socket pos = pos()) {
                for (int at = 0; at < job.size(); ) {
                    int length = Math.min(job.size() - at, 1 + random.nextInt(RECEIPT.length));
                    pos.getOutputStream().write(job.toByteArray(), at, length);
                    at += length;
                }
            }
            byte[] out = printer.jobs(1).getFirst();
            assertArrayEquals(job.toByteArray(), blocks.without(out), "seed " + seed);
            close();
            printerIsThere();
        }
        start(SHORT, LONG, 0);
    }

    /// Once another bridge has let a receipt go, undecided, the same budget is over here.
    private void untilTheBudgetIsOver() throws IOException {
        byte[] text = Job.begin().lines("合计 12.80").cut().bytes();
        try (var other = new PrinterFake();
                Bridge watch = Bridge.start(options(other, SHORT, LONG), later -> Blocks.never());
                Socket pos = new Socket("127.0.0.1", watch.port())) {
            pos.getOutputStream().write(text);
            other.received(text.length);
        }
    }

    /// The bridge may have been closed by then.
    private static void late(Decisions session, Hold hold) {
        try {
            session.execute(() -> hold.print(Blocks.URL, List.of()));
        } catch (RejectedExecutionException ignored) {
            // Nobody waits any more.
        }
    }

    private void start(Duration budget, Duration paper, long rows) throws IOException {
        start(budget, paper, rows, (session, hold) -> {
            session.pictured(System.nanoTime(), rows);
            holds.add(hold);
        });
    }

    private void start(Duration budget, Duration paper, long rows, BiConsumer<Decisions, Hold> decision)
            throws IOException {
        Function<Decisions, Claims> claims = session -> {
            sessions.add(session);
            blocks = new Blocks((receipt, hold) -> decision.accept(session, hold));
            return new Watching(blocks);
        };
        bridge = Bridge.start(options(printer, budget, paper), claims);
    }

    private static BridgeOptions options(PrinterFake printer, Duration budget, Duration paper) {
        return BridgeOptions.of(new Address("127.0.0.1", 0), printer.address(), PrinterProfile.GENERIC_80MM)
                .withDrain(Duration.ofSeconds(1))
                .withBudget(budget)
                .withPaper(paper);
    }

    private Socket pos() throws IOException {
        return new Socket("127.0.0.1", bridge.port());
    }

    /// `GS v 0` with `rows` rows, and the cut.
    private static byte[] picture(int rows) {
        Job job = Job.begin().raw(0x1D, 'v', '0', 0, 8, 0, rows & 0xFF, rows >> 8);
        for (int i = 0; i < rows * 8; i++) {
            job.raw(i * 7 & 0xFF);
        }
        return job.cut().bytes();
    }

    private static int[] bytes(byte[] bytes) {
        int[] values = new int[bytes.length];
        Arrays.setAll(values, i -> bytes[i]);
        return values;
    }

    /// Claims that look at pictures, as those of a box do.
    private record Watching(Blocks blocks) implements Claims {
        @Override
        public Optional<CommandSink> onlooker() {
            return Optional.of(new Glance(() -> {}, () -> {}));
        }

        @Override
        public void ended(Receipt receipt, Hold hold) {
            blocks.ended(receipt, hold);
        }

        @Override
        public void inserted(Insertion insertion) {
            blocks.inserted(insertion);
        }
    }
}
