package slipstream.device.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A line of text each way over a socket.
final class Lines {
    private Lines() {}

    /// Closes `channel` after a while, whatever it is doing then.
    static void limit(SocketChannel channel, Duration most) {
        CompletableFuture.delayedExecutor(most.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> close(channel));
    }

    /// The next line.
    ///
    /// @param most of how many bytes
    /// @throws IOException when there is none, or a longer one; the message is a sentence
    static String read(SocketChannel channel, int most) throws IOException {
        var line = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(4096);
        while (channel.read(buffer.clear()) >= 0) {
            for (int i = 0; i < buffer.position(); i++) {
                if (buffer.get(i) == '\n') {
                    return line.toString(StandardCharsets.UTF_8);
                }
                line.write(buffer.get(i));
            }
            if (line.size() > most) {
                throw new IOException("The line has more than " + most + " bytes.");
            }
        }
        throw new IOException("The line breaks off after " + line.size() + " bytes.");
    }

    static void write(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Says that no more comes, and takes what the other side still sends: ending before that would cost it what it
    /// has not read yet.
    static void drain(SocketChannel channel) throws IOException {
        channel.shutdownOutput();
        var buffer = ByteBuffer.allocate(4096);
        while (channel.read(buffer.clear()) >= 0) {
            // Nobody wants it.
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // Closed is closed.
        }
    }
}
