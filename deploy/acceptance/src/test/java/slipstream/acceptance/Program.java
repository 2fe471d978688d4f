package slipstream.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program of the project as a process of its own, on this test's Java.
public final class Program implements AutoCloseable {
    /// The checkout.
    static final Path PROJECT = find();

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private Program(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    /// The checkout.
    public static Path project() {
        return PROJECT;
    }

    /// Starts the box's program; its output comes in lines.
    static Program box(String... arguments) throws IOException {
        return start(box(List.of(), arguments));
    }

    /// Starts the service's program; its output comes in lines.
    static Program service(String... arguments) throws IOException {
        return start(command("cloudlink/service", "slipstream.cloudlink.service.cli.Main", List.of(), arguments));
    }

    /// Starts a command; its output comes in lines.
    public static Program of(List<String> command) throws IOException {
        return start(command);
    }

    /// The command line of the box's program.
    public static List<String> box(List<String> javaOptions, String... arguments) {
        return command("device", "slipstream.device.cli.Main", javaOptions, arguments);
    }

    /// Starts a command; its output comes in lines.
    static Program start(List<String> command) throws IOException {
        return new Program(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private static List<String> command(String module, String main, List<String> javaOptions, String... arguments) {
        Path target = PROJECT.resolve(module).resolve("target");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", target.resolve("classes") + ":" + target.resolve("lib") + "/*", main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path find() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve(".mvn"))) {
            at = at.getParent();
        }
        return at;
    }

    /// Waits for a line in which `pattern` is found.
    public Matcher awaitLine(String pattern) throws InterruptedException {
        var before = new StringBuilder();
        while (true) {
            String line = lines.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("no line \"" + pattern + "\" within a minute, only:\n" + before);
            }
            Matcher matcher = Pattern.compile(pattern).matcher(line);
            if (matcher.find()) {
                return matcher;
            }
            before.append(line).append('\n');
        }
    }

    /// Waits until no line in which `pattern` is found has come for `span`; others may.
    void awaitSilence(String pattern, Duration span) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        long until = System.nanoTime() + span.toNanos();
        while (true) {
            String line = lines.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                return;
            }
            if (wanted.matcher(line).find()) {
                until = System.nanoTime() + span.toNanos();
            }
        }
    }

    /// Its number.
    public long pid() {
        return process.pid();
    }

    /// Writes a line to its standard input.
    public void say(String line) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    }

    /// Sends a signal: `KILL`, `STOP`, `CONT`.
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (name.equals("KILL")) {
            process.waitFor();
        }
    }

    /// The processes that it started, whoever starts them in between.
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /// Waits for its end.
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException ended) {
            lines.add("its output ended: " + ended.getMessage());
        }
    }
}
