package slipstream.device.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.client.ConnectionState;
import slipstream.device.bridge.Bridge;
import slipstream.device.bridge.Decisions;
import slipstream.device.bridge.Printers;
import slipstream.device.capture.Captures;
import slipstream.device.capture.Tap;
import slipstream.device.claim.Backroom;
import slipstream.device.claim.ClaimOptions;
import slipstream.device.claim.Journal;
import slipstream.device.claim.Outcomes;
import slipstream.device.claim.ReceiptClaims;
import slipstream.device.claim.Service;
import slipstream.device.config.BoxConfig;
import slipstream.device.config.ConfigException;
import slipstream.device.config.LineConfig;
import slipstream.device.control.BoxView;
import slipstream.device.control.ServiceWatch;
import slipstream.device.copy.Copies;
import slipstream.device.learn.PatternWatch;
import slipstream.device.learn.RuleHealth;
import slipstream.device.picture.Pictures;
import slipstream.device.report.Status;
import slipstream.device.store.BoxStore;
import slipstream.device.store.StoreState;
import slipstream.device.watch.Progress;
import slipstream.escpos.inject.Claims;

/// The running box: its long-lived parts, wired. The print ports first, then the service: a receipt waits for
/// nothing.
///
/// A [Line] for each printer; line to the service, backroom, pictures and printers are shared by all.
public final class Box implements AutoCloseable {
    /// How often a line tries again whose port another program has.
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Outcomes outcomes = new Outcomes();
    private final Printers printers = new Printers();
    private final Tap tap = new Tap();
    private final Captures captures = new Captures(tap, Clock.systemUTC());
    private final Instant started = Instant.now();
    private final ServiceWatch watch = new ServiceWatch(Clock.systemUTC());
    private final ServiceLine service;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final List<Line> drained = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("box").daemon().factory());
    private volatile BoxConfig config;
    private volatile Backroom backroom = Backroom.idle();
    private volatile Optional<BoxStore> store = Optional.empty();
    private volatile Copies copies = Copies.off();
    private final Bypass bypass;
    private Pictures pictures;
    private boolean copying;

    private Box(BoxConfig config, Consumer<ConnectionState> connection) throws IOException {
        this.config = config;
        bypass = Bypass.of(config);
        service = new ServiceLine(state -> {
            watch.accept(state);
            if (state instanceof ConnectionState.Connected) {
                backroom.connected();
                copies.connected();
            }
            connection.accept(state);
        });
        staff();
        config.lines().forEach(line -> lines.add(new Line(line, printers, tap, this::status, this::deciding)));
        settle();
        if (lines.stream().noneMatch(Line::works)) {
            close();
            throw new IOException(lines.getFirst().trouble().orElseThrow());
        }
        if (config.service().isEmpty()) {
            Logger.info("No service is configured: receipts pass as they are.");
        }
        service.lead(config.service());
        timer.scheduleWithFixedDelay(this::settle, AGAIN.toMillis(), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Starts the box.
    ///
    /// @throws IOException when no print port can be had; the message is a sentence
    public static Box start(BoxConfig config) throws IOException {
        return start(config, state -> {});
    }

    /// Starts the box. Lines whose port cannot be had are tried again, while the others print.
    ///
    /// @param connection told of each change in the connection to the service, on the connection's thread
    /// @throws IOException when no print port can be had; the message is a sentence
    public static Box start(BoxConfig config, Consumer<ConnectionState> connection) throws IOException {
        return new Box(config, connection);
    }

    /// Works by another configuration from here on, and drops no POS: lines that are as they were are not touched;
    /// others let new POS in by the new configuration and work so for those connected from their next receipt on;
    /// lines that are no more let nobody in. One line in the log says what changed. The level of logging, the store
    /// and the control socket stay.
    public synchronized void reload(BoxConfig next) {
        boolean served = config.service().isPresent();
        config = next;
        staff();
        service.lead(next.service())
                .ifPresent(before ->
                        timer.schedule(before::close, ServiceLine.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        var changes = new LineChanges(lines, next.lines());
        changes.gone().forEach(this::remove);
        changes.changed().forEach(Line::become);
        changes.added().forEach(line -> lines.add(new Line(line, printers, tap, this::status, this::deciding)));
        if (served != next.service().isPresent()) {
            lines.forEach(Line::renew);
        }
        lines.sort(Comparator.comparingInt(line -> next.lines().indexOf(line.config())));
        settle();
        Logger.info("The configuration was read again: {}.", changes);
    }

    /// Works by what the file at `path` says now; a file with mistakes changes nothing.
    ///
    /// @return what is wrong with it, logged as one line; empty when it was taken
    public List<String> reload(Path path) {
        try {
            reload(BoxConfig.read(path));
            return List.of();
        } catch (ConfigException e) {
            Logger.error("The configuration was read again, and nothing was changed: {}", String.join(" ", e.errors()));
            return e.errors();
        }
    }

    /// Lays the bypass, or takes it away: while it is laid, receipts are copied and nothing is read. Who is connected
    /// prints on; the receipt under way ends as it began.
    public synchronized void bypass(boolean on) {
        bypass.lay(on);
        lines.forEach(Line::renew);
        settle();
    }

    /// Since when the bypass is laid; empty when it is not.
    public Optional<Instant> bypassed() {
        return bypass.since();
    }

    /// What survives a power cut; empty where nothing does.
    Optional<StoreState> store() {
        return store.map(BoxStore::state);
    }

    /// By what it works.
    public BoxConfig config() {
        return config;
    }

    /// Its printers, in the order of the configuration.
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /// The port at which the POS of the first line find it.
    public int port() {
        return lines.getFirst().port();
    }

    /// Whether its print paths get on.
    public List<Progress> progress() {
        return lines.stream().flatMap(line -> line.progress().stream()).toList();
    }

    /// What became of the receipts so far.
    public Outcomes outcomes() {
        return outcomes;
    }

    /// How the rules do that the tills' receipts taught.
    public List<RuleHealth> patterns() {
        return lines.stream().flatMap(line -> line.patterns().health().stream()).toList();
    }

    /// What goes on besides: vouchers, tokens, figures.
    public Backroom backroom() {
        return backroom;
    }

    /// How it does.
    public Status status() {
        Optional<ServiceWatch> serving = config.service().map(ignored -> watch);
        List<BoxView.Line> views = lines.stream().map(Line::view).toList();
        return new BoxView(
                        Main.VERSION,
                        started,
                        Instant.now(),
                        views,
                        serving,
                        backroom,
                        store(),
                        bypassed(),
                        captures.standing())
                .status();
    }

    /// What is kept in files while a technician wants that.
    public Captures captures() {
        return captures;
    }

    /// Shows what passes on its lines.
    Tap tap() {
        return tap;
    }

    /// The line of that name.
    public Optional<Line> line(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    /// The copies of receipts that payers may ask for.
    public Copies copies() {
        return copies;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        List<Line> all = new ArrayList<>(lines);
        all.addAll(drained);
        all.parallelStream().forEach(Line::close);
        captures.close();
        tap.close();
        copies.close();
        backroom.close();
        service.close();
        synchronized (this) {
            store.ifPresent(BoxStore::close);
            if (pictures != null) {
                pictures.close();
            }
        }
    }

    private Function<Decisions, Claims> deciding(LineConfig line, PatternWatch patterns) {
        if (config.service().isEmpty() || bypassed().isPresent()) {
            return Bridge.COPYING;
        }
        Backroom room = backroom.at(line.claim(), line.bridge().budget());
        Optional<Pictures> reading = Optional.of(pictures);
        Copies copying = line.claim().copies() ? copies : Copies.off();
        return later ->
                copying.over(new ReceiptClaims(service::ask, line.till(), outcomes, patterns, later, reading, room));
    }

    /// Has those at work behind the receipts' backs whom the configuration needs.
    private void staff() {
        boolean copied = config.service().isPresent()
                && config.lines().stream().anyMatch(line -> line.claim().copies());
        if (copied != copying) {
            copying = copied;
            copies.close();
            copies = copied ? Copies.open(service::copies, Clock.systemDefaultZone()) : Copies.off();
        }
        if (config.service().isEmpty()) {
            backroom.close();
            store.ifPresent(BoxStore::close);
            store = Optional.empty();
            backroom = Backroom.idle();
            return;
        }
        boolean pool = config.lines().stream().anyMatch(line -> line.claim().pool());
        var terms = new ClaimOptions(pool, false);
        if (backroom.outbox().isEmpty()) {
            store = config.places().store().map(directory -> BoxStore.in(directory, Clock.systemUTC()));
            backroom = Backroom.open(
                    Service.of(service::client, ServiceLine.PATIENCE),
                    terms,
                    Duration.ZERO,
                    Clock.systemDefaultZone(),
                    journal());
        }
        backroom.keepPool(pool);
        backroom = backroom.at(terms, Duration.ZERO);
        if (pictures == null) {
            pictures = Pictures.ofSystem();
        }
    }

    private Journal journal() {
        if (store.isEmpty()) {
            Logger.info("No [store] directory is configured: what waits for the service is lost when the box is"
                    + " switched off.");
        }
        return store.map(Journal.class::cast).orElse(Journal.NONE);
    }

    private void remove(Line line) {
        lines.remove(line);
        line.drain();
        drained.removeIf(before -> before.sessions() == 0);
        drained.add(line);
    }

    private void settle() {
        lines.forEach(Line::settle);
    }
}
