package slipstream.cloudlink.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/// Where the service is, who we are, whom we trust.
///
/// The files are read at each attempt to connect, not here: a box that is not enrolled yet starts, and
/// connects once its files are there; a renewed certificate is used from the next connection on.
///
/// @param service `https://host` or `https://host:port` (default 443), without path
/// @param key our private key: PKCS#8 in PEM
/// @param certificate our certificate and the chain above it, leaf first, in PEM
/// @param authority the certificates that may have signed the service's, in PEM; no others are trusted
/// @param timings how long to wait for what
public record ClientOptions(URI service, Path key, Path certificate, Path authority, Timings timings) {
    private static final int HTTPS_PORT = 443;

    /// Checks the address.
    public ClientOptions {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(timings, "timings");
        var path = service.getRawPath();
        var bare =
                service.getRawUserInfo() == null && service.getRawQuery() == null && service.getRawFragment() == null;
        if (!"https".equalsIgnoreCase(service.getScheme())
                || service.getHost() == null
                || service.getPort() > 65535
                || service.getPort() == 0
                || !bare
                || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(
                    "service address is '" + service + "', expected https://host or https://host:port");
        }
    }

    /// Options with [Timings#DEFAULT].
    public static ClientOptions of(URI service, Path key, Path certificate, Path authority) {
        return new ClientOptions(service, key, certificate, authority, Timings.DEFAULT);
    }

    /// The same with other timings.
    public ClientOptions with(Timings other) {
        return new ClientOptions(service, key, certificate, authority, other);
    }

    /// The service's host, without the brackets of an IPv6 address.
    String host() {
        var host = service.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /// The service's TCP port.
    int port() {
        return service.getPort() < 0 ? HTTPS_PORT : service.getPort();
    }
}
