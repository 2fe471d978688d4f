package slipstream.cloudlink.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tinylog.Logger;

/// Keeps one connection up: connects, notices its end, waits, connects again.
///
/// Event loop thread only, but for [#state] and [#live], which any thread may read.
final class Reconnector implements Connection.Owner {
    private final EventLoop loop;
    private final ClientOptions options;
    private final Consumer<ConnectionState> listener;
    private final BackOff backOff;
    private final Set<Connection> standing = new HashSet<>();
    private volatile ConnectionState state = new ConnectionState.Connecting();
    private volatile Connection live;
    private Connection connecting;
    private Future<?> timer;
    private int attempt;
    private long readyNanos;
    private boolean closed;

    Reconnector(EventLoop loop, ClientOptions options, Consumer<ConnectionState> listener) {
        this.loop = loop;
        this.options = options;
        this.listener = listener;
        var timings = options.timings();
        this.backOff = new BackOff(timings.firstBackOff(), timings.longestBackOff(), ThreadLocalRandom.current());
    }

    ConnectionState state() {
        return state;
    }

    /// The connection that takes questions; null when there is none.
    Connection live() {
        return live;
    }

    /// Begins an attempt: first what blocks, on a thread of its own, then the connection.
    void begin() {
        if (closed) {
            return;
        }
        become(new ConnectionState.Connecting());
        var number = attempt++;
        timer = loop.schedule(() -> tooLong(number), options.timings().connect().toNanos(), TimeUnit.NANOSECONDS);
        Thread.ofVirtual().name("cloudlink-route").start(() -> {
            try {
                var route = Route.find(options, number);
                onLoop(() -> connect(route, number));
            } catch (CredentialsException | IOException | RuntimeException e) {
                onLoop(() -> failed(number, Reasons.of(e)));
            }
        });
    }

    private void connect(Route route, int number) {
        if (!isUnderWay(number)) {
            return;
        }
        var connected = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(options.timings().connect().toMillis()))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        connecting = new Connection(Reconnector.this, options, channel);
                        route.lay(channel, options, connecting);
                        remember(connecting, channel);
                    }
                })
                .connect(route.address());
        connected.addListener(done -> {
            if (!done.isSuccess()) {
                failed(number, Reasons.of(done.cause()));
            }
        });
    }

    private void remember(Connection connection, Channel channel) {
        standing.add(connection);
        channel.closeFuture().addListener(ended -> standing.remove(connection));
    }

    private boolean isUnderWay(int number) {
        return number == attempt - 1 && state instanceof ConnectionState.Connecting;
    }

    private void tooLong(int number) {
        failed(
                number,
                "no greeting from the service within "
                        + options.timings().connect().toMillis() + " ms");
    }

    private void failed(int number, String why) {
        if (isUnderWay(number)) {
            var failing = connecting;
            if (failing == null) {
                retry(why);
            } else {
                failing.end(why);
            }
        }
    }

    @Override
    public void ready(Connection connection) {
        timer.cancel(false);
        readyNanos = System.nanoTime();
        connecting = null;
        live = connection;
        become(new ConnectionState.Connected());
    }

    @Override
    public void over(Connection connection, String why) {
        if (connection == live) {
            live = null;
            var timings = options.timings();
            if (System.nanoTime() - readyNanos
                    > timings.pingEvery().plus(timings.pingAnswer()).toNanos()) {
                backOff.reset();
            }
            retry(why);
        } else if (connection == connecting) {
            connecting = null;
            retry(why);
        }
    }

    private void retry(String why) {
        timer.cancel(false);
        if (!closed) {
            var pause = backOff.next();
            become(new ConnectionState.Waiting(why, Instant.now().plus(pause)));
            timer = loop.schedule(this::begin, pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /// Ends everything; questions under way fail with [Failure.Closed].
    void close() {
        if (!closed) {
            closed = true;
            timer.cancel(false);
            List.copyOf(standing).forEach(Connection::close);
            become(new ConnectionState.Closed());
        }
    }

    private void become(ConnectionState next) {
        state = next;
        try {
            listener.accept(next);
        } catch (RuntimeException e) {
            Logger.warn("The listener of the service connection failed: {}", Reasons.of(e));
        }
    }

    private void onLoop(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException ignored) {
            // Closed in the meantime.
        }
    }
}
