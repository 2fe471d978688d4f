package slipstream.device.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.cloudlink.client.ServiceClient;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyReport;
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
import slipstream.device.copy.Copies;
import slipstream.device.learn.PatternWatch;
import slipstream.device.learn.RuleHealth;
import slipstream.device.picture.Pictures;
import slipstream.device.watch.Progress;
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
    private final Copies copies;
    private Pictures pictures;
    private volatile ServiceClient client;
    private String trouble = "";

    private Box(BoxConfig config, Consumer<ConnectionState> connection) throws IOException {
        patterns = new PatternWatch(config.rules(), config.till().name());
        copies = config.service().isPresent() && config.claim().copies()
                ? Copies.open(this::copies, Clock.systemDefaultZone())
                : Copies.off();
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
                    Journal.NONE);
            Function<Decisions, Claims> claims = later -> copies.over(new ReceiptClaims(
                    this::ask, config.till(), outcomes, patterns, later, Optional.of(pictures), backroom));
            bridge = Bridge.start(config.bridge(), claims);
            client = ServiceClient.start(config.service().get(), state -> {
                log(state);
                if (state instanceof ConnectionState.Connected) {
                    backroom.connected();
                    copies.connected();
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

    /// Whether its print paths get on.
    public List<Progress> progress() {
        return List.of(bridge.progress());
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

    /// The copies of receipts that payers may ask for.
    public Copies copies() {
        return copies;
    }

    @Override
    public void close() {
        bridge.close();
        copies.close();
        backroom.close();
        ServiceClient open = client;
        if (open != null) {
            open.close();
        }
        if (pictures != null) {
            pictures.close();
        }
    }

    private CompletableFuture<IdentifyAnswer> ask(IdentifyRequest request) {
        ServiceClient open = client;
        return open == null
                ? CompletableFuture.failedFuture(new IOException("the box is starting"))
                : open.identify(request, PATIENCE);
    }

    private CompletableFuture<CopyAnswer> copies(CopyReport report) {
        ServiceClient open = client;
        return open == null
                ? CompletableFuture.failedFuture(new IOException("the box is starting"))
                : open.copies(report, PATIENCE);
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
