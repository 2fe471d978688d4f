package slipstream.cloudlink.service.web.operations;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Whether a balancer should send anything here. Safe for any number of threads.
public final class Readiness {
    private volatile Stage stage = Stage.STARTING;
    private volatile BooleanSupplier database = () -> false;

    private enum Stage {
        STARTING,
        SERVING,
        DRAINING
    }

    /// The database is migrated and both sides listen.
    ///
    /// @param answers whether the database answers; blocks for a bounded time
    public void serving(BooleanSupplier answers) {
        database = answers;
        stage = Stage.SERVING;
    }

    /// The service is about to stop.
    public void draining() {
        stage = Stage.DRAINING;
    }

    /// Why nothing should be sent here, in one sentence; nothing when all is well.
    public Optional<String> objection() {
        return switch (stage) {
            case STARTING -> Optional.of("the service is starting");
            case DRAINING -> Optional.of("the service is stopping");
            case SERVING ->
                database.getAsBoolean() ? Optional.empty() : Optional.of("the database does not answer in time");
        };
    }
}
