package slipstream.device.port.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// On directories that stand in for the kernel's: unlike there, attributes are files that removing has to remove too.
@Timeout(30)
class GadgetScriptTest {
    private static final Path SCRIPT = Path.of("../deploy/package/gadget/slipstream-gadget")
            .toAbsolutePath()
            .normalize();
    private static final String GADGET = "usb_gadget/slipstream";

    @TempDir
    private Path directory;

    private final Map<String, String> settings = new HashMap<>();
    private String said;

    @BeforeEach
    void makeKernel() throws IOException {
        Files.createDirectories(directory.resolve("config/usb_gadget"));
        Path controller = Files.createDirectories(directory.resolve("udc/fe980000.usb"));
        Files.writeString(controller.resolve("state"), "configured\n");
        Path rmdir = Files.createDirectories(directory.resolve("bin")).resolve("rmdir");
        Files.writeString(rmdir, """
                #!/bin/sh
                [ -z "$(find "$1" -mindepth 1 -type d -not -empty -print -quit)" ] || exit 1
                rm -r "$1"
                """);
        assertTrue(rmdir.toFile().setExecutable(true));
    }

    private int run(String command) throws Exception {
        var builder = new ProcessBuilder("sh", SCRIPT.toString(), command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("PATH", directory.resolve("bin") + ":" + environment.get("PATH"));
        environment.put("SLIPSTREAM_CONFIGFS", directory.resolve("config").toString());
        environment.put("SLIPSTREAM_UDC", directory.resolve("udc").toString());
        environment.put("SLIPSTREAM_USBMISC", directory.resolve("usbmisc").toString());
        environment.put(
                "SLIPSTREAM_GADGET_CONF", directory.resolve("gadget.conf").toString());
        environment.putAll(settings);
        Process process = builder.start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private String attribute(String name) throws IOException {
        return Files.readString(directory.resolve("config").resolve(GADGET).resolve(name));
    }

    @Test
    void thePrintersOwnIdIsShownWithTwoCharactersToSpare() throws Exception {
        Path printer = Files.createDirectories(directory.resolve("usbmisc/lp3/device"));
        Files.writeString(printer.resolve("ieee1284_id"), "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;\n");
        Files.writeString(directory.resolve("gadget.conf"), "PRINTER=" + directory.resolve("lp3") + "\n");
        Files.createFile(directory.resolve("lp3"));
        assertEquals(0, run("up"), () -> said);
        assertEquals(
                "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;  ", attribute("functions/printer.usb0/pnp_string"));
        assertEquals("10", attribute("functions/printer.usb0/q_len"));
        assertTrue(
                Files.isSymbolicLink(directory.resolve("config").resolve(GADGET).resolve("configs/c.1/printer.usb0")));
        assertEquals("fe980000.usb", attribute("UDC"));
    }

    @Test
    void upTwiceIsUpAndDownTwiceIsDown() throws Exception {
        assertEquals(0, run("up"), () -> said);
        var made = tree();
        assertEquals(0, run("up"), () -> said);
        assertEquals(made, tree());
        assertEquals(0, run("status"));
        assertEquals("USB printer at fe980000.usb: configured.\n", said);
        assertEquals(0, run("down"), () -> said);
        assertEquals(0, run("down"), () -> said);
        assertFalse(Files.exists(directory.resolve("config").resolve(GADGET)));
        assertEquals(1, run("status"));
    }

    @Test
    void whatASetUpThatWasBrokenOffLeftIsMadeAnew() throws Exception {
        assertEquals(0, run("up"), () -> said);
        Path gadget = directory.resolve("config").resolve(GADGET);
        Files.writeString(gadget.resolve("UDC"), "");
        settings.put("PRODUCT", "TM-T88V");
        assertEquals(0, run("up"), () -> said);
        assertEquals("TM-T88V", attribute("strings/0x409/product"));
        assertEquals("fe980000.usb", attribute("UDC"));
    }

    @Test
    void aMachineThatCannotBeAPrinterIsToldWhatItLacks() throws Exception {
        Files.delete(directory.resolve("udc/fe980000.usb/state"));
        Files.delete(directory.resolve("udc/fe980000.usb"));
        assertEquals(1, run("up"));
        assertTrue(said.contains("no USB device controller"), said);
        assertFalse(Files.exists(directory.resolve("config").resolve(GADGET)));
    }

    @Test
    void anIdThatTheDriverCannotHoldIsRefused() throws Exception {
        settings.put("PRINTER_ID", "MFG:" + "x".repeat(1000) + ";");
        assertEquals(1, run("up"));
        assertTrue(said.contains("at most 900"), said);
    }

    @Test
    void anotherCommandIsWrongUse() throws Exception {
        assertEquals(2, run("sideways"));
    }

    private String tree() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("config"))) {
            return files.map(Path::toString).sorted().collect(Collectors.joining("\n"));
        }
    }
}
