package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.acceptance.fault.Supervisor;

/// A process that hangs as a whole, so that nothing of its own can notice. The test is its service manager: it hears
/// the
/// beat, and kills when there is none for as long as the unit's WatchdogSec.
@Timeout(180)
class HungBoxTest {
    private static final Duration WATCHDOG =
            Duration.ofSeconds(Long.parseLong(UnitsTest.setting("slipstream.service", "WatchdogSec")));

    @TempDir
    private Path directory;

    @Test
    void whatIsSentToABoxThatHangsIsPrintedByTheNextOneAndOnce() throws IOException, InterruptedException {
        Path notify = directory.resolve("notify");
        try (var printer = new RawPrinter();
                Program manager = Program.start(List.of("socat", "-d", "-d", "-u", "UNIX-RECV:" + notify, "STDOUT"))) {
            manager.awaitLine("starting data transfer loop");
            var command = new ArrayList<>(List.of("env", "NOTIFY_SOCKET=" + notify));
            command.addAll(box(printer.port()));
            try (var supervisor = new Supervisor(command)) {
                int port = supervisor.port();
                ProcessHandle hung = supervisor.begin();
                assertArrayEquals(receipt("first"), printed(port, "first", printer));
                manager.awaitLine("^READY=1$");
                manager.awaitLine("^WATCHDOG=1$");
                stop(hung);
                try (var pos = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    pos.getOutputStream().write(receipt("second"));
                    pos.shutdownOutput();
                    manager.awaitSilence("^WATCHDOG=1$", WATCHDOG);
                    hung.destroyForcibly();
                    supervisor.awaitOver();
                    supervisor.begin();
                    assertArrayEquals(receipt("second"), printer.nextJob());
                    assertEquals(-1, pos.getInputStream().read(), "the printer's end, told in order");
                }
                manager.awaitLine("^READY=1$");
                assertArrayEquals(receipt("third"), printed(port, "third", printer));
            }
        }
    }

    private List<String> box(int printer) throws IOException {
        Path config = Files.writeString(directory.resolve("box.toml"), """
                [pos]
                listen = "systemd:pos"
                [printer]
                address = "127.0.0.1:%d"
                """.formatted(printer));
        return Program.box(List.of(), "bridge", "--config", config.toString());
    }

    private static byte[] printed(int port, String text, RawPrinter printer) throws IOException, InterruptedException {
        try (var pos = new Socket(InetAddress.getLoopbackAddress(), port)) {
            pos.getOutputStream().write(receipt(text));
        }
        return printer.nextJob();
    }

    private static byte[] receipt(String text) {
        return ("\u001b@" + text + "\n\n\n\u001dV\u0000").getBytes(StandardCharsets.US_ASCII);
    }

    private static void stop(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
