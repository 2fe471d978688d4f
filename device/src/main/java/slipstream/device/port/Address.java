package slipstream.device.port;

/// Where a TCP port is.
///
/// @param host a name or an address, an IPv6 address without brackets
/// @param port 0 to 65535; 0 lets the system choose one to listen at
public record Address(String host, int port) {
    /// Where printers listen.
    public static final int RAW_PRINTING = 9100;

    private static final String EXPECTED = "expected HOST:PORT, as 192.168.1.50:9100";

    /// Reads `HOST:PORT`, `HOST`, `[IPV6]:PORT`.
    ///
    /// @param otherwise the port when `text` has none
    /// @throws IllegalArgumentException when `text` is none of these; the message tells what was found and what
    ///     was expected
    public static Address parse(String text, int otherwise) {
        String host = text.strip();
        int port = otherwise;
        int colon = host.lastIndexOf(':');
        boolean bracketed = host.startsWith("[") && host.contains("]");
        if (colon > host.lastIndexOf(']') && (bracketed || host.indexOf(':') == colon)) {
            port = port(text, host.substring(colon + 1));
            host = host.substring(0, colon);
        }
        if (bracketed) {
            host = host.substring(1, host.indexOf(']'));
        }
        if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || c == '/' || c == '[')) {
            throw new IllegalArgumentException("\"" + text + "\" names no host; " + EXPECTED + ".");
        }
        return new Address(host, port);
    }

    /// Reads the number of a port.
    ///
    /// @throws IllegalArgumentException when it is none
    private static int port(String text, String digits) {
        if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > 65535) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" names port \"" + digits + "\", which is not 0 to 65535; " + EXPECTED + ".");
        }
        return Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
