package slipstream.device.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tinylog.Logger;
import slipstream.device.bridge.Bridge;
import slipstream.device.bridge.Decisions;
import slipstream.device.bridge.Onlooker;
import slipstream.device.bridge.Printers;
import slipstream.device.capture.Tap;
import slipstream.device.config.LineConfig;
import slipstream.device.control.BoxView;
import slipstream.device.learn.PatternWatch;
import slipstream.device.report.Status;
import slipstream.device.watch.Progress;
import slipstream.escpos.inject.Claims;

/// One printer of the running box and the POS that print on it.
///
/// What it is to be and what it is may differ for a while, when another program has its port: [#settle] makes them
/// the same, as soon as that can be done.
public final class Line implements AutoCloseable {
    /// Makes who decides for the receipts of a line.
    interface Deciders {
        Function<Decisions, Claims> of(LineConfig line, PatternWatch patterns);
    }

    private final Printers printers;
    private final Deciders deciders;
    private final Onlooker onlooker;
    private final Supplier<Status> status;
    private final AtomicBoolean testing = new AtomicBoolean();
    private volatile LineConfig config;
    private volatile PatternWatch patterns;
    private volatile Bridge bridge;
    private volatile String trouble = "";
    private boolean settled;

    /// A line that does not work yet.
    ///
    /// @param printers the box's
    /// @param tap may show what passes
    /// @param status how the box does
    Line(LineConfig config, Printers printers, Tap tap, Supplier<Status> status, Deciders deciders) {
        this.config = config;
        this.printers = printers;
        this.deciders = deciders;
        this.status = status;
        onlooker = tap.of(config.name(), () -> this.config.bridge().profile());
        patterns = watch(config);
    }

    /// What it is called.
    public String name() {
        return config.name();
    }

    /// What it is to be.
    public LineConfig config() {
        return config;
    }

    /// Why it is not what it is to be, in a sentence; empty when it is.
    public Optional<String> trouble() {
        return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
    }

    /// Whether POS are let in, be it where they were before.
    public boolean works() {
        return bridge != null;
    }

    /// The TCP port at which POS find it; 0 when it has none.
    public int port() {
        Bridge open = bridge;
        return open == null ? 0 : open.port();
    }

    /// How many POS are connected.
    public int sessions() {
        Bridge open = bridge;
        return open == null ? 0 : open.sessions();
    }

    /// Whether its threads get on; empty while it does not work.
    Optional<Progress> progress() {
        return Optional.ofNullable(bridge).map(Bridge::progress);
    }

    /// Whether a receipt is on its way.
    boolean printing() {
        Bridge open = bridge;
        return open != null && open.printing();
    }

    /// When a fault of ours last ended the reading of a receipt.
    Optional<Instant> fault() {
        return Optional.ofNullable(bridge).flatMap(Bridge::fault);
    }

    /// Whether its printer could not be reached when it was last wanted.
    boolean printerGone() {
        return Optional.ofNullable(bridge)
                .flatMap(Bridge::printer)
                .filter(reach -> !reach.reached())
                .isPresent();
    }

    /// Prints a page that says how the box does, with a symbol that is a test, in its turn among the POS; returns when
    /// it is printed.
    ///
    /// @throws IOException when it cannot be printed, or one waits already; the message says why
    public void testPage() throws IOException {
        Bridge open = bridge;
        if (open == null) {
            throw new IOException("line " + name() + " does not work");
        }
        if (!testing.compareAndSet(false, true)) {
            throw new IOException("a test page of line " + name() + " waits for its turn already");
        }
        try {
            open.print(TestPaper.of(status.get(), config, ZoneId.systemDefault()));
        } finally {
            testing.set(false);
        }
    }

    /// The till's rules, and how they do.
    public PatternWatch patterns() {
        return patterns;
    }

    /// How it does.
    BoxView.Line view() {
        Bridge open = bridge;
        LineConfig now = config;
        return new BoxView.Line(
                now.name(),
                now.bridge().listen().name(),
                now.bridge().printer().name(),
                now.till().name(),
                sessions(),
                trouble(),
                open == null ? Optional.empty() : open.printer(),
                fault(),
                patterns.health());
    }

    /// Is to be otherwise from here on.
    synchronized void become(LineConfig next) {
        if (!next.till().name().equals(config.till().name()) || !next.rules().equals(config.rules())) {
            patterns = watch(next);
        }
        config = next;
        settled = false;
    }

    /// Receipts are to be decided otherwise from here on.
    synchronized void renew() {
        settled = false;
    }

    /// Makes it what it is to be, if it is not; logs each new reason once why that cannot be.
    synchronized void settle() {
        if (settled) {
            return;
        }
        Function<Decisions, Claims> claims = deciders.of(config, patterns);
        try {
            if (bridge == null) {
                bridge = Bridge.start(config.bridge(), printers, onlooker, claims);
            } else {
                bridge.change(config.bridge(), claims);
            }
            settled = true;
            trouble = "";
        } catch (IOException | RuntimeException e) {
            if (!trouble.equals(String.valueOf(e.getMessage()))) {
                trouble = String.valueOf(e.getMessage());
                Logger.error("Line {}: {} It is tried again every few seconds.", name(), trouble);
            }
        }
    }

    /// Lets nobody in any more; POS that are connected print on.
    synchronized void drain() {
        settled = true;
        if (bridge != null) {
            bridge.drain();
        }
    }

    @Override
    public void close() {
        Bridge open = bridge;
        if (open != null) {
            open.close();
        }
    }

    private static PatternWatch watch(LineConfig config) {
        return new PatternWatch(config.rules(), config.till().name());
    }
}
