package slipstream.device.port.lpd;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import slipstream.device.port.Port;

/// A data file of a job as a line: its bytes as they come, then its end. What the printer answers goes nowhere, as
/// the protocol has no way for it.
final class DataFile implements Port {
    private final String name;
    private final Socket sender;
    private final InputStream in;
    private final boolean counted;
    private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();
    private long left;

    /// @param sender who is waited for
    /// @param in where its bytes are
    /// @param counted whether `length` is known; otherwise the file ends with what is sent
    DataFile(String name, Socket sender, InputStream in, boolean counted, long length) {
        this.name = name;
        this.sender = sender;
        this.in = in;
        this.counted = counted;
        left = counted ? length : Long.MAX_VALUE;
    }

    /// Waits until the line is over.
    ///
    /// @return whether all of it has reached the printer
    boolean await() {
        return outcome.join();
    }

    @Override
    public int read(byte[] into, Duration wait) throws IOException {
        if (left == 0) {
            return END;
        }
        sender.setSoTimeout(wait.isZero() ? 0 : Math.max(1, Math.toIntExact(wait.toMillis())));
        try {
            int count = in.read(into, 0, (int) Math.min(into.length, left));
            if (count == END && counted) {
                throw new IOException("the sender broke off within its file");
            }
            left = count == END ? 0 : left - count;
            return count;
        } catch (SocketTimeoutException ignored) {
            return 0;
        }
    }

    @Override
    public void write(byte[] bytes, int from, int to) {
        // The protocol has no way back.
    }

    @Override
    public void endOutput() {
        // Nor an end of it.
    }

    @Override
    public void delivered() {
        outcome.complete(left == 0);
    }

    /// Whoever waits for the rest of the file is freed by the end of its connection.
    @Override
    public void close() {
        if (outcome.complete(false)) {
            try {
                sender.shutdownInput();
            } catch (IOException ignored) {
                // It has gone by itself.
            }
        }
    }

    @Override
    public String name() {
        return name;
    }
}
