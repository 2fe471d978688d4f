package slipstream.cloudlink.service.config;

import java.util.Optional;

/// Where to listen.
///
/// @param host a host name or address
/// @param port 1 to 65535, or 0 for any free one
public record Listen(String host, int port) {
    /// Reads `host:port`; an IPv6 address stands in brackets.
    public static Optional<Listen> read(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        var host = text.substring(0, colon).replaceAll("^\\[|]$", "");
        int port = Integer.parseInt(text.substring(colon + 1));
        return port > 65535 || host.isBlank() ? Optional.empty() : Optional.of(new Listen(host, port));
    }

    /// The same place with the port that was found free.
    public Listen withPort(int actual) {
        return new Listen(host, actual);
    }

    /// As in an address: `127.0.0.1:8080`, `[::1]:8080`.
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
