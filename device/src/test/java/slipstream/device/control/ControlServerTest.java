package slipstream.device.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import slipstream.device.report.BoxAnswer;
import slipstream.device.report.BoxRequest;
import slipstream.device.report.Status;

@Timeout(30)
@SuppressWarnings("try")
class ControlServerTest {
    @TempDir
    private Path directory;

    private List<String> errors = List.of();

    @Test
    void theStatusArrivesAsItIs() throws IOException {
        try (var server = start()) {
            assertEquals(
                    Statuses.WELL,
                    ControlClient.ask(socket(), BoxRequest.of("status")).status());
        }
    }

    @Test
    void whatIsWrongWithAConfigurationIsTold() throws IOException {
        try (var server = start()) {
            assertEquals(
                    null, ControlClient.ask(socket(), BoxRequest.of("reload")).errors());
            errors = List.of("box.toml, line 3: no.", "And more.");
            assertEquals(
                    errors, ControlClient.ask(socket(), BoxRequest.of("reload")).errors());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|The request is \\\"null\\\", expected one of reload, status.",
                "{\"request\":\"dance\"}|The request is \\\"dance\\\", expected one of reload, status.",
                "garbage|The request is no JSON object, expected {\\\"request\\\":\\\"status\\\"} or the like.",
                "[1,2]|The request is no JSON object, expected {\\\"request\\\":\\\"status\\\"} or the like."
            })
    void whatIsNoRequestIsAnsweredWithASentence(String line, String sentence) throws IOException {
        try (var server = start()) {
            assertEquals("{\"errors\":[\"" + sentence + "\"]}\n", say(line + "\n"));
        }
    }

    @Test
    void aLineWithoutEndIsRefusedNotKept() throws IOException {
        try (var server = start()) {
            assertTrue(say("x".repeat(10_000)).contains("more than 4096 bytes"));
        }
    }

    @Test
    void moreCommandsThanPlacesAreAnsweredInTurn() throws IOException {
        try (var server = start()) {
            for (int i = 0; i < 50; i++) {
                assertTrue(say("{\"request\":\"reload\"}\n").startsWith("{"));
            }
        }
    }

    @Test
    void aSocketThatABoxLeftBehindIsTakenOverAndAnothersIsNot() throws IOException {
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertTrue(Files.exists(socket()));
        try (var server = start()) {
            var thrown = assertThrows(IOException.class, this::start);
            assertEquals("Another box answers at " + socket() + ".", thrown.getMessage());
            assertEquals(
                    null, ControlClient.ask(socket(), BoxRequest.of("reload")).errors());
        }
        assertFalse(Files.exists(socket()));
    }

    @Test
    void onlyOwnerAndGroupMayAsk() throws IOException {
        try (var server = start()) {
            assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())));
        }
    }

    @Test
    void whereNoBoxRunsThatIsSaid() {
        assertThrows(ControlClient.NoBox.class, () -> ControlClient.ask(socket(), BoxRequest.of("status")));
    }

    private Path socket() {
        return directory.resolve("control");
    }

    private ControlServer start() throws IOException {
        Status status = Statuses.WELL;
        return ControlServer.start(
                socket(),
                Map.of(
                        "status",
                        ignored -> new BoxAnswer(null, status, null),
                        "reload",
                        ignored -> errors.isEmpty() ? BoxAnswer.DONE : new BoxAnswer(errors, null, null)));
    }

    private String say(String text) throws IOException {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            var answer = ByteBuffer.allocate(65_536);
            int length = channel.read(answer);
            while (length >= 0) {
                length = channel.read(answer);
            }
            return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
        }
    }
}
