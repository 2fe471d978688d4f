package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.Job;
import slipstream.device.config.BoxConfig;
import slipstream.device.control.ControlServer;
import slipstream.device.control.Statuses;
import slipstream.device.control.Wrongs;
import slipstream.device.port.Address;
import slipstream.device.printer.PrintedReceipt;
import slipstream.device.printer.VirtualPrinter;
import slipstream.device.report.BoxAnswer;
import slipstream.device.report.Status;
import slipstream.escpos.profile.PrinterProfile;

@Timeout(60)
@SuppressWarnings("try")
class StatusCommandTest {
    @TempDir
    private Path directory;

    private final Shell shell = new Shell(new byte[0]);

    @Test
    void aBoxThatIsWellEndsWithNought() throws IOException {
        assertEquals(0, ask(Statuses.WELL));
        assertEquals("All is well.", shell.lines().getLast());
    }

    @Test
    void whatIsWrongIsSaidWithWhatToDo() throws IOException {
        assertEquals(1, ask(Statuses.WRONG));
        long wrong =
                shell.lines().stream().filter(line -> line.startsWith("! ")).count();
        long next = shell.lines().stream()
                .filter(line -> line.startsWith("  Next: "))
                .count();
        assertEquals(Wrongs.in(Statuses.WRONG).size(), wrong);
        assertEquals(wrong, next);
    }

    @Test
    void theScreenFitsInto80ColumnsAnd24Lines() {
        for (Status status : List.of(Statuses.WELL, Statuses.WRONG)) {
            var screen = new StatusScreen(status, Wrongs.in(status), ZoneId.of("Asia/Shanghai")).lines();
            screen.forEach(line -> assertTrue(line.length() <= 80, line));
        }
        assertTrue(new StatusScreen(Statuses.WELL, List.of(), ZoneId.of("Asia/Shanghai"))
                        .lines()
                        .size()
                <= 24);
    }

    @Test
    void asJsonItIsOneLine() throws IOException {
        assertEquals(1, ask(Statuses.WRONG, "--json"));
        assertEquals(1, shell.lines().size());
        assertTrue(shell.out().contains("\"storeTrouble\":\"the disk is full\""), shell.out());
        assertTrue(shell.out().contains("\"wrong\":[{\"sentence\":\""), shell.out());
    }

    @Test
    void whereNoBoxRunsOneSentenceSaysHowToStartIt() {
        Path socket = directory.resolve("none");
        assertEquals(1, shell.run("status", "--socket", socket.toString()));
        assertEquals(
                "No box answers at " + socket
                        + ". Start it: systemctl start slipstream, or slipstream bridge --config FILE.\n",
                shell.errors());
    }

    @Test
    void wrongUseEndsWithTwo() {
        assertEquals(2, shell.run("status", "--sockte", "x"));
        assertEquals(
                2,
                shell.run("status", "--config", directory.resolve("none.toml").toString()));
        assertEquals(1, shell.errors().lines().count());
    }

    @Test
    void aRunningBoxTellsOfItsPrinterAndPos() throws Exception {
        BlockingQueue<PrintedReceipt> printed = new LinkedBlockingQueue<>();
        try (var printer = VirtualPrinter.start(
                new Address("127.0.0.1", 0), PrinterProfile.GENERIC_80MM, directory, printed::add)) {
            Path file = Files.writeString(
                    directory.resolve("box.toml"),
                    "[pos]\nlisten = \"127.0.0.1:0\"\n[printer]\naddress = \"127.0.0.1:" + printer.port()
                            + "\"\n[control]\nsocket = \"control\"\n");
            var config = BoxConfig.read(file);
            try (var box = Box.start(config);
                    var control = Control.start(config, box, file);
                    Socket pos = new Socket("127.0.0.1", box.port())) {
                assertEquals(0, shell.run("status", "--config", file.toString()), shell.errors());
                assertTrue(shell.out().contains("no receipt has wanted it yet"), shell.out());
                pos.getOutputStream().write(Job.begin().lines("清风小馆").cut().bytes());
                printed.take();
                assertEquals(0, shell.run("status", "--config", file.toString()), shell.errors());
                assertTrue(shell.out().contains("answers, since "), shell.out());
                assertTrue(shell.out().contains("1 connected"), shell.out());
                assertTrue(shell.out().contains("receipts pass as they are"), shell.out());
            }
        }
    }

    private int ask(Status status, String... more) throws IOException {
        Path socket = directory.resolve("control");
        try (var server = ControlServer.start(socket, Map.of("status", ignored -> new BoxAnswer(null, status, null)))) {
            var arguments = new java.util.ArrayList<>(List.of("status", "--socket", socket.toString()));
            arguments.addAll(List.of(more));
            return shell.run(arguments.toArray(String[]::new));
        }
    }
}
