package slipstream.device.claim;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What survives a power cut. What it is given is kept in the background, in the order in which it came: no method
/// ever waits for the disk. May be called from any thread.
///
/// As it stands here it keeps nothing: a box without a disk to write on.
public interface Journal {
    /// Keeps nothing.
    Journal NONE = new Journal() {};

    /// What an earlier run left.
    ///
    /// @param messages what was not told, the oldest first
    /// @param receipts what happened to the last receipts, the oldest first
    record Left(List<Kept> messages, List<ReceiptNote> receipts) {}

    /// Tokens that nobody else will ever be given.
    ///
    /// @param left how many more are kept
    record Lease(List<Token> tokens, int left) {}

    /// Begins.
    ///
    /// @param left told once, on a thread of the journal, as soon as it is known; never when nothing can be read
    default void begin(Consumer<Left> left) {}

    /// Whether what it is given now will be kept, as far as it knows.
    default boolean lasting() {
        return false;
    }

    /// Keeps a message; in the place of one with the same id.
    default void add(Kept message) {}

    /// Forgets the message with that id: it was told, or never will be.
    default void done(String id) {}

    /// Keeps tokens.
    ///
    /// @return whether they are kept; when not, they must never be printed, for they may be kept nevertheless
    default CompletableFuture<Boolean> put(List<Token> tokens) {
        return CompletableFuture.completedFuture(false);
    }

    /// Takes up to `most` tokens out, for good: they are no longer kept when this completes.
    default CompletableFuture<Lease> lease(int most) {
        return CompletableFuture.completedFuture(new Lease(List.of(), 0));
    }

    /// Keeps what happened to a receipt, for a while.
    default void note(ReceiptNote note) {}
}
