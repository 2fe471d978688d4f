package slipstream.cloudlink.service;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.tinylog.Logger;
import slipstream.cloudlink.service.config.Operations;
import slipstream.cloudlink.service.web.operations.Metrics;
import slipstream.cloudlink.service.web.operations.OperationsServer;
import slipstream.cloudlink.service.web.operations.Readiness;

/// What operators see of the service. Begins before everything else and ends last.
record Watching(Readiness readiness, Metrics metrics, OperationsServer server, Duration warning)
        implements AutoCloseable {

    static Watching start(Operations operations) throws IOException {
        var readiness = new Readiness();
        var metrics = new Metrics();
        var server = OperationsServer.start(operations.listen(), readiness, metrics);
        return new Watching(readiness, metrics, server, operations.warning());
    }

    URI at() {
        return server.at();
    }

    /// From now on not ready; returns when balancers have had the time to see it.
    void leave() {
        readiness.draining();
        try {
            Thread.sleep(warning);
        } catch (InterruptedException e) {
            Logger.warn("stopping at once: interrupted while balancers were given notice");
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
