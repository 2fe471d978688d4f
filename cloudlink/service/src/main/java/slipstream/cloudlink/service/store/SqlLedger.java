package slipstream.cloudlink.service.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import slipstream.cloudlink.service.ledger.Ledger;
import slipstream.cloudlink.service.ledger.TryAgain;

/// Transactions over a database's connections.
record SqlLedger<S>(Database database, Function<Handle, S> stores) implements Ledger<S> {
    /// A transaction that a database of many nodes gave up in favour of another, with nothing done, and that
    /// may be tried again: serialization failure and deadlock.
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01");

    private static final int MOST_TRIES = 50;

    @Override
    public <T> T read(Function<S, T> work) {
        return trying(() -> database.dialect().transactionsShowOneMoment()
                ? database.reading().inTransaction(handle -> work.apply(stores.apply(handle)))
                : database.reading().withHandle(handle -> work.apply(stores.apply(handle))));
    }

    @Override
    public <T> T write(Function<S, T> work) {
        return trying(() -> database.writing().inTransaction(handle -> work.apply(stores.apply(handle))));
    }

    private static <T> T trying(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return work.get();
            } catch (JdbiException | TryAgain e) {
                if (tries == MOST_TRIES || !mayBeTriedAgain(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean mayBeTriedAgain(Throwable e) {
        if (e instanceof TryAgain) {
            return true;
        }
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TRY_AGAIN.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
