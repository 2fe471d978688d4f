package slipstream.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A shop's network in network namespaces: POS, box between two network ports, printer. Their kernels are this
/// machine's, their addresses and rules their own.
final class ShopNetwork implements AutoCloseable {
    static final String POS = "10.77.0.20";
    static final String BOX = "10.77.0.10";
    static final String PRINTER = "10.77.0.50";

    private static final Map<String, String> SETTINGS = Map.of(
            "PRINTER", PRINTER, "POS_SIDE", "eth0", "PRINTER_SIDE", "eth1", "SLIPSTREAM_NETWORK", "/nonexistent");

    private final String prefix = "s" + ProcessHandle.current().pid() % 100_000;
    private final List<Program> programs = new ArrayList<>();

    /// Skips the test where there can be no such network: it wants root, `ip`, `nft` and `socat`.
    ShopNetwork() throws IOException, InterruptedException {
        assumeTrue(run("id", "-u").strip().equals("0"), "networks are tested as root only");
        for (String command : List.of("ip -V", "nft --version", "socat -V")) {
            assumeTrue(status(command.split(" ")) == 0, "not installed: " + command);
        }
        assumeTrue(status("ip", "netns", "add", name("pos")) == 0, "this system has no network namespaces");
        run("ip", "netns", "add", name("box"));
        run("ip", "netns", "add", name("printer"));
        for (String who : List.of("pos", "box", "printer")) {
            in(who, "ip", "link", "set", "lo", "up");
        }
        wire("pos", "eth0", POS);
        wire("printer", "eth1", PRINTER);
        in("box", "ip", "addr", "add", BOX + "/24", "dev", "eth0");
        in("box", "ip", "route", "add", PRINTER, "dev", "eth1");
    }

    private void wire(String who, String port, String address) throws IOException, InterruptedException {
        run(
                "ip",
                "link",
                "add",
                "eth0",
                "netns",
                name(who),
                "type",
                "veth",
                "peer",
                "name",
                port,
                "netns",
                name("box"));
        in(who, "ip", "addr", "add", address + "/24", "dev", "eth0");
        in(who, "ip", "link", "set", "eth0", "up");
        in("box", "ip", "link", "set", port, "up");
    }

    /// Runs a script of the package at the box.
    ///
    /// @return what it said
    String script(String name, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Program.PROJECT.resolve("deploy/package/bin").resolve(name).toString()));
        command.addAll(Arrays.asList(arguments));
        return in("box", command.toArray(String[]::new)).strip();
    }

    /// What a script says that refuses to run with that setting.
    String refused(String name, String verb, String setting) throws IOException, InterruptedException {
        String script =
                Program.PROJECT.resolve("deploy/package/bin").resolve(name).toString();
        Process process =
                process(at("box", List.of("env", setting, script, verb)).toArray(String[]::new));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, process.waitFor(), said);
        return said.strip();
    }

    /// Runs a command to its end at `who`.
    String in(String who, String... command) throws IOException, InterruptedException {
        return run(at(who, List.of(command)).toArray(String[]::new));
    }

    /// Starts a program at `who`; it ends with the network.
    Program start(String who, List<String> command) throws IOException {
        var program = Program.start(at(who, command));
        programs.add(program);
        return program;
    }

    /// Something that listens at `who` and tells each line that it is sent.
    Program listen(String who, int port, String... options) throws IOException, InterruptedException {
        String how = "TCP-LISTEN:" + port + ",reuseaddr,fork" + String.join("", options);
        Program program = start(who, List.of("socat", "-d", "-d", "-u", how, "STDOUT"));
        program.awaitLine("listening on");
        return program;
    }

    /// A POS that sends one line and ends.
    void print(String line, String to) throws IOException, InterruptedException {
        Process pos = begin(to);
        send(pos, line);
        end(pos);
    }

    /// A POS that connects.
    Process begin(String to) throws IOException {
        return new ProcessBuilder(at("pos", List.of("socat", "-u", "STDIN", "TCP:" + to + ",connect-timeout=20")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static void send(Process pos, String line) throws IOException {
        OutputStream out = pos.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static void end(Process pos) throws IOException, InterruptedException {
        pos.getOutputStream().close();
        assertEquals(0, pos.waitFor(), "the POS was refused or broken off");
    }

    private List<String> at(String who, List<String> command) {
        var whole = new ArrayList<>(List.of("ip", "netns", "exec", name(who)));
        whole.addAll(command);
        return whole;
    }

    private String name(String who) {
        return prefix + "-" + who;
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = process(command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + said);
        return said;
    }

    private static int status(String... command) throws InterruptedException {
        try {
            Process process = process(command);
            process.getInputStream().readAllBytes();
            return process.waitFor();
        } catch (IOException missing) {
            return 127;
        }
    }

    private static Process process(String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(SETTINGS);
        return builder.start();
    }

    @Override
    public void close() throws IOException {
        programs.forEach(Program::close);
        for (String who : List.of("pos", "box", "printer")) {
            process("ip", "netns", "del", name(who)).onExit().join();
        }
    }
}
