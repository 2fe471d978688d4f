package slipstream.device.doctor;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Optional;
import slipstream.device.port.Address;
import slipstream.device.port.PortHolder;

/// Where the POS finds the box, as it was at one moment.
///
/// @param address where the box is to listen
/// @param refusal why the system does not let it, empty when it does
/// @param holder who listens there already, when that may be known
record PosPort(Address address, String refusal, Optional<PortHolder> holder) implements Check {
    static final String LINK = "pos port";
    private static final String IN_USE = "in use";
    private static final int FIRST_UNPRIVILEGED = 1024;
    private static final int LONGEST_COMMAND = 60;

    /// Listens for a moment, to see whether that can be done.
    static PosPort at(Address address) {
        try (var listener = new ServerSocket()) {
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByName(address.host()), address.port()));
            return new PosPort(address, "", Optional.empty());
        } catch (UnknownHostException e) {
            return new PosPort(address, "no address is known for " + address.host(), Optional.empty());
        } catch (IOException e) {
            boolean taken =
                    e instanceof BindException && String.valueOf(e.getMessage()).contains(IN_USE);
            return new PosPort(
                    address,
                    taken ? IN_USE : String.valueOf(e.getMessage()),
                    taken ? PortHolder.of(address.port()) : Optional.empty());
        }
    }

    /// Whether a box may be running: the printer may be its.
    boolean mayBeRunning() {
        return taken() && holder.map(PortHolder::isBox).orElse(true);
    }

    private boolean taken() {
        return refusal.equals(IN_USE);
    }

    @Override
    public Finding find() {
        if (refusal.isEmpty()) {
            return Finding.ok(LINK, address + " is free; no box is running there.");
        }
        return taken() ? held() : refused();
    }

    private Finding held() {
        if (holder.isEmpty()) {
            return Finding.look(
                    LINK,
                    address + " is held by a process of another user; that may be the running box.",
                    "run this again with sudo to see which.");
        }
        long pid = holder.get().pid();
        return holder.get().isBox()
                ? Finding.ok(LINK, address + " is held by the running box, process " + pid + ".")
                : Finding.broken(
                        LINK,
                        address + " is held by another program, process " + pid + " (" + command() + ").",
                        "stop that program, or set another port in [pos] listen and at the till.");
    }

    private String command() {
        String command = holder.get().command();
        return command.length() > LONGEST_COMMAND ? command.substring(0, LONGEST_COMMAND) + "…" : command;
    }

    private Finding refused() {
        String sentence = "Nothing can listen at " + address + " (" + refusal + ").";
        if (refusal.contains("denied") && address.port() < FIRST_UNPRIVILEGED) {
            return Finding.broken(LINK, sentence, "ports below 1024 are root's: use 9100, which most tills print to.");
        }
        return Finding.broken(
                LINK, sentence, "set [pos] listen to an address of this machine; \"0.0.0.0:9100\" is all of them.");
    }
}
