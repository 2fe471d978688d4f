package slipstream.device.claim;

import java.util.concurrent.CompletableFuture;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.PaymentReference;

/// A question under way.
///
/// @param request what was asked
/// @param answer what comes of it
record Question(IdentifyRequest request, CompletableFuture<IdentifyAnswer> answer) {
    /// What was asked about.
    PaymentReference reference() {
        return request.reference();
    }

    /// The reference as a log may show it.
    String masked() {
        PaymentReference reference = reference();
        String value = reference.value();
        return reference.scheme() + " " + reference.kind() + " …" + value.substring(Math.max(0, value.length() - 4));
    }
}
