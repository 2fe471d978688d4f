package slipstream.device.port.lpd;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import slipstream.device.port.Port;
import slipstream.device.port.PosListener;

/// Data files that POS send by LPD, in the order in which they begin.
final class LpdListener implements PosListener {
    private static final int MOST_CONNECTIONS = 64;

    private final ServerSocket socket;
    private final String name;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final BlockingQueue<Optional<DataFile>> files = new LinkedBlockingQueue<>();

    LpdListener(ServerSocket socket, String name) {
        this.socket = socket;
        this.name = name;
        Thread.ofVirtual().name("accept " + name).start(this::connections);
    }

    /// The port that it has.
    int port() {
        return socket.getLocalPort();
    }

    @Override
    public Port accept() throws IOException {
        try {
            Optional<DataFile> next = files.take();
            if (next.isEmpty()) {
                files.add(next);
            }
            return next.orElseThrow(() -> new IOException("nobody listens any more"));
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody listens any more");
        }
    }

    private void connections() {
        while (!socket.isClosed()) {
            try {
                places.acquire();
                Socket pos = socket.accept();
                Thread.ofVirtual().name("lpd").start(() -> serve(pos));
            } catch (IOException ignored) {
                places.release();
            } catch (InterruptedException ignored) {
                return;
            }
        }
    }

    private void serve(Socket pos) {
        try (pos) {
            new LpdConnection(pos, file -> files.add(Optional.of(file))).serve();
        } catch (IOException ignored) {
            // It has gone, and knows that it got no acknowledgement.
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Closed is closed.
        }
        files.add(Optional.empty());
    }

    @Override
    public String name() {
        return name;
    }
}
