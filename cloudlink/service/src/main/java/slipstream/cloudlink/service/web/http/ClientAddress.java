package slipstream.cloudlink.service.web.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Where a request comes from, for counting: an IPv4 address, or the first 64 bits of an IPv6 address, which is
/// what one household gets.
///
/// Behind our proxy it is the last entry of `X-Forwarded-For`, the only one that the proxy itself has written.
/// That header counts only when it comes from a loopback or private address.
public final class ClientAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");
    private static final int PREFIX_BYTES = 8;

    private ClientAddress() {}

    static String of(HttpServerRequest request) {
        return network(literal(request));
    }

    /// The address itself, as far as it is known.
    public static String literal(HttpServerRequest request) {
        var peer =
                request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
        var all = request.headers().getAll("X-Forwarded-For");
        return of(peer == null ? "" : peer, all.isEmpty() ? "" : all.getLast());
    }

    /// @param forwarded the last header `X-Forwarded-For`; empty when there is none
    static String of(String peer, String forwarded) {
        var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return isNear(peer) && LITERAL.matcher(last).matches() ? last : peer;
    }

    private static boolean isNear(String peer) {
        var address = parsed(peer);
        return address != null
                && (address.isLoopbackAddress() || address.isSiteLocalAddress() || isUniqueLocal(address));
    }

    /// RFC 4193: `fc00::/7`.
    private static boolean isUniqueLocal(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }

    private static String network(String text) {
        var address = parsed(text);
        if (address == null) {
            return "unknown";
        }
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, PREFIX_BYTES) : bytes);
    }

    /// Only literals, so that nothing is looked up.
    private static InetAddress parsed(String text) {
        try {
            return LITERAL.matcher(text).matches() ? InetAddress.ofLiteral(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
