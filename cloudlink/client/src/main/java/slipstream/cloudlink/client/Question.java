package slipstream.cloudlink.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// One question on its way: its JSON, its deadline and the future that ends it.
///
/// The first to complete the future wins, so a late answer is dropped by itself.
///
/// @param <A> what it is answered with
final class Question<A> {
    private final String path;
    private final byte[] body;
    private final int status;
    private final Function<byte[], A> read;
    private final Duration patience;
    private final long askedNanos = System.nanoTime();
    private final CompletableFuture<A> future = new CompletableFuture<>();

    private Question(String path, byte[] body, int status, Function<byte[], A> read, Duration patience) {
        this.path = path;
        this.body = body;
        this.status = status;
        this.read = read;
        this.patience = patience;
    }

    static <Q, A> Question<A> of(Operation<Q, A> operation, Q request, Duration patience) {
        var body = operation.request().write(request).getBytes(StandardCharsets.UTF_8);
        return new Question<>(operation.path(), body, operation.status(), operation.read(), patience);
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body;
    }

    /// The HTTP status of an answer.
    int status() {
        return status;
    }

    CompletableFuture<A> future() {
        return future;
    }

    /// What is left of the patience; 0 or less when it is used up.
    long remainingNanos() {
        return patience.toNanos() - (System.nanoTime() - askedNanos);
    }

    /// @throws io.avaje.json.JsonException when `answer` is none
    void answer(byte[] answer) {
        future.complete(read.apply(answer));
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
