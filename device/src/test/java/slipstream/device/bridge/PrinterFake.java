package slipstream.device.bridge;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import slipstream.device.port.Address;

/// A printer behind a TCP port: takes one connection at a time, keeps what comes, answers what a test tells it to.
public final class PrinterFake implements Closeable {
    private static final long PATIENCE_MS = 20_000;

    private final ServerSocket listener;
    private final List<ByteArrayOutputStream> jobs = new ArrayList<>();
    private Socket current;
    private boolean stalled;
    private int ended;
    private boolean closesWhenAsked = true;
    private boolean answersStatus;
    private int asked;
    private byte before;

    public PrinterFake() throws IOException {
        this(0);
    }

    public PrinterFake(int port) throws IOException {
        listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public Address address() {
        return new Address("127.0.0.1", listener.getLocalPort());
    }

    /// From now on the printer takes nothing, or takes again.
    public synchronized PrinterFake stalled(boolean on) {
        stalled = on;
        notifyAll();
        return this;
    }

    /// Whether it closes once the other side has ended; else it waits for ever.
    public synchronized PrinterFake closesWhenAsked(boolean on) {
        closesWhenAsked = on;
        return this;
    }

    /// Answers over the connection there is.
    public void answer(int... bytes) throws IOException {
        Socket socket;
        synchronized (this) {
            until(() -> current != null, "no connection");
            socket = current;
        }
        for (int b : bytes) {
            socket.getOutputStream().write(b);
        }
    }

    /// From now on it answers each `DLE EOT n`, wherever it stands: with 1, 2, 3 … 127, 0, 1 …
    public synchronized PrinterFake answersStatus() {
        answersStatus = true;
        return this;
    }

    private void answerStatus(byte[] bytes, int length, Socket socket) throws IOException {
        for (int i = 0; i < length; i++) {
            if (before == 0x10 && bytes[i] == 0x04) {
                socket.getOutputStream().write(++asked & 0x7F);
            }
            before = bytes[i];
        }
    }

    /// Ends the printer's side of the connection.
    public synchronized void hangUp() throws IOException {
        until(() -> current != null, "no connection");
        current.shutdownOutput();
    }

    /// Breaks the connection off, as a printer whose power goes and comes back.
    public synchronized void breakOff() throws IOException {
        until(() -> current != null, "no connection");
        current.setSoLinger(true, 0);
        current.close();
    }

    /// All bytes of all connections, once there are `length` of them.
    public synchronized byte[] received(int length) {
        until(() -> all().length >= length, "fewer than " + length + " bytes");
        return all();
    }

    /// Waits until what has come ends with these bytes.
    public synchronized void receivedAtLast(byte[] tail) {
        until(() -> endsWith(all(), tail), "another end than that of " + tail.length + " bytes");
    }

    private static boolean endsWith(byte[] all, byte[] tail) {
        int from = all.length - tail.length;
        return from >= 0 && Arrays.equals(all, from, all.length, tail, 0, tail.length);
    }

    /// The bytes of each connection, once `count` of them have ended.
    public synchronized List<byte[]> jobs(int count) {
        until(() -> ended >= count, "fewer than " + count + " jobs");
        return jobs.stream().map(ByteArrayOutputStream::toByteArray).toList();
    }

    /// How many connections there have been.
    public synchronized int connections() {
        return jobs.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        synchronized (this) {
            stalled = false;
            closesWhenAsked = true;
            notifyAll();
        }
    }

    private byte[] all() {
        var all = new ByteArrayOutputStream();
        jobs.forEach(job -> all.writeBytes(job.toByteArray()));
        return all.toByteArray();
    }

    private void until(java.util.function.BooleanSupplier condition, String what) {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (!condition.getAsBoolean()) {
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                fail(what + ", got " + all().length + " bytes in " + jobs.size() + " connections");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                take(socket);
            } catch (IOException e) {
                // Closed, or the next one.
            } finally {
                synchronized (this) {
                    current = null;
                    ended++;
                    notifyAll();
                }
            }
        }
    }

    private void take(Socket socket) throws IOException {
        var job = new ByteArrayOutputStream();
        synchronized (this) {
            jobs.add(job);
            current = socket;
            notifyAll();
        }
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[65536];
        while (true) {
            synchronized (this) {
                until(() -> !stalled, "stalled");
            }
            int length = in.read(buffer);
            synchronized (this) {
                if (length < 0) {
                    until(() -> closesWhenAsked, "never let go");
                    return;
                }
                job.write(buffer, 0, length);
                notifyAll();
                if (answersStatus) {
                    answerStatus(buffer, length, socket);
                }
            }
        }
    }
}
