package slipstream.device.panel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The panel on its own thread.
@Timeout(60)
class GpioPanelTest {
    private final MockBoard board = new MockBoard();
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final PanelActions actions = new PanelActions() {
        @Override
        public void testPage() {
            done.add("test page");
        }

        @Override
        public void bypass(boolean on) {
            done.add("bypass " + on);
        }
    };

    @Test
    void whatIsToldBeforeThePinsAreThereCounts() throws InterruptedException {
        var there = new CountDownLatch(1);
        try (var panel = new GpioPanel(MockBoard.WHOLE, actions, options -> {
            await(there);
            return board.pins(options);
        })) {
            panel.set(Condition.STARTING, false);
            panel.set(Condition.PRINTER_GONE, true);
            assertFalse(board.high(MockBoard.RED));
            there.countDown();
            until(() -> board.high(MockBoard.RED));
        }
        assertFalse(board.high(MockBoard.RED), "dark in the end");
    }

    @Test
    void theButtonPrintsAndLaysTheBypass() throws InterruptedException {
        try (var panel = new GpioPanel(MockBoard.WHOLE, actions, board::pins)) {
            panel.set(Condition.STARTING, false);
            until(() -> board.high(MockBoard.GREEN));
            board.press(true);
            assertEquals("bypass true", next());
            panel.beat();
            board.press(false);
        }
        assertFalse(board.high(MockBoard.RELAY));
    }

    @Test
    void whateverFailsThePanelIsQuietAndTheBoxGoesOn() throws InterruptedException {
        for (Throwable failure : new Throwable[] {
            new IllegalStateException("No gpio chip yet initialized!"),
            new NoClassDefFoundError("com/pi4j/Pi4J"),
            new UnsatisfiedLinkError("libpi4j-gpiod.so"),
            new StackOverflowError()
        }) {
            var failed = new CountDownLatch(1);
            try (var panel = new GpioPanel(MockBoard.WHOLE, actions, options -> {
                failed.countDown();
                throw sneaky(failure);
            })) {
                assertTrue(failed.await(20, TimeUnit.SECONDS));
                panel.set(Condition.PRINTER_GONE, true);
                panel.beat();
            }
        }
    }

    @Test
    void aMachineWithoutPinsHasNoPanel() {
        try (Panel panel = GpioPanel.start(MockBoard.WHOLE, actions)) {
            assertDoesNotThrow(panel::beat);
        }
    }

    @Test
    void pinsThatAreTakenTwiceAreRefusedAndGivenBack() {
        var twice = new PanelOptions(
                MockBoard.WHOLE.green(),
                MockBoard.WHOLE.green(),
                MockBoard.WHOLE.button(),
                MockBoard.WHOLE.relay(),
                MockBoard.WHOLE.buzzer(),
                PanelOptions.LONG_PRESS);
        try (var panel = new GpioPanel(twice, actions, board::pins)) {
            panel.beat();
        }
        for (int pin : MockBoard.OUTPUTS) {
            assertFalse(board.high(pin));
        }
    }

    private String next() throws InterruptedException {
        String what = done.poll(20, TimeUnit.SECONDS);
        assertTrue(what != null, "nothing was done");
        return what;
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

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
