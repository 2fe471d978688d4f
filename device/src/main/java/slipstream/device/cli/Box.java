package slipstream.device.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.cloudlink.client.ServiceClient;
import slipstream.cloudlink.protocol.IdentifyAnswer;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.device.bridge.Bridge;
import slipstream.device.bridge.Decisions;
import slipstream.device.claim.Backroom;
import slipstream.device.claim.Journal;
import slipstream.device.claim.Outcomes;
import slipstream.device.claim.ReceiptClaims;
import slipstream.device.claim.Service;
import slipstream.device.config.BoxConfig;
import slipstream.device.control.BoxView;
import slipstream.device.control.ServiceWatch;
import slipstream.device.learn.PatternWatch;
import slipstream.device.learn.RuleHealth;
import slipstream.device.picture.Pictures;
import slipstream.device.report.Status;
import slipstream.device.store.BoxStore;
import slipstream.escpos.inject.Claims;

/// The running box: its long-lived parts, wired. The print port first, then the service: a receipt waits for
/// nothing.
public final class Box implements AutoCloseable {
    /// How long an answer is of use: one that comes after its receipt is still counted as late.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Outcomes outcomes = new Outcomes();
    private final PatternWatch patterns;
    private final Bridge bridge;
    private final Backroom backroom;
    private final Optional<BoxStore> store;
    private final ServiceWatch watch = new ServiceWatch(Clock.systemUTC());
    private final BoxConfig config;
    private final Instant started = Instant.now();
    private Pictures pictures;
    private volatile ServiceClient client;
    private String trouble = "";

    private Box(BoxConfig config, Consumer<ConnectionState> connection) throws IOException {
        this.config = config;
        patterns = new PatternWatch(config.rules(), config.till().name());
        store = config.service()
                .flatMap(ignored -> config.places().store())
                .map(directory -> BoxStore.in(directory, Clock.systemUTC()));
        if (config.service().isEmpty()) {
            backroom = Backroom.idle();
            bridge = Bridge.start(config.bridge(), Bridge.COPYING);
            Logger.info("No service is configured: receipts pass as they are.");
        } else {
            pictures = Pictures.ofSystem();
            backroom = Backroom.open(
                    Service.of(() -> client, PATIENCE),
                    config.claim(),
                    config.bridge().budget(),
                    Clock.systemDefaultZone(),
                    journal());
            Function<Decisions, Claims> claims = later -> new ReceiptClaims(
                    this::ask, config.till(), outcomes, patterns, later, Optional.of(pictures), backroom);
            bridge = Bridge.start(config.bridge(), claims);
            client = ServiceClient.start(config.service().get(), state -> {
                log(state);
                watch.accept(state);
                if (state instanceof ConnectionState.Connected) {
                    backroom.connected();
                }
                connection.accept(state);
            });
        }
    }

    /// Starts the box.
    ///
    /// @throws IOException when the print port cannot be had; the message is a sentence
    public static Box start(BoxConfig config) throws IOException {
        return start(config, state -> {});
    }

    /// Starts the box.
    ///
    /// @param connection told of each change in the connection to the service, on the connection's thread
    /// @throws IOException when the print port cannot be had; the message is a sentence
    public static Box start(BoxConfig config, Consumer<ConnectionState> connection) throws IOException {
        return new Box(config, connection);
    }

    /// The port at which the POS finds it.
    public int port() {
        return bridge.port();
    }

    /// What became of the receipts so far.
    public Outcomes outcomes() {
        return outcomes;
    }

    /// How the rules do that the till's receipts taught.
    public List<RuleHealth> patterns() {
        return patterns.health();
    }

    /// What goes on besides: vouchers, tokens, figures.
    public Backroom backroom() {
        return backroom;
    }

    /// How it does.
    public Status status() {
        return new BoxView(
                        Main.VERSION,
                        started,
                        Clock.systemUTC(),
                        () -> List.of(line()),
                        config.service().map(ignored -> watch),
                        () -> backroom,
                        () -> store.map(BoxStore::state))
                .status();
    }

    private BoxView.Line line() {
        return new BoxView.Line(
                config.till().name(),
                config.bridge().listen().name(),
                config.bridge().printer().name(),
                config.till().name(),
                bridge.sessions(),
                bridge.printer(),
                patterns.health());
    }

    @Override
    public void close() {
        bridge.close();
        backroom.close();
        ServiceClient open = client;
        if (open != null) {
            open.close();
        }
        store.ifPresent(BoxStore::close);
        if (pictures != null) {
            pictures.close();
        }
    }

    private Journal journal() {
        if (store.isEmpty()) {
            Logger.info("No [store] directory is configured: what waits for the service is lost when the box is"
                    + " switched off.");
        }
        return store.map(Journal.class::cast).orElse(Journal.NONE);
    }

    private CompletableFuture<IdentifyAnswer> ask(IdentifyRequest request) {
        ServiceClient open = client;
        return open == null
                ? CompletableFuture.failedFuture(new IOException("the box is starting"))
                : open.identify(request, PATIENCE);
    }

    /// Attempts that fail for the same reason are one line.
    private void log(ConnectionState state) {
        switch (state) {
            case ConnectionState.Connected ignored -> {
                trouble = "";
                Logger.info("The service is connected.");
            }
            case ConnectionState.Waiting waiting -> {
                if (!waiting.reason().equals(trouble)) {
                    trouble = waiting.reason();
                    Logger.warn("The service cannot be reached: {}", trouble);
                }
            }
            default -> Logger.debug("The service: {}.", state);
        }
    }
}
