package slipstream.cloudlink.service.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.cloudlink.service.config.Listen;
import slipstream.cloudlink.service.vertx.LeanVertx;

/// Callers who send so slowly that a timeout on silence never comes.
@Timeout(10)
class PatienceTest {
    private static final Patience SHORT = new Patience(Duration.ofMillis(300), Duration.ofMillis(300));
    private static final String QUESTION = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final Vertx vertx = LeanVertx.create();
    private int port;

    @BeforeEach
    void open() throws IOException {
        var router = Router.router(vertx);
        router.post().handler(BodyHandler.create(false));
        router.route().handler(ctx -> ctx.response().end("well"));
        port = Listening.start(vertx, new HttpServerOptions(), new Listen("127.0.0.1", 0), router, SHORT)
                .at()
                .port();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aHeadThatNeverEndsIsCutOff() throws Exception {
        try (var socket = socket()) {
            var trickle = trickle(socket, "GET / HTTP/1.1\r\nX: ");
            assertEquals("", rest(socket));
            trickle.get();
        }
    }

    @Test
    void aSecondHeadThatNeverEndsIsCutOffToo() throws Exception {
        try (var socket = socket()) {
            socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
            var trickle = trickle(socket, "GET / HTTP/1.1\r\nX: ");
            assertTrue(rest(socket).endsWith("\r\n\r\nwell"));
            trickle.get();
        }
    }

    @Test
    void aBodyThatNeverEndsIsCutOff() throws Exception {
        try (var socket = socket()) {
            var trickle = trickle(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
            assertEquals("", rest(socket));
            trickle.get();
        }
    }

    @Test
    void whoAsksAtOnceIsAnsweredAgainAndAgain() throws Exception {
        try (var socket = socket()) {
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
                var answer = new String(socket.getInputStream().readNBytes(42), StandardCharsets.US_ASCII);
                assertEquals("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nwell", answer);
            }
        }
    }

    private Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /// Begins, then sends a byte whenever the line takes one, until it is cut.
    private static Future<?> trickle(Socket socket, String begin) {
        return CompletableFuture.runAsync(() -> {
            try {
                var out = socket.getOutputStream();
                out.write(begin.getBytes(StandardCharsets.US_ASCII));
                while (true) {
                    out.write('x');
                    // Far shorter than any timeout on silence.
                    LockSupport.parkNanos(20_000_000);
                }
            } catch (IOException cut) {
                // As it should be.
            }
        });
    }

    /// What comes until the server closes.
    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }
}
