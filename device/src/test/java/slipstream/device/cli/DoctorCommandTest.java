package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import slipstream.device.port.Address;
import slipstream.device.printer.VirtualPrinter;
import slipstream.escpos.profile.PrinterProfile;

class DoctorCommandTest {
    @TempDir
    private Path directory;

    private final Shell shell = new Shell(new byte[0]);

    @Test
    void hintsAreNoFailure() throws IOException {
        try (var printer = VirtualPrinter.start(
                new Address("127.0.0.1", 0), PrinterProfile.GENERIC_80MM, directory, ignored -> {})) {
            assertEquals(0, shell.run("doctor", "--config", config("127.0.0.1:" + printer.port())), shell.out());
        }
        assertTrue(
                shell.lines()
                        .contains(
                                "look at this  service          None is configured: receipts pass as they are, without"
                                        + " claim links. Next: add [service] to the configuration when this box shall print"
                                        + " them."),
                shell.out());
        assertTrue(shell.lines().getFirst().startsWith("ok            configuration    "), shell.out());
        assertEquals("", shell.errors());
    }

    @Test
    void aBrokenLinkIsAFailureAndALineOfJson() throws IOException {
        assertEquals(1, shell.run("doctor", "--json", "--config", config("127.0.0.1:1")));
        assertTrue(
                shell.lines()
                        .contains("{\"link\":\"printer\",\"state\":\"broken\",\"sentence\":\"127.0.0.1:1 cannot be"
                                + " reached (the connection is refused).\",\"next\":\"see that the address is the"
                                + " printer's, that its port is 1, and that nobody else is connected to it.\"}"),
                shell.out());
        assertTrue(
                shell.lines()
                        .contains("{\"link\":\"learned rules\",\"state\":\"ok\",\"sentence\":\"None; the box's own are"
                                + " used.\",\"next\":null}"),
                shell.out());
    }

    @Test
    void aMistakeInTheConfigurationIsABrokenLink() throws IOException {
        assertEquals(1, shell.run("doctor", "--config", config("a/b")));
        assertTrue(
                shell.lines()
                        .getFirst()
                        .startsWith(
                                "broken        configuration    box.toml, line 4: \"address\" in [printer]: \"a/b\""),
                shell.out());
        assertEquals("", shell.errors());
    }

    private String config(String printer) throws IOException {
        return Files.writeString(
                        directory.resolve("box.toml"),
                        "[pos]\nlisten = \"127.0.0.1:0\"\n[printer]\naddress = \"" + printer + "\"\n")
                .toString();
    }
}
