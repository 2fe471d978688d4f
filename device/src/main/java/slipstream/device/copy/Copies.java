package slipstream.device.copy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.CopyAnswer;
import slipstream.cloudlink.protocol.CopyName;
import slipstream.cloudlink.protocol.CopyReport;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.receipt.Receipt;

/// Keeps what receipts with a symbol say, as long as the merchant wants that, and hands in the copy a payer asks for.
///
/// Nothing is kept before the service has said that the merchant has switched copies on; when it says otherwise, or
/// has not been heard for an hour, everything is forgotten. What a session calls only adds to a queue: a thread of
/// its own does the rest.
public final class Copies implements AutoCloseable {
    /// How long it takes until a wish is heard.
    static final Duration PAUSE = Duration.ofSeconds(10);

    /// How many times as long where the merchant wants no copies, or nobody answers.
    private static final int SELDOM = 6;

    /// How long the merchant's word counts.
    static final Duration WORD_COUNTS = Duration.ofHours(1);

    private final Function<CopyReport, CompletableFuture<CopyAnswer>> service;
    private final Clock clock;
    private final CopyShelf shelf;
    private final Optional<ScheduledExecutorService> worker;
    private volatile boolean on;
    private Instant heard;
    private int skip;

    private Copies(
            Function<CopyReport, CompletableFuture<CopyAnswer>> service,
            Clock clock,
            Optional<ScheduledExecutorService> worker) {
        this.service = service;
        this.clock = clock;
        this.worker = worker;
        shelf = new CopyShelf(clock);
        heard = clock.instant();
    }

    /// Where the box's configuration wants none: nothing is kept, nobody is asked.
    public static Copies off() {
        return new Copies(
                report -> CompletableFuture.completedFuture(CopyAnswer.OFF),
                Clock.systemDefaultZone(),
                Optional.empty());
    }

    /// Asks `service` from now on; must not block, and its future fails when there is no answer.
    public static Copies open(Function<CopyReport, CompletableFuture<CopyAnswer>> service, Clock clock) {
        return open(service, clock, PAUSE);
    }

    static Copies open(Function<CopyReport, CompletableFuture<CopyAnswer>> service, Clock clock, Duration pause) {
        ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("copies").daemon().factory());
        var copies = new Copies(service, clock, Optional.of(worker));
        worker.scheduleWithFixedDelay(
                () -> safely(copies::round), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return copies;
    }

    /// The service can be reached, now or again.
    public void connected() {
        execute(() -> {
            skip = 0;
            round();
        });
    }

    /// What `claims` decides, and the copy of what gets a symbol by it.
    public Claims over(Claims claims) {
        return worker.isEmpty() ? claims : new KeepingClaims(claims, this);
    }

    /// How many receipts are kept now.
    public int kept() {
        return shelf.size();
    }

    /// Forgets everything.
    @Override
    public void close() {
        worker.ifPresent(ScheduledExecutorService::shutdownNow);
        on = false;
        shelf.clear();
    }

    /// `receipt` carries a symbol that leads to `address`.
    void printed(Receipt receipt, String address) {
        if (on) {
            execute(() -> keep(receipt, address));
        }
    }

    private void execute(Runnable work) {
        try {
            worker.ifPresent(thread -> thread.execute(() -> safely(work)));
        } catch (RejectedExecutionException ignored) {
            // The box is ending.
        }
    }

    private void keep(Receipt receipt, String address) {
        String text = PlainCopy.of(receipt.elements());
        Optional<String> name = CopyName.ofAddress(address);
        if (on && name.isPresent() && !text.isEmpty()) {
            shelf.put(name.get(), text);
        }
    }

    /// Once in every pause; where the merchant wants nothing, once in several.
    private void round() {
        shelf.expire();
        if (heard.plus(WORD_COUNTS).isBefore(clock.instant())) {
            forget();
        }
        if (skip > 0) {
            skip--;
        } else {
            ask(CopyReport.QUESTION, new HashSet<>());
        }
    }

    /// @param handedIn in this round
    private void ask(CopyReport report, Set<String> handedIn) {
        service.apply(report)
                .whenComplete((answer, thrown) -> execute(() -> answered(report, answer, thrown, handedIn)));
    }

    private void answered(CopyReport report, CopyAnswer answer, Throwable thrown, Set<String> handedIn) {
        if (thrown != null) {
            Logger.debug("Which copies of receipts are wanted is not known ({}).", thrown.getMessage());
            skip = SELDOM - 1;
            return;
        }
        if (report.name() != null) {
            Logger.info("The copy of a receipt was handed in, as its payer asked.");
        }
        heard = clock.instant();
        if (!answer.on()) {
            forget();
            skip = SELDOM - 1;
            return;
        }
        on = true;
        for (String name : answer.wanted()) {
            Optional<String> text = handedIn.contains(name) ? Optional.empty() : shelf.find(name);
            if (text.isPresent()) {
                handedIn.add(name);
                ask(new CopyReport(name, text.get()), handedIn);
                return;
            }
        }
    }

    private void forget() {
        on = false;
        shelf.clear();
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Logger.error("A fault of ours while copies were kept or handed in ({}).", e.toString());
        }
    }
}
