package slipstream.acceptance.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between two programs on loopback and spoils their connections; each direction has its [Fault], which
/// holds for what comes from then on, on old connections and new.
public final class FaultRelay implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
    private volatile Fault there = Fault.NONE;
    private volatile Fault back = Fault.NONE;
    private volatile CountDownLatch changed = new CountDownLatch(1);

    private FaultRelay(int target) throws IOException {
        this.target = target;
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /// Begins to relay to a port of this machine.
    public static FaultRelay to(int port) throws IOException {
        var relay = new FaultRelay(port);
        Thread.ofPlatform().daemon().start(relay::accept);
        return relay;
    }

    /// Where it listens.
    public int port() {
        return listener.getLocalPort();
    }

    /// Spoils what callers send.
    public void there(Fault fault) {
        there = fault;
        stir();
    }

    /// Spoils what callers are answered.
    public void back(Fault fault) {
        back = fault;
        stir();
    }

    /// Ends every connection that there is, with a reset.
    public void resetAll() {
        pairs.forEach(Pair::reset);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        resetAll();
        stir();
    }

    private void stir() {
        CountDownLatch before = changed;
        changed = new CountDownLatch(1);
        before.countDown();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                caller.setTcpNoDelay(true);
                var called = new Socket();
                var pair = new Pair(caller, called);
                pairs.add(pair);
                Thread.ofVirtual().start(pair::begin);
            } catch (IOException ignored) {
                // Closed, or a caller that is gone already.
            }
        }
    }

    private interface Direction {
        Fault fault();
    }

    /// A chunk on its way.
    private record Chunk(byte[] bytes, long due, long number) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            int order = Long.compare(due, ((Chunk) other).due);
            return order == 0 ? Long.compare(number, ((Chunk) other).number) : order;
        }
    }

    private final class Pair {
        private final Socket caller;
        private final Socket called;
        private final AtomicInteger directions = new AtomicInteger(2);

        Pair(Socket caller, Socket called) {
            this.caller = caller;
            this.called = called;
        }

        void begin() {
            try {
                called.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                called.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(called, caller, () -> back));
                pass(caller, called, () -> there);
            } catch (IOException ignored) {
                reset();
            }
        }

        private void pass(Socket from, Socket to, Direction direction) {
            var way = new Way();
            Thread writer = Thread.ofVirtual().start(() -> write(way, to));
            byte[] buffer = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                int length = in.read(buffer);
                while (length > 0 && spoil(way, direction, Arrays.copyOf(buffer, length))) {
                    length = in.read(buffer);
                }
                way.send(new byte[0], direction.fault());
                writer.join();
                if (directions.decrementAndGet() == 0) {
                    pairs.remove(this);
                    quietly(caller);
                    quietly(called);
                }
            } catch (IOException ignored) {
                reset();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        }

        /// @return whether the connection goes on
        private boolean spoil(Way way, Direction direction, byte[] bytes) throws IOException, InterruptedException {
            while (direction.fault() instanceof Fault.Stall && !listener.isClosed()) {
                CountDownLatch next = changed;
                if (direction.fault() instanceof Fault.Stall) {
                    next.await();
                }
            }
            Fault fault = direction.fault();
            int step = bytes.length;
            switch (fault) {
                case Fault.Slices slices -> step = slices.bytes();
                case Fault.Silence ignored -> {
                    return true;
                }
                case Fault.Garbage ignored -> ThreadLocalRandom.current().nextBytes(bytes);
                case Fault.Reset reset -> {
                    if (way.sent + bytes.length >= reset.after()) {
                        throw new IOException("reset");
                    }
                }
                case Fault.Close close -> {
                    if (way.sent + bytes.length >= close.after()) {
                        way.send(Arrays.copyOf(bytes, (int) Math.max(0, close.after() - way.sent)), fault);
                        return false;
                    }
                }
                default -> {}
            }
            for (int at = 0; at < bytes.length; at += step) {
                way.send(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + step)), fault);
            }
            return true;
        }

        private void write(Way way, Socket to) {
            try {
                OutputStream out = to.getOutputStream();
                byte[] bytes = way.queue.take().bytes();
                while (bytes.length > 0) {
                    out.write(bytes);
                    bytes = way.queue.take().bytes();
                }
                to.shutdownOutput();
            } catch (IOException ignored) {
                reset();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        }

        void reset() {
            pairs.remove(this);
            for (Socket socket : new Socket[] {caller, called}) {
                quietly(() -> socket.setSoLinger(true, 0));
                quietly(socket);
            }
        }

        private void quietly(Closeable step) {
            try {
                step.close();
            } catch (IOException ignored) {
                // It is gone anyway.
            }
        }
    }

    /// What is on its way in one direction; an empty chunk is the end.
    private static final class Way {
        final DelayQueue<Chunk> queue = new DelayQueue<>();
        long sent;
        private long number;
        private long newest = System.nanoTime();

        void send(byte[] bytes, Fault fault) {
            long delay =
                    fault instanceof Fault.Latency latency ? latency.delay().toNanos() : 0;
            newest = Math.max(newest, System.nanoTime() + delay);
            queue.add(new Chunk(bytes, newest, number++));
            sent += bytes.length;
        }
    }
}
