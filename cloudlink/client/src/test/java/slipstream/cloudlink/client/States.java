package slipstream.cloudlink.client;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The states a client went through, to wait for one of them.
final class States implements Consumer<ConnectionState> {
    private final BlockingQueue<ConnectionState> told = new LinkedBlockingQueue<>();

    @Override
    public void accept(ConnectionState state) {
        told.add(state);
    }

    /// The next state of this kind; those before it are passed over.
    <S extends ConnectionState> S await(Class<S> kind) throws InterruptedException {
        while (true) {
            var state = told.poll(30, TimeUnit.SECONDS);
            assertNotNull(state, () -> "no state of kind " + kind.getSimpleName());
            if (kind.isInstance(state)) {
                return assertInstanceOf(kind, state);
            }
        }
    }

    /// The very next state, which must be of this kind.
    <S extends ConnectionState> S next(Class<S> kind) throws InterruptedException {
        return assertInstanceOf(kind, told.poll(30, TimeUnit.SECONDS));
    }

    void connected() throws InterruptedException {
        await(ConnectionState.Connected.class);
    }

    /// Why the client waits.
    String waiting() throws InterruptedException {
        return await(ConnectionState.Waiting.class).reason();
    }
}
