package slipstream.device.claim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.IdentifyRequest;
import slipstream.cloudlink.protocol.PaymentReference;
import slipstream.cloudlink.protocol.RedeemRequest;
import slipstream.cloudlink.protocol.RefundRequest;
import slipstream.cloudlink.protocol.TokenUse;
import slipstream.cloudlink.protocol.VoucherCode;
import slipstream.escpos.inject.Hold;
import slipstream.escpos.receipt.Receipt;

/// What a box does besides asking who paid: tells of vouchers, keeps the pool of tokens, counts. Shared by all
/// sessions; nothing that they call waits for network, disk or each other's work.
public final class Backroom implements AutoCloseable {
    private static final Duration LOOK_AT_POOL = Duration.ofSeconds(10);
    private static final Duration TELL_FIGURES = Duration.ofMinutes(5);
    private static final Duration PARTING = Duration.ofSeconds(1);

    private final Service service;
    private final ClaimOptions options;
    private final Duration budget;
    private final Clock clock;
    private final Journal journal;
    private final Figures figures;
    private final Recent recent;
    private final Outbox outbox;
    private final TokenPool pool;
    private final AtomicBoolean poolWanted;
    private final ReceiptNames names;
    private final ScheduledExecutorService timer;

    private Backroom(Service service, ClaimOptions options, Duration budget, Clock clock, Journal journal) {
        this.service = service;
        this.options = options;
        this.budget = budget;
        this.clock = clock;
        this.journal = journal;
        outbox = service == null ? null : new Outbox(service, journal, clock);
        figures = new Figures(clock, journal);
        recent = new Recent();
        pool = service == null ? null : new TokenPool(service, journal, clock);
        poolWanted = new AtomicBoolean(options.pool());
        names = new ReceiptNames();
        timer = service == null
                ? null
                : Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("backroom").daemon().factory());
    }

    /// The room `whole`, seen by those who have terms of their own.
    private Backroom(Backroom whole, ClaimOptions options, Duration budget) {
        this.options = options;
        this.budget = budget;
        service = whole.service;
        clock = whole.clock;
        journal = whole.journal;
        outbox = whole.outbox;
        figures = whole.figures;
        recent = whole.recent;
        pool = whole.pool;
        poolWanted = whole.poolWanted;
        names = whole.names;
        timer = whole.timer;
    }

    /// Where nobody works: it only counts.
    public static Backroom idle() {
        return new Backroom(null, ClaimOptions.LINKS, Duration.ZERO, Clock.systemDefaultZone(), Journal.NONE);
    }

    /// At work.
    ///
    /// @param budget how long a receipt's end may wait
    /// @param journal keeps what has to survive a power cut
    public static Backroom open(Service service, ClaimOptions options, Duration budget, Clock clock, Journal journal) {
        var room = new Backroom(service, options, budget, clock, journal);
        journal.begin(room::resume);
        room.every(LOOK_AT_POOL, room::fill);
        room.every(TELL_FIGURES, () -> room.figures.tell(service));
        return room;
    }

    /// The same room for the receipts of one line: one outbox, one pool, the same figures.
    ///
    /// @param terms what is printed there
    /// @param hold how long a receipt's end may wait there
    public Backroom at(ClaimOptions terms, Duration hold) {
        return new Backroom(this, terms, hold);
    }

    /// Whether tokens are to be asked for from here on: some line prints them.
    public void keepPool(boolean wanted) {
        poolWanted.set(wanted);
    }

    /// The service can be reached, now or again.
    public void connected() {
        try {
            timer.execute(() -> safely(this::fill));
        } catch (RejectedExecutionException ignored) {
            // Closed.
        }
    }

    /// What was counted.
    public Figures figures() {
        return figures;
    }

    /// What happened to the last receipts.
    public Recent recent() {
        return recent;
    }

    /// What waits to be told; empty where nobody works.
    public Optional<Outbox> outbox() {
        return Optional.ofNullable(outbox);
    }

    /// The pool, where one is kept.
    public Optional<TokenPool> pool() {
        return Optional.ofNullable(options.pool() ? pool : null);
    }

    /// Tells the figures once more, which takes a second at most, and ends.
    @Override
    public void close() {
        if (service != null) {
            timer.shutdownNow();
            figures.tell(service)
                    .completeOnTimeout(null, PARTING.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            outbox.close();
            pool.close();
        }
    }

    /// What became of a receipt.
    void note(ReceiptNote note) {
        recent.add(note);
        journal.note(note);
    }

    /// The box's time.
    Instant now() {
        return clock.instant();
    }

    /// Asks, when there is a connection again, about a payment of which nobody could be asked: the service then
    /// marks who was not known, spends nothing, and a reprint gets what the receipt should have got.
    void askLater(IdentifyRequest request) {
        if (outbox != null && outbox.hasMuchRoom()) {
            outbox.add(Message.late(request));
        }
    }

    /// Whether sales in cash get a token.
    boolean cash() {
        return pool().isPresent() && options.cash();
    }

    /// How long an answer may be waited for where a token may be printed instead: four fifths of the budget.
    Duration patience() {
        return budget.multipliedBy(4).dividedBy(5);
    }

    /// How long a receipt was held: when its hold was let go without a decision, for the budget.
    ///
    /// @return the same in milliseconds
    long held(long since, boolean open) {
        long held = System.nanoTime() - since;
        long ms = TimeUnit.NANOSECONDS.toMillis(open ? held : Math.min(held, budget.toNanos()));
        figures.held(ms);
        return ms;
    }

    /// Our name for a receipt.
    ///
    /// @param telling whether its text tells it from others
    String name(Receipt receipt, boolean telling) {
        return telling ? names.of(receipt) : ReceiptNames.random();
    }

    /// Tells of the vouchers that were used on a receipt.
    void used(List<VoucherCode> codes, String till, String receipt) {
        if (outbox != null) {
            for (VoucherCode code : codes) {
                outbox.add(Message.of(new RedeemRequest(till, receipt, code.value())));
            }
        }
    }

    /// Tells that the payments which a receipt names were given back.
    void givenBack(List<RefundRequest> refunds) {
        if (outbox != null) {
            refunds.forEach(refund -> outbox.add(Message.of(refund)));
        }
    }

    /// Prints a token, and has it told.
    ///
    /// The token is out of the pool before it is printed. Should printing throw, it is lost.
    ///
    /// @param reference the payment; in cash when empty
    /// @return whether one was printed
    boolean print(Hold hold, Facts facts, Optional<PaymentReference> reference) {
        if (pool().isEmpty() || !hold.open() || !outbox.hasRoom()) {
            return false;
        }
        String key = names.of(facts.payment(reference));
        Optional<TokenPool.Taken> taken = pool.take(key, facts.copy());
        if (taken.isEmpty()) {
            return false;
        }
        Token token = taken.get().token();
        boolean printed = hold.print(token.link().url(), token.link().caption());
        if (taken.get().again()) {
            return printed;
        }
        if (printed) {
            TokenUse use = facts.use(token.value(), reference, clock.instant().toString());
            outbox.add(Message.of(use));
        } else {
            pool.giveBack(key, token);
        }
        return printed;
    }

    private void resume(Journal.Left left) {
        recent.earlier(left.receipts());
        left.messages().forEach(outbox::resume);
        if (!left.messages().isEmpty()) {
            Logger.info(
                    "Messages to the service that wait since the box last ran: {}.",
                    left.messages().size());
        }
        connected();
    }

    private void fill() {
        if (poolWanted.get()) {
            pool.fill();
        }
    }

    private void every(Duration pause, Runnable work) {
        timer.scheduleWithFixedDelay(() -> safely(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Logger.error(
                    "A fault of ours while the service was told or asked for tokens ({}); receipts print all the same.",
                    e.toString());
        }
    }
}
