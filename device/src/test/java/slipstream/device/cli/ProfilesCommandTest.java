package slipstream.device.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import slipstream.escpos.profile.PrinterProfile;

class ProfilesCommandTest {
    @TempDir
    private Path directory;

    private final Shell shell = new Shell(new byte[0]);

    @Test
    void everyPrinterHasALineThatFitsATerminal() {
        assertEquals(0, shell.run("profiles"));
        assertEquals(1 + PrinterProfile.names().size(), shell.lines().size());
        assertTrue(shell.lines().stream().allMatch(line -> line.length() <= 80), shell.out());
        assertTrue(shell.lines().contains("tm-t88v               512  180  yes     yes  Epson TM-T88V"), shell.out());
        assertTrue(shell.lines().contains("generic-58mm          384  203  no      ?    Generic 58 mm"), shell.out());
        assertEquals(0, shell.run("profiles", "--json"));
        assertTrue(
                shell.lines()
                        .contains("{\"profile\":\"tm-t88v\",\"model\":\"Epson TM-T88V\",\"dialect\":\"escpos\","
                                + "\"dotsPerLine\":512,\"dpi\":180,\"cutter\":true,\"nativeQr\":\"yes\"}"),
                shell.out());
    }

    @Test
    void eachFactStandsBelowItsSource() {
        assertEquals(0, shell.run("profiles", "show", "tm-t88"));
        int dots = shell.lines().indexOf("dots-per-line = 512");
        assertEquals(
                "# escpos-printer-db TM-T88V: 512 dots, 180 dpi; escpos-injection 3.1",
                shell.lines().get(dots - 1));
        assertEquals(0, shell.run("profiles", "show", "generic-80mm-china", "--json"));
        assertTrue(shell.out().contains("\"key\":\"two-byte\",\"value\":\"gb18030\""), shell.out());
        assertTrue(shell.out().contains("\"key\":\"dpi\",\"value\":\"203\""), shell.out());
        assertTrue(shell.lines().getLast().endsWith("\"from\":\"generic-80mm\"}"), shell.out());
    }

    @ParameterizedTest
    @MethodSource("slipstream.escpos.profile.PrinterProfile#names")
    void whatIsShownIsTheProfile(String name) throws IOException {
        assertEquals(0, shell.run("profiles", "show", name));
        assertTrue(shell.lines().stream().allMatch(line -> line.contains("=") || line.length() <= 80), shell.out());
        Path file = Files.write(directory.resolve(name + ".properties"), shell.bytes());
        assertEquals(PrinterProfile.named(name), PrinterProfile.read(file));
        assertEquals(0, shell.run("profiles", "show", file.toString()));
        assertTrue(shell.lines().contains("dpi = " + PrinterProfile.named(name).dpi()), shell.out());
    }
}
