package slipstream.device.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import slipstream.device.bridge.BridgeOptions;
import slipstream.device.port.Address;
import slipstream.device.port.TcpConnector;
import slipstream.device.port.TcpPlace;
import slipstream.device.port.TcpPort;

/// The printer: whether it can be reached and is ready.
///
/// @param options where it is and what it can do
/// @param inUse whether a running box may be printing: then it is not asked, for the question could get into a receipt
record Printer(BridgeOptions options, boolean inUse) implements Check {
    static final String LINK = "printer";

    /// Dialects in which `DLE EOT` is no command for certain.
    private static final Set<String> UNASKED = Set.of("star", "micro-panel", "datecs", "bematech");

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    @Override
    public Finding find() {
        Address address = address();
        List<InetAddress> addresses;
        try {
            addresses = Within.addresses(address.host(), CONNECT);
        } catch (IOException e) {
            return broken(e.getMessage(), "set [printer] address to the printer's number; its self-test prints it.");
        }
        if (options.listen() instanceof TcpPlace tcp
                && address.port() == tcp.address().port()
                && addresses.stream().anyMatch(found -> isTheBox(found, tcp.address()))) {
            return Finding.broken(
                    LINK,
                    "[printer] address " + address + " is the box itself: receipts would go round.",
                    "set it to the printer's own address; its self-test prints it.");
        }
        try (var port = TcpPort.connect(new Address(addresses.getFirst().getHostAddress(), address.port()), CONNECT)) {
            if (inUse) {
                return unasked("while a box may be printing");
            }
            return !UNASKED.contains(options.profile().dialect())
                    ? asked(PrinterStatus.ask(port, ANSWER))
                    : unasked("in the dialect " + options.profile().dialect());
        } catch (SocketTimeoutException e) {
            return broken(
                    "no answer within " + CONNECT.toSeconds() + " s",
                    "see that it is on, its network cable is in, and its address is in this network.");
        } catch (ProtocolException e) {
            return Finding.look(
                    LINK,
                    address + " answers a status question as no printer does (" + e.getMessage() + " in hexadecimal).",
                    "see that the address is the printer's; " + page());
        } catch (IOException e) {
            return inUse ? busy(e) : refused(e);
        }
    }

    private Address address() {
        return ((TcpConnector) options.printer()).address();
    }

    private Finding asked(Optional<PrinterStatus> answer) {
        return answer.map(this::told)
                .orElseGet(() -> Finding.look(
                        LINK,
                        options.printer() + " takes connections, but leaves a status question without an answer.",
                        page()));
    }

    private String page() {
        return "print a page: slipstream test-print --printer " + options.printer() + " --profile "
                + options.profile().name();
    }

    private Finding told(PrinterStatus status) {
        String at = options.printer().toString();
        if (status.coverOpen()) {
            return Finding.broken(LINK, at + " says: the cover is open.", "close the cover.");
        }
        if (status.paperOut()) {
            return Finding.broken(LINK, at + " says: the paper is out.", "put in a new roll.");
        }
        if (status.bladeStuck()) {
            return Finding.broken(LINK, at + " says: the cutter is stuck.", "take the jammed paper out.");
        }
        if (status.failed()) {
            return Finding.broken(LINK, at + " says: error.", "turn it off, let it cool down, and on again.");
        }
        if (status.isOffline()) {
            return Finding.broken(LINK, at + " says: offline.", "look at its lamps; turn it off and on.");
        }
        return status.paperLow()
                ? Finding.look(LINK, at + " is ready, but its paper is near the end.", "keep a new roll at hand.")
                : Finding.ok(LINK, at + " is ready: it has paper, its cover is closed.");
    }

    private Finding unasked(String when) {
        return Finding.ok(LINK, options.printer() + " takes connections; its status is not asked " + when + ".");
    }

    private Finding busy(IOException e) {
        return Finding.look(
                LINK,
                options.printer() + " takes no connection (" + e.getMessage()
                        + "); the running box may have its only one.",
                "print from the till; if nothing comes, stop the box and run this again.");
    }

    private Finding refused(IOException e) {
        boolean refused = String.valueOf(e.getMessage()).contains("refused");
        return broken(
                refused ? "the connection is refused" : String.valueOf(e.getMessage()),
                refused
                        ? "see that the address is the printer's, that its port is "
                                + address().port() + ", and that nobody else is connected to it."
                        : "see that it is on, its network cable is in, and its address is in this network.");
    }

    private Finding broken(String why, String next) {
        return Finding.broken(LINK, options.printer() + " cannot be reached (" + why + ").", next);
    }

    /// Whether the box listens there: at this very address, or at all that this machine has.
    private static boolean isTheBox(InetAddress address, Address place) {
        try {
            InetAddress listen = InetAddress.getByName(place.host());
            return listen.isAnyLocalAddress()
                    ? NetworkInterface.getByInetAddress(address) != null
                    : listen.equals(address);
        } catch (UnknownHostException | SocketException ignored) {
            return false;
        }
    }
}
