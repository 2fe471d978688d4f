package slipstream.cloudlink.service.ledger;

import java.util.function.Function;

/// Runs work on stores in one transaction. Safe for any number of threads; blocks.
///
/// @param <S> the store, or bundle of stores, that the work sees
public interface Ledger<S> {
    /// Work that changes nothing.
    <T> T read(Function<S, T> work);

    /// Work that takes effect wholly when it returns, and not at all when it throws. It is done once more where it
    /// throws [TryAgain], or the database gives it up in favour of another.
    <T> T write(Function<S, T> work);
}
