package slipstream.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import slipstream.acceptance.Program;
import slipstream.acceptance.fault.Accounts.End;

/// What becomes of receipts when the board fails under the box: its disk, its memory, its descriptors, its time.
@Timeout(180)
class MachineTest {
    private static final int OUT_OF_MEMORY = 3 << 8;
    private static final int KILLED = 9;

    @TempDir
    private Path directory;

    private Shop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new Shop(directory);
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
    }

    private List<String> box(List<String> javaOptions, String config) {
        return Program.box(javaOptions, "bridge", "--config", config);
    }

    /// The mount is the box's own, and goes with it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mount -t tmpfs -o size=64k none \"$0\" && cat /dev/zero >\"$0\"/full 2>/dev/null; exec \"$@\"",
                "mount -t tmpfs -o size=200k none \"$0\" && exec \"$@\"",
                "mount -t tmpfs -o ro none \"$0\" && exec \"$@\""
            })
    void withAFullOrReadOnlyDiskReceiptsPrintWithTheirLinks(String mounted) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can mount");
        Path store = Files.createDirectory(directory.resolve("store"));
        String config = shop.configure("127.0.0.1", "[store]\ndirectory = \"" + store + "\"\n")
                .toString();
        var command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", mounted, store.toString()));
        command.addAll(box(List.of(), config));
        shop.startBox(command);
        for (int i = 0; i < 30; i++) {
            assertEquals(End.ORDERLY, shop.print());
        }
        while (shop.blocks() == 0) {
            assertEquals(End.ORDERLY, shop.print());
        }
        shop.box().awaitLine("box.db cannot be used");
        assertEquals(List.of(), shop.faults());
    }

    @Test
    void withoutDescriptorsTillsWaitAndAreServedOnceThereAreSome() throws IOException, InterruptedException {
        shop.open();
        assertEquals(End.ORDERLY, shop.print());
        long pid = shop.box().pid();
        long open;
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            open = files.count();
        }
        limit(pid, open + 5);
        var idle = new ArrayList<Socket>();
        for (int i = 0; i < 20; i++) {
            idle.add(new Socket(InetAddress.getLoopbackAddress(), shop.port()));
        }
        shop.box().awaitLine("No POS can be let in");
        Till waiting = shop.send("li");
        for (Socket socket : idle) {
            socket.close();
        }
        assertEquals(End.ORDERLY, waiting.end());
        assertEquals(End.ORDERLY, shop.print());
        assertEquals(List.of(), shop.faults());
    }

    private static void limit(long pid, long descriptors) throws IOException, InterruptedException {
        try (Program program = Program.of(List.of("prlimit", "--pid", Long.toString(pid), "--nofile=" + descriptors))) {
            assertEquals(0, program.await());
        }
    }

    /// As the unit starts it: a box without memory ends, rather than going on with half its threads.
    @Test
    void withoutMemoryItEndsAndTheNextServesThoseWhoWait() throws IOException, InterruptedException {
        Path heap = Files.writeString(directory.resolve("heap"), "7m");
        String config = shop.at("pos").configure("127.0.0.1", "").toString();
        var command = new ArrayList<>(
                List.of("sh", "-c", "heap=$(cat \"$0\") && exec \"$1\" -Xmx$heap \"${@:2}\"", heap.toString()));
        command.set(0, "bash");
        command.addAll(box(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"), config));
        try (var supervisor = new Supervisor(command)) {
            shop.open(supervisor.port());
            supervisor.begin();
            var tills = new ArrayList<Till>();
            for (int i = 0; i < 12; i++) {
                tills.add(shop.send("li"));
            }
            assertEquals(OUT_OF_MEMORY, supervisor.awaitOver());
            Files.writeString(heap, "64m");
            supervisor.begin();
            tills.add(shop.send("li"));
            tills.forEach(Till::end);
            assertEquals(End.ORDERLY, shop.print());
            assertEquals(List.of(), shop.faults());
        }
    }

    /// The watch of systemd kills a box that does not beat.
    @Test
    void aBoxThatHangsIsKilledAndTheNextServesThoseWhoWait() throws IOException, InterruptedException {
        String config = shop.at("pos").configure("127.0.0.1", "").toString();
        try (var supervisor = new Supervisor(box(List.of(), config))) {
            shop.open(supervisor.port());
            ProcessHandle box = supervisor.begin();
            assertEquals(End.ORDERLY, shop.print());
            Till begun = shop.begin("li");
            shop.printer.awaitBegun(2);
            signal("STOP", box);
            Till waiting = shop.send("li");
            box.destroyForcibly();
            assertEquals(KILLED, supervisor.awaitOver());
            assertEquals(End.BROKEN, begun.end());
            supervisor.begin();
            assertEquals(End.ORDERLY, waiting.end());
            assertEquals(List.of(), shop.faults());
        }
    }

    private static void signal(String name, ProcessHandle to) throws IOException, InterruptedException {
        try (Program program = Program.of(List.of("kill", "-" + name, Long.toString(to.pid())))) {
            assertEquals(0, program.await());
        }
    }
}
