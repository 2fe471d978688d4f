package slipstream.cloudlink.service.web.api;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;
import slipstream.cloudlink.service.gateway.Masked;
import slipstream.cloudlink.service.identify.Decision;
import slipstream.cloudlink.service.identify.Identification;
import slipstream.cloudlink.service.identify.Reason;
import slipstream.cloudlink.service.merchant.Merchant;
import slipstream.cloudlink.service.web.api.Boxes.Box;
import slipstream.cloudlink.service.web.claim.Captions;
import slipstream.cloudlink.service.web.claim.ClaimUrls;
import slipstream.cloudlink.service.web.http.Reply;

/// `POST /v1/identify`.
public final class IdentifyRoute {
    private final Identification identification;
    private final ClaimUrls urls;
    private final BiConsumer<Reason, Duration> watch;

    /// @param watch is told of each decision, and how long it took
    public IdentifyRoute(Identification identification, ClaimUrls urls, BiConsumer<Reason, Duration> watch) {
        this.identification = identification;
        this.urls = urls;
        this.watch = watch;
    }

    Reply identify(Box box, IdentifyRequest request) {
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
}
