package slipstream.cloudlink.client;

import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.ssl.NotSslRecordException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;

/// What went wrong on the way to the service, in words a technician can act on.
final class Reasons {
    private static final int DEEPEST = 12;
    private static final String UNTRUSTED = "the service's certificate is not signed by the authority we trust";

    private Reasons() {}

    /// The reason behind `thrown`, without a final stop: the most telling of it and its causes.
    static String of(Throwable thrown) {
        String telling = null;
        var cause = thrown;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            var said = said(cause);
            telling = said == null ? telling : said;
        }
        return telling == null ? Words.plain(thrown.getClass().getSimpleName() + ": " + thrown.getMessage()) : telling;
    }

    /// What this one exception tells; null when a cause below it may tell more. The innermost wins.
    private static String said(Throwable thrown) {
        var message = Words.plain(thrown.getMessage());
        return switch (thrown) {
            case CredentialsException ignored -> message;
            case UnknownHostException ignored -> "no address is known for " + message;
            case NoRouteToHostException ignored -> "there is no route to the service";
            case ConnectException ignored ->
                message.contains("refused") ? "the service's port refuses the connection" : message;
            case CertificateExpiredException ignored ->
                "the service's certificate has expired by our clock, " + message;
            case CertificateNotYetValidException ignored ->
                "the service's certificate is not valid yet by our clock, " + message;
            case CertPathBuilderException ignored -> UNTRUSTED;
            case CertPathValidatorException ignored -> UNTRUSTED;
            case CertificateException ignored ->
                message.startsWith("No ") ? "the service's certificate is for another host: " + message : null;
            case NotSslRecordException ignored -> "the service's port does not speak TLS";
            case SSLException ignored -> tls(message);
            case Http2Exception ignored -> "the service broke HTTP/2: " + message;
            case ClosedChannelException ignored -> "the service closed the connection";
            default -> null;
        };
    }

    private static String tls(String message) {
        if (message.contains("no_application_protocol")) {
            return "the service does not speak HTTP/2";
        }
        if (message.contains("fatal alert")) {
            return message.contains("certificate") || message.contains("unknown_ca") || message.contains("denied")
                    ? "the service refuses our certificate, " + message
                    : "TLS failed, " + message;
        }
        return "TLS failed, " + message;
    }
}
