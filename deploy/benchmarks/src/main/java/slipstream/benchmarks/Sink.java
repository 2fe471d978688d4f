package slipstream.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A printer that only notes when it has all of a job, and how many bytes that was. A connection without data is
/// no job.
final class Sink implements AutoCloseable {
    /// @param bytes how many came
    /// @param at when the last of them had come, as [System#nanoTime] has it
    record Arrival(long bytes, long at) {}

    private final ServerSocket listener;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    Sink() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("printer").daemon().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    Arrival next() throws InterruptedException {
        return arrivals.take();
    }

    private void serve() {
        byte[] buffer = new byte[1 << 16];
        while (!listener.isClosed()) {
            try (Socket job = listener.accept()) {
                long bytes = 0;
                long at = System.nanoTime();
                for (int count = job.getInputStream().read(buffer);
                        count >= 0;
                        count = job.getInputStream().read(buffer)) {
                    at = System.nanoTime();
                    bytes += count;
                }
                if (bytes > 0) {
                    arrivals.add(new Arrival(bytes, at));
                }
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new IllegalStateException("the printer's connection broke", e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
