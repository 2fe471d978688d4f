package slipstream.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// Stands where the service stood and answers everybody with a page of HTML, whatever they say.
final class GarbageServer implements AutoCloseable {
    private final ServerSocket listener;
    private final CountDownLatch called = new CountDownLatch(1);

    GarbageServer(int port) throws IOException {
        listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    void awaitCaller() throws InterruptedException {
        called.await();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket caller = listener.accept()) {
                caller.getInputStream().read(new byte[1024]);
                caller.getOutputStream().write("<html>Welcome</html>".getBytes(StandardCharsets.US_ASCII));
                called.countDown();
            } catch (IOException ended) {
                // The caller has hung up, or the listener is closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
