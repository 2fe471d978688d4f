package slipstream.device.bridge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.device.port.Port;
import slipstream.device.port.Ports;
import slipstream.device.port.PosListener;
import slipstream.device.port.TcpListener;
import slipstream.device.watch.Progress;
import slipstream.escpos.inject.Claims;
import slipstream.escpos.state.PrinterState;

/// Takes POS in as the printer would and forwards to it, a [Session] for each POS.
public final class Bridge implements AutoCloseable {
    /// Who decides where nothing is decoded and nothing held: bytes are copied.
    public static final Function<Decisions, Claims> COPYING = later -> (receipt, hold) -> hold.plain();

    private static final int MOST_SESSIONS = 64;
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /// A piece that passed so long ago still counts as passing.
    private static final Duration PASSING = Duration.ofMillis(500);

    private final Printers printers;
    private final Onlooker onlooker;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("line").daemon().factory());
    private final Semaphore places = new Semaphore(MOST_SESSIONS);
    private final Progress progress = new Progress();
    private final Traffic traffic = new Traffic();
    private final Map<Session, Future<?>> sessions = new ConcurrentHashMap<>();
    private volatile Wiring wiring;
    private volatile Entrance entrance;
    private volatile boolean drained;

    private Bridge(BridgeOptions options, Printers printers, Onlooker onlooker, Function<Decisions, Claims> claims)
            throws IOException {
        this.printers = printers;
        this.onlooker = onlooker;
        wiring = wiring(options, claims);
        entrance = enter(options);
    }

    /// Begins to listen, for the only bridge to a printer.
    ///
    /// @param claims makes, for each session, who decides what its receipts carry, or [#COPYING]; decisions that come
    ///     later are to be run by what it is given
    /// @throws IOException when the place cannot be had; the message is a sentence
    public static Bridge start(BridgeOptions options, Function<Decisions, Claims> claims) throws IOException {
        return start(options, new Printers(), Onlooker.NOBODY, claims);
    }

    /// Begins to listen.
    ///
    /// @param printers the printers of this box
    /// @param onlooker may look on at what passes
    /// @param claims as above
    /// @throws IOException when the place cannot be had; the message is a sentence
    public static Bridge start(
            BridgeOptions options, Printers printers, Onlooker onlooker, Function<Decisions, Claims> claims)
            throws IOException {
        return new Bridge(options, printers, onlooker, claims);
    }

    /// The TCP port it listens at, 0 where it listens at none.
    public int port() {
        return entrance.listener() instanceof TcpListener tcp ? tcp.port() : 0;
    }

    /// Whether its threads get on.
    public Progress progress() {
        return progress;
    }

    /// How many POS are connected.
    public int sessions() {
        return sessions.size();
    }

    /// Whether the printer could be reached; empty when no receipt has wanted it yet.
    public Optional<Reach> printer() {
        return wiring.line().reach();
    }

    /// Whether a receipt is on its way, or its end is held.
    public boolean printing() {
        return traffic.within(PASSING) || sessions.keySet().stream().anyMatch(Session::holds);
    }

    /// When a fault of ours last ended the reading of a session, whose bytes were copied from there on; empty when none
    /// did.
    public Optional<Instant> fault() {
        return traffic.fault();
    }

    /// Prints something of the box's own, in its turn among the POS.
    ///
    /// @throws IOException when the printer cannot be reached or does not take it; the message says why
    public void print(byte[] job) throws IOException {
        Wiring now = wiring;
        try {
            Port printer = now.line().borrow(now.options().patience(), () -> drained);
            try {
                printer.write(job, 0, job.length);
                printer.endOutput();
                var answer = new byte[256];
                int length;
                do {
                    length = printer.read(answer, now.options().drain());
                } while (length > 0 || length == 0 && printer.unsent() > 0);
            } finally {
                now.line().giveBack(printer);
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("printing was broken off");
        }
    }

    /// Works otherwise from here on: new POS at once, those that are connected from their next receipt on. None is
    /// dropped; receipts under way go on as they began.
    ///
    /// @throws IOException when the new place cannot be had; nothing has changed then. The message is a sentence
    public synchronized void change(BridgeOptions options, Function<Decisions, Claims> claims) throws IOException {
        Wiring before = wiring;
        wiring = wiring(options, claims);
        if (!options.listen().name().equals(before.options().listen().name())) {
            try {
                move(before.options(), options);
            } catch (IOException e) {
                wiring = before;
                throw e;
            }
        }
        Ports.mirror(entrance.listener(), wiring.line().printer());
        sessions.keySet().forEach(session -> session.rewire(wiring));
    }

    /// Lets nobody in any more. POS that are connected print on; one that never ends is done when its receipt is.
    public synchronized void drain() {
        drained = true;
        entrance.close();
        sessions.keySet().forEach(Session::retire);
    }

    /// Stops listening; what the connected POS have sent still goes out, for at most 5 s.
    @Override
    public void close() {
        entrance.close();
        long until = System.nanoTime() + CLOSING.toNanos();
        sessions.keySet().forEach(Session::stop);
        for (Future<?> session : sessions.values()) {
            try {
                session.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException ignored) {
                session.cancel(true);
            } catch (ExecutionException ignored) {
                // It has ended.
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        }
        workers.shutdownNow();
        threads.shutdownNow();
    }

    private Wiring wiring(BridgeOptions options, Function<Decisions, Claims> claims) {
        PrinterLine line = printers.at(options.printer());
        if (claims == COPYING) {
            return new Wiring(options, line, Stage.copying(), Stage.copying(), claims);
        }
        return new Wiring(
                options,
                line,
                Stage.injectors(PrinterState.initial(options.profile()), options.slowLine()),
                Stage.injectors(PrinterState.unknown(options.profile()), options.slowLine()),
                claims);
    }

    private Entrance enter(BridgeOptions options) throws IOException {
        PosListener listener = options.listen().open();
        Ports.mirror(listener, wiring.line().printer());
        var opened = new Entrance(listener, places, this::begin, progress);
        Logger.info(
                "Listening at {} for the printer at {}.",
                opened.listener().name(),
                options.printer().name());
        return opened;
    }

    /// The new place may hold the old one's port or device: then that one has to go first.
    private void move(BridgeOptions from, BridgeOptions to) throws IOException {
        Entrance before = entrance;
        try {
            entrance = enter(to);
            before.close();
        } catch (IOException ignored) {
            before.close();
            try {
                entrance = enter(to);
            } catch (IOException e) {
                entrance = enter(from);
                throw e;
            }
        }
    }

    private void begin(Port pos, boolean endless) {
        Logger.debug("POS {} is connected.", pos.name());
        Wiring now = wiring;
        var session = new Session(
                pos, endless, now, workers, threads, progress.begin("POS " + pos.name()), traffic, onlooker);
        var running = new FutureTask<Void>(
                () -> {
                    Thread.currentThread().setName("POS " + pos.name());
                    try {
                        session.run();
                    } finally {
                        sessions.remove(session);
                        places.release();
                        Thread.currentThread().setName("line");
                    }
                },
                null);
        sessions.put(session, running);
        if (wiring != now) {
            session.rewire(wiring);
        }
        if (drained) {
            session.retire();
        }
        threads.execute(running);
    }
}
