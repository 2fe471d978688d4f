package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.Job;
import slipstream.device.port.Address;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.profile.PrinterProfile;

/// What the watch calls a hang, and what it does not.
@Timeout(60)
class WatchedBridgeTest {
    private static final byte[] RECEIPT =
            Job.begin().lines("清风小馆", "合计 12.80").cut().bytes();

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
    void codeOfOursThatHangsIsSeen() throws Exception {
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        start(later -> new Blocks((receipt, hold) -> {
            reached.countDown();
            await(goOn);
            hold.plain();
        }));
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
            reached.await();
            until(() -> bridge.progress().stuck(Duration.ZERO).isPresent());
            String who = "POS 127.0.0.1:" + pos.getLocalPort();
            assertEquals(
                    Optional.of(who + " is stuck in the box"), bridge.progress().stuck(Duration.ZERO));
            goOn.countDown();
            printer.received(RECEIPT.length);
            until(() -> bridge.progress().stuck(Duration.ZERO).isEmpty());
        }
    }

    @Test
    void aPrinterThatStallsIsNoHang() throws Exception {
        printer.stalled(true);
        start(Blocks::plain);
        Socket pos = pos();
        Thread.ofPlatform().daemon().start(() -> {
            byte[] text = new byte[64 * 1024];
            Arrays.fill(text, (byte) 'x');
            try {
                for (int i = 0; i < 4096; i++) {
                    pos.getOutputStream().write(text);
                }
            } catch (IOException ignored) {
                // The test is over.
            }
        });
        until(WatchedBridgeTest::waitsForPrinter);
        assertEquals(Optional.empty(), bridge.progress().stuck(Duration.ofMillis(100)));
        pos.close();
    }

    @Test
    void aReceiptThatWaitsForItsAnswerIsNoHang() throws Exception {
        BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
        start(later -> new Blocks((receipt, hold) -> answers.add(() -> later.execute(hold::plain))));
        try (Socket pos = pos()) {
            pos.getOutputStream().write(RECEIPT);
        }
        Runnable answer = answers.take();
        until(() -> bridge.progress().stuck(Duration.ZERO).isEmpty());
        answer.run();
        assertEquals(RECEIPT.length, printer.jobs(1).getFirst().length);
    }

    @Test
    void anOrderlyEndIsNoHang() throws Exception {
        start(Blocks::plain);
        assertEquals(Optional.empty(), bridge.progress().stuck(Duration.ZERO));
        bridge.close();
        assertEquals(Optional.empty(), bridge.progress().stuck(Duration.ZERO));
        assertFalse(answersAt(bridge.port()));
    }

    private void start(Function<Decisions, Claims> claims) throws IOException {
        var options = BridgeOptions.of(new Address("127.0.0.1", 0), printer.address(), PrinterProfile.GENERIC_80MM);
        bridge = Bridge.start(options.withBudget(Duration.ofSeconds(30)).withDrain(Duration.ofMillis(50)), claims);
    }

    private Socket pos() throws IOException {
        return new Socket("127.0.0.1", bridge.port());
    }

    private static boolean answersAt(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException ignored) {
            return false;
        }
    }

    /// Whether a session's thread is in the middle of a write that the printer does not take.
    private static boolean waitsForPrinter() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().startsWith("POS "))
                .map(entry -> Arrays.toString(entry.getValue()))
                .anyMatch(stack -> stack.contains("TcpPort.write") && stack.contains("park"));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.yield();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
