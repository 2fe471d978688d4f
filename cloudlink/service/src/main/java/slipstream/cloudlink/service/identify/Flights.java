package slipstream.cloudlink.service.identify;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Lets simultaneous callers with one and the same question share one answer.
final class Flights<T> {
    private final ConcurrentHashMap<String, CompletableFuture<T>> under = new ConcurrentHashMap<>();

    /// Runs `work`, or waits for the caller who is already doing it for this `key`.
    T share(String key, Supplier<T> work) {
        var mine = new CompletableFuture<T>();
        var others = under.putIfAbsent(key, mine);
        if (others != null) {
            return join(others);
        }
        try {
            mine.complete(work.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            under.remove(key, mine);
        }
        return join(mine);
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
