package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.Job;
import slipstream.device.port.Address;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.profile.PrinterProfile;

/// What POS and printer say to each other, in the ways that POS are known to behave.
@Timeout(60)
class BothWaysTest {
    private static final byte[] RECEIPT =
            Job.begin().lines("清风小馆", "合计 12.80").cut().bytes();
    private static final byte[] STATUS = {0x10, 0x04, 0x01};

    private PrinterFake printer;
    private Bridge bridge;

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
    void aPosThatWaitsForStatusBeforeItPrintsGetsIt() throws IOException {
        start(Blocks::plain);
        printer.answersStatus();
        try (Socket pos = pos()) {
            pos.getOutputStream().write(new byte[] {0x1B, '@', 0x1B, '=', 1, 0x10, 0x04, 1});
            assertEquals(1, pos.getInputStream().read());
            pos.getOutputStream().write(RECEIPT);
            printer.received(8 + RECEIPT.length);
        }
    }

    @Test
    void eachStatusIsAnsweredInOrderAlsoWhileReceiptsAreHeld() throws Exception {
        BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
        start(options().withBudget(Duration.ofSeconds(30)), later -> {
            Blocks blocks = new Blocks((receipt, hold) -> answers.add(() -> later.execute(hold::plain)));
            return blocks;
        });
        printer.answersStatus();
        try (Socket pos = pos()) {
            int asked = 0;
            for (int i = 0; i < 20; i++) {
                pos.getOutputStream().write(RECEIPT);
                Runnable answer = answers.take();
                for (int k = 0; k < 4; k++) {
                    pos.getOutputStream().write(STATUS);
                    assertEquals(++asked & 0x7F, pos.getInputStream().read());
                }
                answer.run();
                printer.received((i + 1) * (RECEIPT.length + 4 * STATUS.length));
            }
        }
    }

    @Test
    void fourQuestionsAtOnceAreAnsweredInOrderWhileAReceiptIsHeld() throws Exception {
        start(options().withBudget(Duration.ofSeconds(30)), later -> Blocks.never());
        printer.answersStatus();
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            pos.getOutputStream().write(new byte[] {0x10, 4, 1, 0x10, 4, 2, 0x10, 4, 3, 0x10, 4, 4});
            assertArrayEquals(new byte[] {1, 2, 3, 4}, pos.getInputStream().readNBytes(4));
        }
    }

    @Test
    void whatThePrinterSaysUnaskedReachesThePosBetweenReceiptsAndWithinThem() throws IOException {
        start(Blocks::plain);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(new byte[] {0x1D, 'a', (byte) 0xFF});
            printer.received(3);
            printer.answer(0x14, 0x00, 0x00, 0x0F);
            assertArrayEquals(
                    new byte[] {0x14, 0, 0, 0x0F}, pos.getInputStream().readNBytes(4));
            pos.getOutputStream().write(RECEIPT, 0, 20);
            printer.received(23);
            printer.answer(0x3C, 0x00, 0x0C, 0x0F);
            assertArrayEquals(
                    new byte[] {0x3C, 0, 0x0C, 0x0F}, pos.getInputStream().readNBytes(4));
            pos.getOutputStream().write(RECEIPT, 20, RECEIPT.length - 20);
            printer.received(3 + RECEIPT.length);
            printer.answer(0x14, 0x00, 0x00, 0x0F);
            assertArrayEquals(
                    new byte[] {0x14, 0, 0, 0x0F}, pos.getInputStream().readNBytes(4));
        }
    }

    @Test
    void aPosThatClosesAtOnceAndReadsNoAnswerLosesNothing() throws IOException {
        start(Blocks::plain);
        printer.answersStatus();
        var sent = new ByteArrayOutputStream();
        try (Socket pos = pos()) {
            for (int i = 0; i < 5; i++) {
                sent.writeBytes(STATUS);
                sent.writeBytes(RECEIPT);
            }
            pos.getOutputStream().write(sent.toByteArray());
        }
        assertArrayEquals(sent.toByteArray(), printer.jobs(1).getFirst());
    }

    @Test
    void aPosThatKeepsItsConnectionPrintsReceiptAfterReceiptWithAnotherPosBetween() throws IOException {
        start(Blocks::plain);
        byte[] other = Job.begin().lines("第二台").cut().bytes();
        int all = 0;
        try (Socket kept = pos()) {
            for (int day = 0; day < 3; day++) {
                for (int i = 0; i < 200; i++) {
                    kept.getOutputStream().write(RECEIPT);
                    all += RECEIPT.length;
                }
                printer.received(all);
                try (Socket pos = pos()) {
                    pos.getOutputStream().write(other);
                }
                all += other.length;
                printer.received(all);
                assertArrayEquals(other, printer.jobs(2 * day + 2).getLast());
            }
            kept.getOutputStream().write(RECEIPT);
            printer.received(all + RECEIPT.length);
        }
        assertEquals(7, printer.connections());
    }

    @Test
    void twoReceiptsInOneJobGetABlockEach() throws IOException {
        Blocks blocks = Blocks.atOnce();
        start(options(), later -> blocks);
        byte[] job = new byte[2 * RECEIPT.length];
        System.arraycopy(RECEIPT, 0, job, 0, RECEIPT.length);
        System.arraycopy(RECEIPT, 0, job, RECEIPT.length, RECEIPT.length);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(job);
        }
        assertArrayEquals(job, blocks.without(printer.jobs(1).getFirst()));
        assertEquals(2, blocks.insertions().size());
    }

    @Test
    void aPrinterThatLeavesAnIdlePosIsConnectedAgainWhereBytesAreOnlyCopied() throws IOException {
        start(options().withIdle(Duration.ofMillis(50)), Bridge.COPYING);
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            printer.received(RECEIPT.length);
            printer.answer(1);
            assertEquals(1, pos.getInputStream().read());
            // The box takes the line for between two receipts when it has been quiet for two seconds.
            pos.setSoTimeout(2_200);
            org.junit.jupiter.api.Assertions.assertThrows(
                    java.net.SocketTimeoutException.class,
                    () -> pos.getInputStream().read());
            printer.hangUp();
            printer.jobs(1);
            pos.getOutputStream().write(RECEIPT);
            assertArrayEquals(RECEIPT, tail(printer.received(2 * RECEIPT.length)));
        }
        assertEquals(
                List.of(RECEIPT.length, RECEIPT.length),
                printer.jobs(2).stream().map(job -> job.length).toList());
    }

    @Test
    void newWiringIsUsedFromTheNextReceiptOnByAPosThatStays() throws IOException {
        start(Blocks::plain);
        Blocks blocks = Blocks.atOnce();
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT, 0, 20);
            printer.received(20);
            bridge.change(options(), later -> blocks);
            pos.getOutputStream().write(RECEIPT, 20, RECEIPT.length - 20);
            assertArrayEquals(RECEIPT, printer.received(RECEIPT.length));
            assertEquals(List.of(), blocks.insertions());
            pos.getOutputStream().write(RECEIPT);
            printer.received(2 * RECEIPT.length + 100);
        }
        assertEquals(1, printer.jobs(1).size());
        assertEquals(1, blocks.insertions().size());
        assertEquals(1, printer.connections());
    }

    private static byte[] tail(byte[] bytes) {
        return java.util.Arrays.copyOfRange(bytes, bytes.length - RECEIPT.length, bytes.length);
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
}
