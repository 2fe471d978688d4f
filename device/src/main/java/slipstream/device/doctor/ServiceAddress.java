package slipstream.device.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The way to the service: its name is known, and one of its addresses takes a TCP connection.
record ServiceAddress(URI service) implements Check {
    private static final String LINK = "service address";
    private static final int HTTPS = 443;
    private static final int MOST_ADDRESSES = 3;
    private static final Duration WAIT = Duration.ofSeconds(3);
    private static final String NETWORK =
            "see that this box has a way out: ip route, and the shop's firewall for TCP port ";

    @Override
    public Finding find() {
        String host = service.getHost().replaceAll("[\\[\\]]", "");
        int port = service.getPort() < 0 ? HTTPS : service.getPort();
        List<InetAddress> addresses;
        try {
            addresses = Within.addresses(host, WAIT);
        } catch (IOException e) {
            return broken(
                    e.getMessage(),
                    "see that [service] url is right and that this box has a name server: resolvectl status");
        }
        String why = "";
        String next = "";
        for (InetAddress address : addresses.stream().limit(MOST_ADDRESSES).toList()) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), Math.toIntExact(WAIT.toMillis()));
                return Finding.ok(LINK, service + " is " + address.getHostAddress() + " and takes connections.");
            } catch (SocketTimeoutException e) {
                why = address.getHostAddress() + " does not answer within " + WAIT.toSeconds() + " s";
                next = NETWORK + port + ".";
            } catch (IOException e) {
                boolean refused = String.valueOf(e.getMessage()).contains("refused");
                why = address.getHostAddress() + ": "
                        + (refused ? "port " + port + " refuses the connection" : e.getMessage());
                next = refused
                        ? "see that the port in [service] url is right, and ask the operator whether the service runs."
                        : NETWORK + port + ".";
            }
        }
        return broken(why, next);
    }

    private Finding broken(String why, String next) {
        return Finding.broken(LINK, service + " cannot be reached (" + why + ").", next);
    }
}
