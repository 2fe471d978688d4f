package slipstream.device.bridge;

import java.util.concurrent.Executor;

/// What a session offers to those who decide what its receipts carry: runs, under the session's lock, what is decided
/// after a receipt's end.
public interface Decisions extends Executor {
    /// The receipt that ends now is a picture that is still being read, and its end may wait while its paper is on
    /// its way. Called by the thread that feeds the session, before the end is decided.
    ///
    /// @param since when the first of its rows was passed on, as [System#nanoTime] counts
    /// @param rows how many rows of dots have to be printed before its end
    default void pictured(long since, long rows) {}
}
