package slipstream.device.cli;

import java.util.List;
import java.util.function.Supplier;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.device.panel.Condition;
import slipstream.device.panel.GpioPanel;
import slipstream.device.panel.Panel;
import slipstream.device.panel.PanelActions;
import slipstream.device.panel.PanelOptions;
import slipstream.device.watch.Heartbeat;
import slipstream.device.watch.Progress;
import slipstream.device.watch.ServiceManager;

/// The running box's signs of life: the beat, what the service manager is told, and the panel.
final class Vitals implements AutoCloseable {
    private final ServiceManager manager = ServiceManager.ofSystem();
    private final Heartbeat heartbeat = Heartbeat.start(manager);
    private volatile Panel panel = Panel.NONE;
    private volatile boolean serviceGone;

    /// Depends on these print paths; asked for each beat.
    void watch(Supplier<List<Progress>> paths) {
        heartbeat.watch(paths);
    }

    /// Shows itself on a panel from here on; once the print port is open.
    ///
    /// @param actions what its button does
    void show(PanelOptions wired, PanelActions actions) {
        Panel fitted = GpioPanel.start(wired, actions);
        heartbeat.give(fitted::beat);
        fitted.set(Condition.SERVICE_GONE, serviceGone);
        panel = fitted;
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

    @Override
    public void close() {
        heartbeat.close();
        panel.close();
        manager.close();
    }
}
