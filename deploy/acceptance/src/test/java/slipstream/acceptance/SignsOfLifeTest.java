package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a service manager hears of a box: a process each, and socat for the manager.
@Timeout(120)
class SignsOfLifeTest {
    @TempDir
    private Path directory;

    @Test
    void theManagerHearsThatTheBoxIsReadyBeatsAndEnds() throws IOException, InterruptedException {
        Path socket = directory.resolve("notify");
        Path config = Files.writeString(directory.resolve("box.toml"), """
                [pos]
                listen = "127.0.0.1:0"
                [printer]
                address = "127.0.0.1:1"
                """);
        var command = new ArrayList<>(List.of("env", "NOTIFY_SOCKET=" + socket));
        command.addAll(Program.box(List.of(), "bridge", "--config", config.toString()));
        try (Program manager = Program.start(List.of("socat", "-d", "-d", "-u", "UNIX-RECV:" + socket, "STDOUT"))) {
            manager.awaitLine("starting data transfer loop");
            try (Program box = Program.start(command)) {
                box.awaitLine("Listening at");
                manager.awaitLine("^STATUS=Receipts pass\\.$");
                manager.awaitLine("^READY=1$");
                manager.awaitLine("^WATCHDOG=1$");
                box.signal("TERM");
                manager.awaitLine("^STOPPING=1$");
                assertEquals(143, box.await());
            }
        }
    }
}
