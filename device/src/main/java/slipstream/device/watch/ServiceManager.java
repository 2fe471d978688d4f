package slipstream.device.watch;

import org.tinylog.Logger;

/// What the service manager is told: sd_notify(3). Nothing where the box was not started by one. Never fails; what
/// cannot be told is logged once.
public final class ServiceManager implements AutoCloseable {
    private final DatagramSender sender;
    private boolean failed;

    private ServiceManager(DatagramSender sender) {
        this.sender = sender;
    }

    /// The manager that started this process, as `NOTIFY_SOCKET` says.
    public static ServiceManager ofSystem() {
        return at(System.getenv("NOTIFY_SOCKET"));
    }

    /// The manager that listens at `address`.
    ///
    /// @param address a path, or `@NAME` for an abstract one; null or anything else when there is no manager
    static ServiceManager at(String address) {
        if (address == null || !(address.startsWith("/") || address.startsWith("@"))) {
            return new ServiceManager(null);
        }
        try {
            return new ServiceManager(DatagramSender.to(address));
        } catch (Throwable e) {
            Logger.warn("The service manager at {} cannot be told anything ({}).", address, e.getMessage());
            return new ServiceManager(null);
        }
    }

    /// Whether there is one.
    public boolean present() {
        return sender != null;
    }

    /// The POS is served from now on.
    public void ready() {
        tell("READY=1");
    }

    /// The box is alive.
    public void alive() {
        tell("WATCHDOG=1");
    }

    /// The box is not to be saved: it wants to be killed and started anew, now.
    public void giveUp() {
        tell("WATCHDOG=trigger");
    }

    /// The configuration is being read again; [#ready] says when that is done.
    public void reloading() {
        tell("RELOADING=1\nMONOTONIC_USEC=" + System.nanoTime() / 1000);
    }

    /// The box ends because it was told to.
    public void stopping() {
        tell("STOPPING=1");
    }

    /// What `systemctl status` shows.
    ///
    /// @param sentence one line
    public void status(String sentence) {
        tell("STATUS=" + sentence.lines().findFirst().orElse(""));
    }

    private synchronized void tell(String message) {
        if (sender == null) {
            return;
        }
        String trouble = sender.send(message + "\n");
        if (!trouble.isEmpty() && !failed) {
            failed = true;
            Logger.warn("The service manager could not be told {} ({}).", message.strip(), trouble);
        }
    }

    @Override
    public synchronized void close() {
        if (sender != null) {
            sender.close();
        }
    }
}
