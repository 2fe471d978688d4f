package slipstream.device.claim;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import slipstream.cloudlink.client.ServiceClient;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;

/// Who answers whether a payment earns a link. Must not block.
@FunctionalInterface
public interface Identifier {
    /// Asks; the future fails when there is no answer.
    CompletableFuture<IdentifyAnswer> ask(IdentifyRequest request);

    /// The identification service.
    ///
    /// @param patience how long an answer is of use
    static Identifier of(ServiceClient client, Duration patience) {
        return request -> client.identify(request, patience);
    }
}
