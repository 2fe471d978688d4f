package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.Job;
import slipstream.device.port.Address;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.profile.PrinterProfile;

@Timeout(60)
class BridgeTest {
    private static final byte[] RECEIPT =
            Job.begin().lines("清风小馆", "合计 12.80").cut().bytes();
    private static final int TAIL = 7;

    private PrinterFake printer;
    private Bridge bridge;

    @BeforeEach
    void printerIsThere() throws IOException {
        printer = new PrinterFake();
    }

    @AfterEach
    void close() throws IOException {
        if (bridge != null) {
            bridge.close();
        }
        printer.close();
    }

    @Test
    void whatThePosSendsReachesThePrinterAsItComes() throws IOException {
        start(Blocks::plain);
        try (Socket pos = pos()) {
            pos.getOutputStream().write("合计".getBytes("GB18030"));
            assertArrayEquals("合计".getBytes("GB18030"), printer.received(4));
            pos.getOutputStream().write(RECEIPT);
            printer.received(4 + RECEIPT.length);
        }
    }

    @Test
    void theBlockStandsBeforeTheTrailingFeed() throws IOException {
        Blocks blocks = Blocks.atOnce();
        start(later -> blocks);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
        }
        byte[] job = printer.jobs(1).getFirst();
        assertEquals(1, blocks.insertions().size());
        assertEquals(RECEIPT.length - TAIL, (int) blocks.insertions().getFirst().outputOffset());
        assertArrayEquals(RECEIPT, blocks.without(job));
    }

    @Test
    void aBlockForASlowLineHasATenthOfTheBytes() throws IOException {
        for (int baud : new int[] {0, 115_200, 9_600}) {
            Blocks blocks = Blocks.atOnce();
            start(options().withBaud(baud), later -> blocks);
            try (Socket pos = pos()) {
                pos.getOutputStream().write(RECEIPT);
            }
            byte[] job = printer.jobs(1).getFirst();
            assertArrayEquals(RECEIPT, blocks.without(job));
            int length = blocks.insertions().getFirst().length();
            assertEquals(baud == 9_600, length < 1_500, length + " bytes at " + baud);
            bridge.close();
            printer.close();
            printer = new PrinterFake();
        }
    }

    @Test
    void anAnswerDuringTheHoldIsPrintedThoughThePosHasClosed() throws Exception {
        BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
        Blocks[] blocks = new Blocks[1];
        start(options().withBudget(Duration.ofSeconds(30)), later -> {
            blocks[0] = new Blocks((receipt, hold) -> answers.add(() -> later.execute(() -> print(hold))));
            return blocks[0];
        });
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
        }
        answers.take().run();
        byte[] job = printer.jobs(1).getFirst();
        assertEquals(1, blocks[0].insertions().size());
        assertArrayEquals(RECEIPT, blocks[0].without(job));
    }

    @Test
    void withoutAnAnswerTheReceiptGoesPlainAndALaterOneIsNotPrinted() throws Exception {
        BlockingQueue<Hold> holds = new LinkedBlockingQueue<>();
        start(options().withBudget(Duration.ofMillis(30)), later -> new Blocks((receipt, hold) -> holds.add(hold)));
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
            Hold hold = holds.take();
            assertEquals(false, hold.open());
            assertEquals(false, hold.print(Blocks.URL, List.of()));
            pos.getOutputStream().write(RECEIPT);
            assertArrayEquals(twice(RECEIPT), printer.received(2 * RECEIPT.length));
        }
    }

    @Test
    void statusIsAskedAndAnsweredWhileAReceiptIsHeld() throws Exception {
        BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
        start(
                options().withBudget(Duration.ofSeconds(30)),
                later -> new Blocks((receipt, hold) -> answers.add(() -> later.execute(hold::plain))));
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            Runnable answer = answers.take();
            pos.getOutputStream().write(new byte[] {0x10, 0x04, 0x01});
            byte[] sofar = printer.received(RECEIPT.length - TAIL + 3);
            assertArrayEquals(new byte[] {0x10, 0x04, 0x01}, tail(sofar, 3));
            printer.answer(0x16, 0x00, 0x10, 0x04);
            assertArrayEquals(
                    new byte[] {0x16, 0x00, 0x10, 0x04}, pos.getInputStream().readNBytes(4));
            answer.run();
            printer.received(RECEIPT.length + 3);
        }
    }

    @Test
    void afterThePosHasEndedItsSideAnswersStillReachIt() throws IOException {
        printer.closesWhenAsked(false);
        start(options().withDrain(Duration.ofSeconds(30)), Blocks::plain);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            pos.shutdownOutput();
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
            printer.answer(0x37, 0x22, 0x31);
            assertArrayEquals(
                    new byte[] {0x37, 0x22, 0x31}, pos.getInputStream().readNBytes(3));
            printer.closesWhenAsked(true).stalled(false);
            assertEquals(-1, pos.getInputStream().read());
        }
    }

    @Test
    void aPrinterThatNeverClosesIsLetGoAfterTheDrainTime() throws IOException {
        printer.closesWhenAsked(false);
        start(options().withDrain(Duration.ofMillis(50)), Blocks::plain);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            pos.shutdownOutput();
            assertEquals(-1, pos.getInputStream().read());
        }
    }

    @Test
    void aPrinterThatLeavesBetweenReceiptsIsConnectedAgainByTheNextOne() throws IOException {
        start(Blocks::plain);
        try (Socket pos = pos()) {
            for (int i = 1; i <= 3; i++) {
                pos.getOutputStream().write(RECEIPT);
                printer.received(i * RECEIPT.length);
                printer.answer(i);
                assertEquals(i, pos.getInputStream().read());
                printer.hangUp();
                printer.jobs(i);
            }
        }
        assertEquals(3, printer.connections());
        printer.jobs(3).forEach(job -> assertArrayEquals(RECEIPT, job));
    }

    @Test
    void aPrinterThatLeavesInMidReceiptCostsThePosItsConnection() throws IOException {
        start(Blocks::plain);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            pos.getOutputStream().write(RECEIPT, 0, 20);
            printer.received(RECEIPT.length + 20);
            printer.hangUp();
            assertEquals(-1, pos.getInputStream().read());
            pos.getOutputStream().write(RECEIPT, 20, RECEIPT.length - 20);
            pos.shutdownOutput();
            assertArrayEquals(twice(RECEIPT), printer.received(2 * RECEIPT.length));
        }
        assertEquals(1, printer.connections());
    }

    @Test
    void aPosThatBreaksOffLosesNothing() throws IOException {
        start(options().withBudget(Duration.ofMillis(30)), later -> Blocks.never());
        Socket pos = pos();
        pos.getOutputStream().write(RECEIPT);
        printer.received(RECEIPT.length - TAIL);
        pos.setSoLinger(true, 0);
        pos.close();
        assertArrayEquals(RECEIPT, printer.jobs(1).getFirst());
    }

    @Test
    void aLookAtThePortDoesNotTouchThePrinter() throws IOException {
        start(Blocks::plain);
        for (int i = 0; i < 5; i++) {
            pos().close();
        }
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
        }
        assertEquals(1, printer.jobs(1).size());
        assertEquals(1, printer.connections());
    }

    @Test
    void twoPosQueueForThePrinter() throws IOException {
        start(Blocks::plain);
        byte[] other = Job.begin().lines("第二台").cut().bytes();
        try (Socket first = pos();
                Socket second = pos()) {
            first.getOutputStream().write(RECEIPT, 0, 10);
            assertArrayEquals(java.util.Arrays.copyOf(RECEIPT, 10), printer.received(10));
            second.getOutputStream().write(other);
            first.getOutputStream().write(RECEIPT, 10, RECEIPT.length - 10);
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
            first.shutdownOutput();
            printer.received(RECEIPT.length + other.length);
        }
        assertArrayEquals(other, printer.jobs(2).get(1));
    }

    @Test
    void aPosThatKeepsItsConnectionLetsAnotherOnePrint() throws IOException {
        start(Blocks::plain);
        byte[] other = Job.begin().lines("第二台").cut().bytes();
        try (Socket first = pos();
                Socket second = pos()) {
            first.getOutputStream().write(RECEIPT);
            printer.received(RECEIPT.length);
            second.getOutputStream().write(other);
            printer.received(RECEIPT.length + other.length);
            first.getOutputStream().write(RECEIPT);
            printer.received(2 * RECEIPT.length + other.length);
        }
        assertArrayEquals(RECEIPT, printer.jobs(3).get(2));
    }

    @Test
    void aPrinterThatStallsMakesThePosWait() throws Exception {
        start(Blocks::plain);
        printer.stalled(true);
        var written = new AtomicLong();
        byte[] raster = raster(64 << 20);
        try (Socket pos = pos()) {
            Thread sender = Thread.ofPlatform().daemon().start(() -> write(pos, raster, written));
            long before = -1;
            while (written.get() != before || before == 0) {
                before = written.get();
                sender.join(Duration.ofMillis(300));
            }
            assertTrue(before < raster.length / 2, before + " bytes were taken by nobody");
            printer.stalled(false);
            sender.join();
            assertEquals(raster.length, printer.received(raster.length).length);
        }
    }

    @Test
    void moreThanAHoldMayKeepMakesThePosWaitAndArrivesWhole() throws Exception {
        start(options().withBudget(Duration.ofMillis(200)), later -> Blocks.never());
        byte[] raster = raster(8 << 20);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            pos.getOutputStream().write(raster);
        }
        byte[] job = printer.jobs(1).getFirst();
        assertEquals(RECEIPT.length + raster.length, job.length);
        assertArrayEquals(RECEIPT, java.util.Arrays.copyOf(job, RECEIPT.length));
    }

    @Test
    void aPrinterThatComesLateGetsEverything() throws IOException {
        int port = printer.address().port();
        printer.close();
        start(Blocks::plain);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            printer = new PrinterFake(port);
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
        }
    }

    @Test
    void aPrinterThatNeverComesCostsThePosItsConnection() throws IOException {
        printer.close();
        start(options().withPatience(Duration.ofMillis(100)), Blocks::plain);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            assertThrows(IOException.class, () -> {
                if (pos.getInputStream().read() == -1) {
                    throw new IOException("closed");
                }
            });
        }
    }

    @Test
    void aCommandThatItsSenderBreaksOffGoesOnLongBeforeTheReceiptEnds() throws IOException {
        start(options().withIdle(Duration.ofHours(1)), Blocks::plain);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(0x1B);
            assertArrayEquals(new byte[] {0x1B}, printer.received(1));
            pos.getOutputStream().write(new byte[] {'@', 'a', '\n', 0x1D, 'I'});
            assertArrayEquals(new byte[] {0x1B, '@', 'a', '\n', 0x1D, 'I'}, printer.received(6));
            pos.getOutputStream().write(1);
            printer.received(7);
        }
    }

    @Test
    void aReceiptWithoutACutEndsWhenTheLineIsQuiet() throws IOException {
        Blocks blocks = Blocks.atOnce();
        start(options().withIdle(Duration.ofMillis(50)), later -> blocks);
        byte[] receipt = Job.begin().lines("合计 12.80", "", "", "").bytes();
        try (Socket pos = pos()) {
            pos.getOutputStream().write(receipt);
            byte[] out = printer.received(receipt.length + 1000);
            assertEquals(1, blocks.insertions().size());
            assertTrue(out.length > receipt.length);
        }
        assertArrayEquals(receipt, blocks.without(printer.jobs(1).getFirst()));
    }

    @Test
    void aDecisionThatThrowsTurnsTheSessionIntoPlainCopying() throws Exception {
        BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
        start(
                options().withBudget(Duration.ofSeconds(30)),
                later -> new Blocks((receipt, hold) -> answers.add(() -> later.execute(() -> {
                    throw new AssertionError("decision");
                }))));
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            answers.take().run();
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
            pos.getOutputStream().write(RECEIPT);
            assertArrayEquals(twice(RECEIPT), printer.received(2 * RECEIPT.length));
            assertEquals(null, answers.poll(0, TimeUnit.SECONDS));
        }
    }

    @Test
    void anySlicingAndAnyTimeOfTheAnswerPassEveryByte() throws Exception {
        Blocks[] blocks = new Blocks[1];
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            close();
            printer = new PrinterFake();
            start(options().withBudget(Duration.ofMillis(random.nextInt(1, 30))), later -> {
                blocks[0] = new Blocks((receipt, hold) -> answerSometime(random, later, hold));
                return blocks[0];
            });
            byte[] job = twice(twice(RECEIPT));
            try (Socket pos = pos()) {
                for (int at = 0; at < job.length; ) {
                    int length = Math.min(job.length - at, 1 + random.nextInt(RECEIPT.length));
                    pos.getOutputStream().write(job, at, length);
                    at += length;
                    if (random.nextInt(4) == 0) {
                        printer.received(Math.min(1, at));
                    }
                }
            }
            byte[] out = printer.jobs(1).getFirst();
            assertArrayEquals(job, blocks[0].without(out), "seed " + seed);
        }
    }

    private static void answerSometime(Random random, Executor later, Hold hold) {
        int when = random.nextInt(4);
        if (when == 0) {
            print(hold);
        } else if (when < 3) {
            Executor delayed =
                    java.util.concurrent.CompletableFuture.delayedExecutor(random.nextInt(40), TimeUnit.MILLISECONDS);
            delayed.execute(() -> later.execute(() -> print(hold)));
        }
    }

    private static void print(Hold hold) {
        hold.print(Blocks.URL, List.of("扫码领券"));
    }

    private BridgeOptions options() {
        return BridgeOptions.of(new Address("127.0.0.1", 0), printer.address(), PrinterProfile.GENERIC_80MM)
                .withDrain(Duration.ofSeconds(1));
    }

    private void start(Function<Decisions, Claims> claims) throws IOException {
        start(options(), claims);
    }

    private void start(BridgeOptions options, Function<Decisions, Claims> claims) throws IOException {
        bridge = Bridge.start(options, claims);
    }

    private Socket pos() throws IOException {
        return new Socket("127.0.0.1", bridge.port());
    }

    private static void write(Socket pos, byte[] bytes, AtomicLong written) {
        try {
            OutputStream out = pos.getOutputStream();
            for (int at = 0; at < bytes.length; at += 8192) {
                int length = Math.min(8192, bytes.length - at);
                out.write(bytes, at, length);
                written.addAndGet(length);
            }
        } catch (IOException e) {
            written.set(-2);
        }
    }

    /// `GS v 0`, as long as one can be, again and again.
    private static byte[] raster(int length) {
        var bytes = new ByteArrayOutputStream(length + 65536);
        while (bytes.size() < length) {
            bytes.writeBytes(new byte[] {0x1D, 'v', '0', 0, 72, 0, (byte) 0xFF, 1});
            bytes.writeBytes(new byte[72 * 511]);
        }
        return bytes.toByteArray();
    }

    private static byte[] twice(byte[] bytes) {
        byte[] both = java.util.Arrays.copyOf(bytes, bytes.length * 2);
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
        return both;
    }

    private static byte[] tail(byte[] bytes, int length) {
        return java.util.Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    }
}
