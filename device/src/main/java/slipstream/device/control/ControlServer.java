package slipstream.device.control;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.tinylog.Logger;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.device.report.BoxAnswer;
import slipstream.device.report.BoxRequest;

/// Answers commands: one line of JSON asked, one answered, then the connection ends.
///
/// `{"request":"status"}` is answered with `{"status":{…}}`, `{"request":"reload"}` with `{}`; what was not done with
/// `{"errors":["…"]}`. What can be asked are the rows that the server is started with. A request has at most 4,096
/// bytes and 5 s; at most 8 are answered at a time.
public final class ControlServer implements AutoCloseable {
    private static final JsonMessage<BoxRequest> REQUEST = JsonMessage.of(BoxRequest.class);
    private static final JsonMessage<BoxAnswer> ANSWER = JsonMessage.of(BoxAnswer.class);
    private static final int LONGEST_REQUEST = 4_096;
    private static final int MOST_AT_ONCE = 8;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Path socket;
    private final ServerSocketChannel listener;
    private final Map<String, Function<BoxRequest, BoxAnswer>> rows;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    private ControlServer(
            Path socket, ServerSocketChannel listener, Map<String, Function<BoxRequest, BoxAnswer>> rows) {
        this.socket = socket;
        this.listener = listener;
        this.rows = new TreeMap<>(rows);
    }

    /// Begins to answer at `socket`; a socket that a box left behind is taken over.
    ///
    /// @param rows what can be asked, by its word, and what answers it, within 4 s
    /// @throws IOException when nothing can listen there; the message is a sentence
    public static ControlServer start(Path socket, Map<String, Function<BoxRequest, BoxAnswer>> rows)
            throws IOException {
        var server = new ControlServer(socket, listen(socket), rows);
        Thread.ofPlatform().name("control").daemon().start(server::accept);
        return server;
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        if (answers(socket)) {
            throw new IOException("Another box answers at " + socket + ".");
        }
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Files.deleteIfExists(socket);
            listener.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
            return listener;
        } catch (IOException e) {
            listener.close();
            throw new IOException("Nothing can listen at " + socket + " (" + e.getMessage() + ").", e);
        }
    }

    private static boolean answers(Path socket) {
        try (SocketChannel there = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return there.isConnected();
        } catch (IOException ignored) {
            return false;
        }
    }

    /// Stops answering, and leaves no socket behind.
    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(socket);
        } catch (IOException ignored) {
            // The next box takes it over.
        }
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                places.acquire();
                SocketChannel command = listener.accept();
                Thread.ofVirtual().name("control").start(() -> serve(command));
            } catch (IOException e) {
                places.release();
                if (listener.isOpen()) {
                    Logger.warn("Commands are no longer answered at {} ({}); restart the box.", socket, e.getMessage());
                    return;
                }
            } catch (InterruptedException ignored) {
                return;
            }
        }
    }

    private void serve(SocketChannel command) {
        Lines.limit(command, LONGEST);
        try (command) {
            Lines.write(command, ANSWER.write(answer(command)));
            Lines.drain(command);
        } catch (IOException e) {
            Logger.debug("A command went away ({}).", e.getMessage());
        } finally {
            places.release();
        }
    }

    private BoxAnswer answer(SocketChannel command) {
        try {
            return answer(REQUEST.read(Lines.read(command, LONGEST_REQUEST)));
        } catch (IOException e) {
            return BoxAnswer.refused(e.getMessage());
        } catch (JsonException ignored) {
            return BoxAnswer.refused("The request is no JSON object, expected {\"request\":\"status\"} or the like.");
        } catch (RuntimeException e) {
            Logger.error("A fault of ours: a command was not answered ({}).", e.toString());
            return BoxAnswer.refused("A fault of ours: " + e + ".");
        }
    }

    private BoxAnswer answer(BoxRequest request) {
        Function<BoxRequest, BoxAnswer> row = rows.get(String.valueOf(request.request()));
        return row == null
                ? BoxAnswer.refused("The request is \"" + request.request() + "\", expected one of "
                        + String.join(", ", rows.keySet()) + ".")
                : row.apply(request);
    }
}
