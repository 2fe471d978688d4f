package slipstream.benchmarks.cost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A printer that only notes when a receipt began to come, when all of it was there, and how many bytes that was: a
/// receipt ends with the paper's cut or with the connection. A connection without data is no job.
final class Sink implements AutoCloseable {
    /// Feed and cut, with which every receipt of these measurements ends.
    static final byte[] CUT = {'\n', '\n', '\n', '\n', '\n', 0x1D, 'V', 1};

    /// @param first when the first byte had come, as [System#nanoTime] has it
    /// @param bytes how many came
    /// @param at when the last of them had come
    record Arrival(long first, long bytes, long at) {}

    private final ServerSocket listener;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    Sink() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("printer").daemon().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    /// The next receipt.
    Arrival next() throws InterruptedException {
        return arrivals.take();
    }

    private void serve() {
        byte[] buffer = new byte[1 << 16];
        while (!listener.isClosed()) {
            try (Socket job = listener.accept()) {
                read(job, buffer);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new IllegalStateException("the printer's connection broke", e);
                }
            }
        }
    }

    private void read(Socket job, byte[] buffer) throws IOException {
        long first = 0;
        long bytes = 0;
        long at = 0;
        for (int count = job.getInputStream().read(buffer);
                count >= 0;
                count = job.getInputStream().read(buffer)) {
            at = System.nanoTime();
            first = bytes == 0 ? at : first;
            bytes += count;
            if (count >= CUT.length && Arrays.equals(buffer, count - CUT.length, count, CUT, 0, CUT.length)) {
                arrivals.add(new Arrival(first, bytes, at));
                bytes = 0;
            }
        }
        if (bytes > 0) {
            arrivals.add(new Arrival(first, bytes, at));
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
