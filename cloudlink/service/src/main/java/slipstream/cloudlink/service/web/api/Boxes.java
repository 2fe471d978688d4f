package slipstream.cloudlink.service.web.api;

import io.avaje.json.JsonException;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.web.http.Reply;

/// Which box calls: known from its client certificate, and so is the merchant.
///
/// @param boxes finds a box and its merchant by device id
public record Boxes(Function<String, Optional<Box>> boxes) {
    /// A handler that lets boxes in that are registered and were not revoked, and reads what they say.
    ///
    /// @param what how the message is called in the sentence that refuses another
    <Q> Function<RoutingContext, Reply> taking(JsonMessage<Q> message, String what, BiFunction<Box, Q, Reply> answer) {
        return ctx -> {
            var box = deviceId(ctx).flatMap(boxes);
            if (box.isEmpty()) {
                return Reply.problem(403, "unknown-device", "the certificate names no box that is registered here");
            }
            var device = box.get().device();
            if (device.revokedAt().isPresent()) {
                return Reply.problem(403, "revoked-device", "the box " + device.id() + " was revoked");
            }
            Q request;
            try {
                request =
                        message.read(Optional.ofNullable(ctx.body().asString()).orElse(""));
            } catch (JsonException e) {
                return Reply.problem(400, "bad-request", "the body is not the JSON of " + what);
            }
            return answer.apply(box.get(), request);
        };
    }

    /// Refuses a request in one sentence.
    static Reply bad(String sentence) {
        return Reply.problem(400, "bad-request", sentence);
    }

    private static Optional<String> deviceId(RoutingContext ctx) {
        try {
            var session = ctx.request().connection().sslSession();
            if (session == null || !(session.getPeerCertificates()[0] instanceof X509Certificate certificate)) {
                return Optional.empty();
            }
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Optional.empty()
                    : names.stream()
                            .map(name -> String.valueOf(name.get(1)))
                            .flatMap(name -> Device.idIn(name).stream())
                            .findFirst();
        } catch (SSLPeerUnverifiedException | CertificateParsingException e) {
            return Optional.empty();
        }
    }

    /// A box and the merchant it stands at.
    public record Box(Device device, Merchant merchant) {}
}
