package slipstream.acceptance.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A printer with one place: it keeps what each connection brought, whole or broken off, and stops taking when told.
public final class TroubledPrinter implements AutoCloseable {
    private static final int EOT = 4;
    private static final int DLE = 0x10;
    /// What it answers when asked for its status and all is well.
    public static final int WELL = 0x12;

    /// What it answers when asked for its paper and has none, DLE EOT 4.
    public static final int NO_PAPER = 0x7E;

    /// In bytes.
    private static final int MEMORY = 64;

    private static final int LONGER_THAN_PLAIN = 1500;

    private final ServerSocket listener = new ServerSocket();
    private final List<ByteArrayOutputStream> jobs = new ArrayList<>();
    private boolean paper = true;
    private boolean idle = true;
    private int room = MEMORY;
    private Socket connection;

    /// Switches it on.
    public TroubledPrinter() throws IOException {
        listener.setReceiveBufferSize(4096);
        listener.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    /// Where it listens.
    public int port() {
        return listener.getLocalPort();
    }

    /// Runs out of paper: takes a little more into its memory, and answers only when asked for its status.
    public synchronized void paper(boolean there) {
        paper = there;
        notifyAll();
    }

    /// Goes off and on again: the connection breaks, what is half printed stays so.
    public synchronized void restart() throws IOException {
        if (connection != null && !connection.isClosed()) {
            connection.setSoLinger(true, 0);
            connection.close();
        }
    }

    /// Waits until the paper is as it should be.
    ///
    /// @param faults judges it
    /// @return what is wrong with it when it still is after a minute
    public synchronized List<String> settled(Function<List<byte[]>, List<String>> faults) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        List<String> found = faults.apply(paper());
        while (!(found.isEmpty() && idle) && System.nanoTime() - until < 0) {
            wait(1_000);
            found = faults.apply(paper());
        }
        return found;
    }

    /// Waits until that many connections have brought anything.
    public synchronized void awaitBegun(int connections) throws InterruptedException {
        while (paper().size() < connections) {
            wait();
        }
    }

    /// How many connections there have been.
    public synchronized int jobs() {
        return jobs.size();
    }

    /// Waits until a connection has brought more bytes than a receipt without a block has.
    ///
    /// @param from the first connection that counts
    public synchronized void awaitBlock(int from) throws InterruptedException {
        while (jobs.subList(from, jobs.size()).stream().noneMatch(job -> job.size() > LONGER_THAN_PLAIN)) {
            wait();
        }
    }

    /// What each connection brought so far, in order; those that brought nothing are left out.
    public synchronized List<byte[]> paper() {
        return jobs.stream()
                .map(ByteArrayOutputStream::toByteArray)
                .filter(job -> job.length > 0)
                .toList();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        restart();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket caller = listener.accept()) {
                var job = new ByteArrayOutputStream();
                synchronized (this) {
                    connection = caller;
                    idle = false;
                    jobs.add(job);
                }
                print(caller, job);
            } catch (IOException ignored) {
                // Broken off by either side; a closed listener ends the loop.
            } catch (InterruptedException ignored) {
                return;
            } finally {
                rest();
            }
        }
    }

    private synchronized void rest() {
        idle = true;
        notifyAll();
    }

    private void print(Socket caller, ByteArrayOutputStream job) throws IOException, InterruptedException {
        InputStream in = caller.getInputStream();
        byte[] buffer = new byte[512];
        int length = in.read(buffer);
        while (length >= 0) {
            synchronized (this) {
                job.write(buffer, 0, length);
                room = paper ? MEMORY : room - length;
                notifyAll();
                if (asksStatus(buffer, length)) {
                    caller.getOutputStream().write(paper ? WELL : NO_PAPER);
                }
                while (!paper && room <= 0 && !listener.isClosed()) {
                    wait();
                }
            }
            length = in.read(buffer);
        }
    }

    private static boolean asksStatus(byte[] bytes, int length) {
        return length >= 3 && bytes[length - 3] == DLE && bytes[length - 2] == EOT;
    }
}
