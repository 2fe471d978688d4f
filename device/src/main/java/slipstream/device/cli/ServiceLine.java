package slipstream.device.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.client.ClientOptions;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.cloudlink.client.ServiceClient;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;

/// The box's line to the service, which may come to lead elsewhere. Attempts that fail for the same reason are one
/// line in the log.
final class ServiceLine implements AutoCloseable {
    /// How long an answer is of use: one that comes after its receipt is still counted as late.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Consumer<ConnectionState> listener;
    private volatile Optional<ClientOptions> options = Optional.empty();
    private volatile ServiceClient client;
    private volatile String trouble = "";

    /// A line that leads nowhere.
    ///
    /// @param listener told of each change, on the connection's thread
    ServiceLine(Consumer<ConnectionState> listener) {
        this.listener = listener;
    }

    /// Whom it leads to; null while there is nobody.
    ServiceClient client() {
        return client;
    }

    /// Leads there from here on.
    ///
    /// @return what it led to before, if that is over: to be closed once its answers have come
    Optional<ServiceClient> lead(Optional<ClientOptions> to) {
        if (to.equals(options)) {
            return Optional.empty();
        }
        options = to;
        Optional<ServiceClient> before = Optional.ofNullable(client);
        client = to.map(target -> ServiceClient.start(target, state -> changed(target, state)))
                .orElse(null);
        return before;
    }

    /// Asks who made a payment; fails when there is no answer.
    CompletableFuture<IdentifyAnswer> ask(IdentifyRequest request) {
        return by(open -> open.identify(request, PATIENCE));
    }

    /// Hands in copies of receipts; fails when there is no answer.
    CompletableFuture<CopyAnswer> copies(CopyReport report) {
        return by(open -> open.copies(report, PATIENCE));
    }

    private <A> CompletableFuture<A> by(Function<ServiceClient, CompletableFuture<A>> call) {
        ServiceClient open = client;
        return open == null ? CompletableFuture.failedFuture(new IOException("the box is starting")) : call.apply(open);
    }

    @Override
    public void close() {
        ServiceClient open = client;
        if (open != null) {
            open.close();
        }
    }

    /// One that it leads to no more says nothing.
    private void changed(ClientOptions target, ConnectionState state) {
        if (options.filter(target::equals).isPresent()) {
            log(state);
            listener.accept(state);
        }
    }

    private void log(ConnectionState state) {
        switch (state) {
            case ConnectionState.Connected ignored -> {
                trouble = "";
                Logger.info("The service is connected.");
            }
            case ConnectionState.Waiting waiting -> {
                if (!waiting.reason().equals(trouble)) {
                    trouble = waiting.reason();
                    Logger.warn(
                            "The service cannot be reached ({}). Receipts print without links; slipstream doctor says what to do.",
                            trouble);
                }
            }
            default -> Logger.debug("The service: {}.", state);
        }
    }
}
