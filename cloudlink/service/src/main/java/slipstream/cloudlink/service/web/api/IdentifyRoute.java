package slipstream.cloudlink.service.web.api;

import io.avaje.json.JsonException;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.service.fleet.Device;
import slipstream.cloudlink.service.gateway.Masked;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.web.claim.Captions;
import slipstream.cloudlink.service.web.claim.ClaimUrls;
import slipstream.cloudlink.service.web.http.Reply;

/// `POST /v1/identify`. Box and merchant are known from the client certificate.
public final class IdentifyRoute {
    private final Function<String, Optional<Box>> boxes;
    private final Identification identification;
    private final ClaimUrls urls;
    private final BiConsumer<Reason, Duration> watch;

    /// @param boxes finds a box and its merchant by device id
    /// @param watch is told of each decision, and how long it took
    public IdentifyRoute(
            Function<String, Optional<Box>> boxes,
            Identification identification,
            ClaimUrls urls,
            BiConsumer<Reason, Duration> watch) {
        this.boxes = boxes;
        this.identification = identification;
        this.urls = urls;
        this.watch = watch;
    }

    Reply identify(RoutingContext ctx) {
        var box = deviceId(ctx).flatMap(boxes);
        if (box.isEmpty()) {
            return Reply.problem(403, "unknown-device", "the certificate names no box that is registered here");
        }
        var device = box.get().device();
        if (device.revokedAt().isPresent()) {
            return Reply.problem(403, "revoked-device", "the box " + device.id() + " was revoked");
        }
        try {
            var request = Messages.IDENTIFY_REQUEST.read(
                    Optional.ofNullable(ctx.body().asString()).orElse(""));
            return answer(box.get(), request);
        } catch (JsonException e) {
            return Reply.problem(400, "bad-request", "the body is not the JSON of an identify request");
        }
    }

    private Reply answer(Box box, IdentifyRequest request) {
        var objection = ReferenceShapes.objection(request.reference());
        if (objection.isPresent()) {
            return Reply.problem(400, "bad-request", objection.get());
        }
        long began = System.nanoTime();
        var decision = identification.identify(box.merchant(), request);
        watch.accept(decision.reason(), Duration.ofNanos(System.nanoTime() - began));
        Logger.info(
                "box {} of {}: {} {} {}",
                box.device().name(),
                box.merchant().id(),
                request.reference().scheme(),
                Masked.of(request.reference().value()),
                decision.reason().word());
        return Reply.json(200, Messages.IDENTIFY_ANSWER.write(answer(box.merchant(), decision)));
    }

    private IdentifyAnswer answer(Merchant merchant, Decision decision) {
        return switch (decision) {
            case Decision.Link made ->
                IdentifyAnswer.link(
                        made.reason().word(), urls.of(made.link().token()), Captions.of(merchant, made.link()));
            case Decision.Plain plain -> IdentifyAnswer.plain(plain.reason().word());
        };
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
