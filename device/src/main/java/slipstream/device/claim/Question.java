package slipstream.device.claim;

import java.util.concurrent.CompletableFuture;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.PaymentReference;

/// A question under way.
///
/// @param reference what was asked about
/// @param answer what comes of it
record Question(PaymentReference reference, CompletableFuture<IdentifyAnswer> answer) {
    /// The reference as a log may show it.
    String masked() {
        String value = reference.value();
        return reference.scheme() + " " + reference.kind() + " …" + value.substring(Math.max(0, value.length() - 4));
    }
}
