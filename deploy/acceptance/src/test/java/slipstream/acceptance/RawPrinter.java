package slipstream.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A printer that keeps the bytes of each job.
final class RawPrinter implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<byte[]> jobs = new LinkedBlockingQueue<>();

    RawPrinter() throws IOException {
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    byte[] nextJob() throws InterruptedException {
        byte[] job = jobs.poll(60, TimeUnit.SECONDS);
        if (job == null) {
            throw new AssertionError("nothing was printed within a minute");
        }
        return job;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket job = listener.accept()) {
                jobs.add(job.getInputStream().readAllBytes());
            } catch (IOException ended) {
                // A job that breaks off is none; a closed listener ends the loop.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
