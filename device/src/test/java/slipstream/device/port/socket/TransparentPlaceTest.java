package slipstream.device.port.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import slipstream.device.port.Address;
import slipstream.device.port.Port;
import slipstream.device.port.PosListener;

/// A shop in network namespaces: the POS at 10.99.1.2, the box between, the printer at 10.99.2.2. The box's side is a
/// process of its own, [#main], so that it can be killed. Where the system makes no namespaces this is skipped.
@Timeout(120)
class TransparentPlaceTest {
    private static final String POS = "slp-pos-" + ProcessHandle.current().pid();
    private static final String BOX = "slp-box-" + ProcessHandle.current().pid();
    private static final String PRINTER = "slp-prn-" + ProcessHandle.current().pid();
    private static final List<String> NETWORK = List.of(
            "ip netns add " + POS,
            "ip netns add " + BOX,
            "ip netns add " + PRINTER,
            "ip link add eth0 netns " + POS + " type veth peer name eth0 netns " + BOX,
            "ip link add eth0 netns " + PRINTER + " type veth peer name eth1 netns " + BOX,
            "ip -n " + POS + " addr add 10.99.1.2/24 dev eth0",
            "ip -n " + BOX + " addr add 10.99.1.1/24 dev eth0",
            "ip -n " + BOX + " addr add 10.99.2.1/24 dev eth1",
            "ip -n " + PRINTER + " addr add 10.99.2.2/24 dev eth0",
            "ip -n " + POS + " link set eth0 up",
            "ip -n " + BOX + " link set lo up",
            "ip -n " + BOX + " link set eth0 up",
            "ip -n " + BOX + " link set eth1 up",
            "ip -n " + PRINTER + " link set eth0 up",
            "ip -n " + POS + " route add default via 10.99.1.1",
            "ip -n " + PRINTER + " route add default via 10.99.2.1",
            "ip netns exec " + BOX + " sysctl -qw net.ipv4.ip_forward=1",
            "ip -n " + BOX + " rule add fwmark 1 lookup 100",
            "ip -n " + BOX + " route add local 0.0.0.0/0 dev lo table 100",
            "ip netns exec " + BOX + " nft add table ip slip",
            "ip netns exec " + BOX + " nft add chain ip slip pre { type filter hook prerouting priority mangle ; }",
            "ip netns exec " + BOX
                    + " nft add rule ip slip pre iifname eth0 tcp dport 9100 tproxy to :9100 meta mark set 1 accept");

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void build() throws Exception {
        for (String command : NETWORK) {
            Optional<String> refusal = run(command);
            assumeTrue(refusal.isEmpty(), () -> "no network namespaces here: " + command + ": " + refusal.orElse(""));
        }
    }

    @AfterEach
    void remove() throws Exception {
        started.forEach(Process::destroyForcibly);
        for (String namespace : List.of(POS, BOX, PRINTER)) {
            run("ip netns del " + namespace);
        }
    }

    @Test
    void theBoxAnswersForThePrinterAndTheKernelPassesOnWhenItIsDead() throws Exception {
        Process printer = start(
                "ip netns exec " + PRINTER + " socat -d -d TCP4-LISTEN:9100,fork,reuseaddr SYSTEM:'echo printer'");
        awaitLine(printer.errorReader(), "listening");
        Process box = start("ip netns exec " + BOX + " "
                + ProcessHandle.current().info().command().orElse("java") + " --enable-native-access=ALL-UNNAMED -cp "
                + classPath() + " " + TransparentPlaceTest.class.getName());
        awaitLine(box.inputReader(), "listening");

        assertEquals("box, meant 10.99.2.2:9100, from 10.99.1.2", ask());
        box.destroyForcibly().waitFor();
        assertEquals("printer", ask());
    }

    /// What a POS gets that connects to the printer's address.
    private String ask() throws Exception {
        Process pos = start("ip netns exec " + POS + " socat -t 10 - TCP4:10.99.2.2:9100,connect-timeout=10");
        pos.getOutputStream().close();
        String answer = new String(pos.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(pos.waitFor(20, TimeUnit.SECONDS));
        return answer;
    }

    private static String classPath() throws Exception {
        return Path.of(TransparentPlace.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                + ":"
                + Path.of("target/test-classes").toAbsolutePath();
    }

    private Process start(String command) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "exec " + command).start();
        started.add(process);
        return process;
    }

    private static void awaitLine(BufferedReader of, String word) throws IOException {
        String line = of.readLine();
        while (line != null && !line.contains(word)) {
            line = of.readLine();
        }
        assertTrue(line != null, "it ended before it was " + word);
    }

    private static Optional<String> run(String command) throws Exception {
        Process process =
                new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.isEmpty() ? "failed" : said);
    }

    /// The box: says to each POS whom it meant.
    public static void main(String[] arguments) throws IOException {
        try (PosListener listener = new TransparentPlace(new Address("0.0.0.0", 9100)).open()) {
            System.out.println("listening");
            while (true) {
                try (Port pos = listener.accept()) {
                    while (pos.read(new byte[100], Duration.ZERO) != Port.END) {
                        Thread.onSpinWait();
                    }
                    String meant = ((SocketPort) pos).meant().orElse("nobody");
                    byte[] answer = ("box, meant " + meant + ", from "
                                    + pos.name().substring(0, pos.name().indexOf(':')))
                            .getBytes(StandardCharsets.UTF_8);
                    pos.write(answer, 0, answer.length);
                    pos.endOutput();
                }
            }
        }
    }
}
