package slipstream.device.control;

import io.avaje.json.JsonException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import slipstream.cloudlink.protocol.JsonMessage;
import slipstream.device.report.BoxAnswer;
import slipstream.device.report.BoxRequest;

/// Asks the running box.
public final class ControlClient {
    private static final JsonMessage<BoxRequest> REQUEST = JsonMessage.of(BoxRequest.class);
    private static final JsonMessage<BoxAnswer> ANSWER = JsonMessage.of(BoxAnswer.class);
    private static final int LONGEST_ANSWER = 1_048_576;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private ControlClient() {}

    /// No box answers at a socket.
    public static final class NoBox extends IOException {
        private static final long serialVersionUID = 1;

        NoBox(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The box's answer to `request`.
    ///
    /// @throws NoBox when there is none
    /// @throws IOException when it gives no answer; the message is a sentence
    public static BoxAnswer ask(Path socket, BoxRequest request) throws IOException {
        try (SocketChannel box = connect(socket)) {
            Lines.limit(box, LONGEST);
            Lines.write(box, REQUEST.write(request));
            return ANSWER.read(Lines.read(box, LONGEST_ANSWER));
        } catch (NoBox e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("The box at " + socket + " gives no answer: it may hang.", e);
        } catch (JsonException e) {
            throw new IOException("What answers at " + socket + " is no box of this version.", e);
        }
    }

    private static SocketChannel connect(Path socket) throws IOException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            boolean denied = String.valueOf(e.getMessage()).contains("Permission denied");
            Path directory = socket.toAbsolutePath().getParent();
            if (denied || Files.exists(directory) && !Files.isExecutable(directory)) {
                throw new IOException(
                        "Access to " + socket + " is denied: run this as the user that runs the box, or by sudo.", e);
            }
            throw new NoBox("No box answers at " + socket + ".", e);
        }
    }
}
