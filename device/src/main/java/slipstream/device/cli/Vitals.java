package slipstream.device.cli;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.device.panel.Condition;
import slipstream.device.panel.Panel;
import slipstream.device.watch.Heartbeat;
import slipstream.device.watch.Progress;
import slipstream.device.watch.ServiceManager;

/// The running box's signs of life: the beat, what the service manager is told, and the panel.
final class Vitals implements AutoCloseable {
    /// How often the box is looked at for what its panel shows.
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ServiceManager manager = ServiceManager.ofSystem();
    private final Heartbeat heartbeat = Heartbeat.start(manager);
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("look").daemon().factory());
    private volatile Panel panel = Panel.NONE;
    private volatile boolean serviceGone;

    /// Depends on these print paths; asked for each beat.
    void watch(Supplier<List<Progress>> paths) {
        heartbeat.watch(paths);
    }

    /// Shows a box on a panel from here on; once the print port is open.
    void show(Panel fitted, Box box) {
        fitted.set(Condition.BYPASS, box.bypassed().isPresent());
        heartbeat.give(fitted::beat);
        panel = fitted;
        fitted.set(Condition.SERVICE_GONE, serviceGone);
        looking.scheduleWithFixedDelay(() -> look(fitted, box), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Receipts are taken from here on.
    ///
    /// @param status what the service manager shows
    void ready(String status) {
        panel.set(Condition.STARTING, false);
        manager.status(status);
        manager.ready();
    }

    /// The connection to the service has changed.
    void connection(ConnectionState state) {
        serviceGone = !(state instanceof ConnectionState.Connected);
        panel.set(Condition.SERVICE_GONE, serviceGone);
    }

    /// The box ends because it was told to; the beat goes on until it has.
    void stopping() {
        manager.stopping();
    }

    private static void look(Panel panel, Box box) {
        Set<Condition> now = Signs.of(box);
        Signs.LOOKED_AT.forEach(condition -> panel.set(condition, now.contains(condition)));
    }

    @Override
    public void close() {
        heartbeat.close();
        looking.shutdownNow();
        panel.close();
        manager.close();
    }
}
