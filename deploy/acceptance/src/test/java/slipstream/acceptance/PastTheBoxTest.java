package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static slipstream.acceptance.ShopNetwork.BOX;
import static slipstream.acceptance.ShopNetwork.POS;
import static slipstream.acceptance.ShopNetwork.PRINTER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How receipts get to the printer when the box is dead: the scripts of `deploy/package`, in network namespaces. Root
/// only; skipped elsewhere.
@Timeout(120)
class PastTheBoxTest {
    private static final String AT_PRINTER = PRINTER + ":9100";
    private static final String AT_BOX = BOX + ":9100";

    @TempDir
    private Path directory;

    private ShopNetwork shop;
    private Program printer;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        shop = new ShopNetwork();
        printer = shop.listen("printer", 9100);
    }

    @AfterEach
    void close() throws IOException {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void inTransparentModeTheBoxHasReceiptsUntilItIsKilledAndAgainOnceItIsBack()
            throws IOException, InterruptedException {
        shop.script("transparent", "on");
        Program box = shop.start("box", box("transparent:0.0.0.0:9100"));
        box.awaitLine("Listening at");
        shop.print("through the box", AT_PRINTER);
        printer.awaitLine("accepting connection from .*" + BOX);
        printer.awaitLine("^through the box$");
        box.signal("KILL");
        shop.print("past the dead box", AT_PRINTER);
        printer.awaitLine("accepting connection from .*" + POS);
        printer.awaitLine("^past the dead box$");
        shop.start("box", box("transparent:0.0.0.0:9100")).awaitLine("Listening at");
        shop.print("through the next one", AT_PRINTER);
        printer.awaitLine("accepting connection from .*" + BOX);
        printer.awaitLine("^through the next one$");
    }

    /// What listens with IP_TRANSPARENT is not ours: the scripts alone are tried.
    @Test
    void inTransparentModeTheKernelPassesReceiptsAsSoonAsNobodyListens() throws IOException, InterruptedException {
        shop.script("transparent", "on");
        shop.print("before the box", AT_PRINTER);
        printer.awaitLine("^before the box$");
        Program box = shop.listen("box", 9100, ",ip-transparent");
        shop.print("through the box", AT_PRINTER);
        box.awaitLine("^through the box$");
        box.signal("KILL");
        shop.print("past the dead box", AT_PRINTER);
        printer.awaitLine("^past the dead box$");
        assertEquals("on", shop.script("transparent", "status"));
        Program again = shop.listen("box", 9100, ",ip-transparent");
        shop.print("through the next one", AT_PRINTER);
        again.awaitLine("^through the next one$");
    }

    @Test
    void inTransparentModeEveryOtherPortOfThePrinterIsReachedAlways() throws IOException, InterruptedException {
        shop.script("transparent", "on");
        shop.script("transparent", "on");
        Program box = shop.listen("box", 80);
        Program page = shop.listen("printer", 80);
        shop.print("the printer's own page", PRINTER + ":80");
        page.awaitLine("^the printer's own page$");
        shop.script("transparent", "off");
        shop.script("transparent", "off");
        assertEquals("off", shop.script("transparent", "status"));
        shop.listen("box", 9100, ",ip-transparent");
        shop.print("not intercepted", AT_PRINTER);
        printer.awaitLine("^not intercepted$");
        box.close();
    }

    @Test
    void theBypassLeadsToThePrinterAndReceiptsOnTheirWayStayOnIt() throws IOException, InterruptedException {
        Program box = shop.start("box", box("0.0.0.0:9100"));
        box.awaitLine("Listening at");
        shop.print("through the box", AT_BOX);
        printer.awaitLine("^through the box$");
        box.signal("KILL");
        shop.script("bypass", "on");
        shop.script("bypass", "on");
        assertEquals("on", shop.script("bypass", "status"));
        shop.print("past the dead box", AT_BOX);
        printer.awaitLine("^past the dead box$");
        Process pos = shop.begin(AT_BOX);
        ShopNetwork.send(pos, "half a receipt");
        printer.awaitLine("^half a receipt$");
        Program next = shop.listen("box", 9100);
        shop.script("bypass", "off");
        shop.script("bypass", "off");
        assertEquals("off", shop.script("bypass", "status"));
        ShopNetwork.send(pos, "its other half");
        printer.awaitLine("^its other half$");
        ShopNetwork.end(pos);
        shop.print("to the next box", AT_BOX);
        next.awaitLine("^to the next box$");
    }

    /// The shell is what systemd is for a socket: it holds the port while processes come and go.
    @Test
    void aPosThatConnectsWhileTheProcessIsDeadWaitsForTheNextOne() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-socket-activate")), "systemd is not installed");
        var command = new ArrayList<>(List.of("systemd-socket-activate", "--listen=" + AT_BOX, "--fdname=pos"));
        command.addAll(List.of("sh", "-c", "while :; do sh -c 'LISTEN_PID=$$ exec \"$@\"' box \"$@\"; done", "holder"));
        command.addAll(box("systemd:pos"));
        Program holder = shop.start("box", command);
        holder.awaitLine("Listening on");
        Process first = shop.begin(AT_BOX);
        holder.awaitLine("Listening at");
        ShopNetwork.send(first, "to the first process");
        printer.awaitLine("^to the first process$");
        holder.descendants().forEach(ProcessHandle::destroyForcibly);
        Process second = shop.begin(AT_BOX);
        ShopNetwork.send(second, "while nobody was there");
        holder.awaitLine("Listening at");
        printer.awaitLine("^while nobody was there$");
        ShopNetwork.end(second);
        first.destroy();
    }

    @Test
    void anOrderlyStopLaysTheBypassAndACrashDoesNot() throws IOException, InterruptedException {
        String bypass = Program.PROJECT.resolve("deploy/package/bin/bypass").toString();
        shop.in("box", "env", "SERVICE_RESULT=watchdog", bypass, "after-stop");
        assertEquals("off", shop.script("bypass", "status"));
        shop.in("box", "env", "SERVICE_RESULT=success", bypass, "after-stop");
        assertEquals("on", shop.script("bypass", "status"));
    }

    @Test
    void whatIsWrongWithTheSettingsIsASentence() throws IOException, InterruptedException {
        assertEquals(
                "bypass: PRINTER is \"till\", expected an IPv4 address as 192.168.1.50 (in /nonexistent).",
                shop.refused("bypass", "on", "PRINTER=till"));
        assertEquals(
                "bypass: PORT is \"66000\", expected a port from 1 to 65535 (in /nonexistent).",
                shop.refused("bypass", "on", "PORT=66000"));
        assertEquals(
                "transparent: POS_SIDE is \"eth9\", expected a network port of this machine, as eth0 (in /nonexistent).",
                shop.refused("transparent", "on", "POS_SIDE=eth9"));
        assertEquals("bypass: expected on, off, after-stop or status.", shop.refused("bypass", "aside", "PORT=1"));
    }

    /// The command line of a box that only copies.
    private List<String> box(String listen) throws IOException {
        Path config = Files.writeString(directory.resolve("box.toml"), """
                [pos]
                listen = "%s"
                [printer]
                address = "%s"
                """.formatted(listen, AT_PRINTER));
        return Program.box(List.of(), "bridge", "--config", config.toString());
    }
}
