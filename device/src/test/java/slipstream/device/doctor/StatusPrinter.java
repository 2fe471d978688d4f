package slipstream.device.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A printer that answers `DLE EOT n` as it is told, or not at all, and keeps what it was sent.
final class StatusPrinter implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final Thread thread;

    /// @param answers for n = 1 to 4; none for a printer that does not answer
    StatusPrinter(int... answers) throws IOException {
        thread = Thread.ofVirtual().start(() -> serve(answers));
    }

    int port() {
        return listener.getLocalPort();
    }

    /// What it was sent, once the line has ended.
    byte[] sent() throws InterruptedException {
        thread.join();
        return sent.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve(int... answers) {
        try (Socket line = listener.accept()) {
            byte[] question = line.getInputStream().readNBytes(3);
            while (question.length == 3) {
                sent.writeBytes(question);
                if (answers.length > 0) {
                    // What is said unasked comes first: it is no answer.
                    line.getOutputStream().write(new byte[] {0x14, 0, 0, 0x0F});
                    line.getOutputStream().write(answers[question[2] - 1]);
                }
                question = line.getInputStream().readNBytes(3);
            }
        } catch (IOException ended) {
            // The line has ended.
        }
    }
}
