package slipstream.device.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.device.port.TcpPort;
import slipstream.device.watch.Progress;
import slipstream.escpos.inject.Claims;

/// Listens as the printer and forwards to it, a [Session] for each POS that connects.
public final class Bridge implements AutoCloseable {
    private static final int MOST_SESSIONS = 64;
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final ServerSocket listener;
    private final BridgeOptions options;
    private final Stage.Maker stages;
    private final Function<Decisions, Claims> claims;
    private final PrinterLine line;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore places = new Semaphore(MOST_SESSIONS);
    private final Progress progress = new Progress();
    private final Map<Session, Thread> sessions = new ConcurrentHashMap<>();

    private Thread acceptor;

    private Bridge(BridgeOptions options, Stage.Maker stages, Function<Decisions, Claims> claims) throws IOException {
        this.options = options;
        this.stages = stages;
        this.claims = claims;
        line = new PrinterLine(options.printer(), options.patience());
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        try {
            listener.bind(new InetSocketAddress(
                    InetAddress.getByName(options.listen().host()),
                    options.listen().port()));
        } catch (IOException e) {
            listener.close();
            throw new IOException("Nothing can listen at " + options.listen() + " (" + e.getMessage() + ").", e);
        }
    }

    /// Begins to listen.
    ///
    /// @param claims makes, for each session, who decides what its receipts carry; decisions that come later are
    ///     to be run by what it is given
    /// @throws IOException when the address cannot be had; the message is a sentence
    public static Bridge start(BridgeOptions options, Function<Decisions, Claims> claims) throws IOException {
        return start(options, Stage.injectors(options.profile(), options.slowLine()), claims);
    }

    /// Begins to listen, and copies: nothing is decoded, nothing is held.
    ///
    /// @throws IOException when the address cannot be had; the message is a sentence
    public static Bridge plain(BridgeOptions options) throws IOException {
        return start(options, Stage.copying(), later -> (receipt, hold) -> hold.plain());
    }

    static Bridge start(BridgeOptions options, Stage.Maker stages, Function<Decisions, Claims> claims)
            throws IOException {
        var bridge = new Bridge(options, stages, claims);
        bridge.acceptor = Thread.ofPlatform().name("accept").daemon().start(bridge::accept);
        bridge.progress.need(bridge.acceptor);
        Logger.info(
                "Listening at {}:{} for the printer at {}.", options.listen().host(), bridge.port(), options.printer());
        return bridge;
    }

    /// The port it listens at.
    public int port() {
        return listener.getLocalPort();
    }

    /// Whether its threads get on.
    public Progress progress() {
        return progress;
    }

    /// How many POS are connected.
    public int sessions() {
        return sessions.size();
    }

    /// Stops listening; what the connected POS have sent still goes out, for at most 5 s.
    @Override
    public void close() {
        progress.release(acceptor);
        try {
            listener.close();
        } catch (IOException ignored) {
            // Closed is closed.
        }
        long until = System.nanoTime() + CLOSING.toNanos();
        sessions.keySet().forEach(Session::stop);
        try {
            for (Thread thread : sessions.values()) {
                if (!thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                places.acquire();
                begin(listener.accept());
            } catch (IOException e) {
                places.release();
                if (!listener.isClosed()) {
                    Logger.warn("A POS could not be accepted ({}).", e.getMessage());
                }
            } catch (InterruptedException ignored) {
                return;
            }
        }
    }

    private void begin(Socket socket) throws IOException {
        var pos = new TcpPort(socket);
        Logger.debug("POS {} is connected.", pos.name());
        var session = new Session(pos, line, options, stages, claims, workers, progress.begin("POS " + pos.name()));
        Thread thread = Thread.ofPlatform().name("POS " + pos.name()).daemon().unstarted(() -> {
            try {
                session.run();
            } finally {
                sessions.remove(session);
                places.release();
            }
        });
        sessions.put(session, thread);
        thread.start();
    }
}
