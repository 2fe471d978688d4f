package slipstream.device.panel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.tinylog.Logger;

/// A panel on pins. It takes them on a thread of its own, which takes a second or two on a small board; what it is told
/// before counts. Where there are no pins to be had it is as good as [Panel#NONE].
public final class GpioPanel implements Panel {
    private final PanelActions actions;
    private final Face face;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean testing = new AtomicBoolean();
    private final Thread thread;

    GpioPanel(PanelOptions options, PanelActions actions, Function<PanelOptions, Pins> pins) {
        this.actions = actions;
        face = new Face(options);
        thread = Thread.ofPlatform().name("panel").daemon().start(() -> run(options, pins));
    }

    /// Begins to take the pins of this machine.
    ///
    /// @param actions what the button does
    public static Panel start(PanelOptions options, PanelActions actions) {
        // Not a reference to the method: where Pi4J is missing, only the panel's own thread may notice.
        return new GpioPanel(options, actions, wanted -> Pins.ofSystem(wanted));
    }

    @Override
    public void set(Condition condition, boolean on) {
        face.set(condition, on);
    }

    @Override
    public void beat() {
        face.beat();
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join(2_000);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(PanelOptions options, Function<PanelOptions, Pins> open) {
        try (Pins pins = open.apply(options)) {
            Logger.info("The panel is there.");
            do {
                act(face.tick(pins, System.nanoTime()));
            } while (!ended.await(Face.TICK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            Logger.warn("The box goes on without its panel ({}).", reason(e));
        }
    }

    private void act(Button.Press press) {
        switch (press) {
            case NONE -> {}
            case SHORT -> {
                if (testing.compareAndSet(false, true)) {
                    begin(actions::testPage, () -> testing.set(false));
                }
            }
            case LONG -> {
                boolean bypass = face.is(Condition.BYPASS);
                begin(() -> actions.bypass(bypass), () -> {});
            }
        }
    }

    private static void begin(Runnable action, Runnable done) {
        Thread.ofVirtual().name("button").start(() -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                Logger.warn("The button did nothing ({}).", reason(e));
            } finally {
                done.run();
            }
        });
    }

    /// The innermost cause says what is really wrong: Pi4J wraps.
    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        String name = cause.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }
}
