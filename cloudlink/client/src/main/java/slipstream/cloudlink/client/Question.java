package slipstream.cloudlink.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.Messages;

/// One question on its way: its JSON, its deadline and the future that ends it.
///
/// The first to complete the future wins, so a late answer is dropped by itself.
final class Question {
    private final byte[] body;
    private final Duration patience;
    private final long askedNanos = System.nanoTime();
    private final CompletableFuture<IdentifyAnswer> future = new CompletableFuture<>();

    Question(IdentifyRequest request, Duration patience) {
        this.body = Messages.IDENTIFY_REQUEST.write(request).getBytes(StandardCharsets.UTF_8);
        this.patience = patience;
    }

    byte[] body() {
        return body;
    }

    CompletableFuture<IdentifyAnswer> future() {
        return future;
    }

    /// What is left of the patience; 0 or less when it is used up.
    long remainingNanos() {
        return patience.toNanos() - (System.nanoTime() - askedNanos);
    }

    void answer(IdentifyAnswer answer) {
        future.complete(answer);
    }

    void fail(Failure failure) {
        if (!future.isDone()) {
            future.completeExceptionally(new IdentifyException(failure));
        }
    }

    void timeOut() {
        fail(new Failure.TimedOut(patience));
    }
}
