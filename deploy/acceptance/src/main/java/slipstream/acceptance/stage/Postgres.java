package slipstream.acceptance.stage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A PostgreSQL of Debian's package in a directory of its own, run by an unprivileged user, with its usual care
/// for the disk. It can be killed as a power cut would.
public final class Postgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "slipstream";
    private static final String PASSWORD = "not-a-secret";

    private final Path programs;
    private final Path directory;
    private final int port;
    private final String settings;

    private Postgres(Path programs, Path directory, String settings) throws IOException {
        this.programs = programs;
        this.directory = directory;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.settings = "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories=" + directory
                + " -c max_connections=100 " + settings;
    }

    /// Where the newest one is installed, if any is.
    public static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        }
    }

    /// Makes one in a new temporary directory and starts it.
    ///
    /// @param settings as on the server's command line: `-c name=value …`
    public static Postgres start(Path programs, String settings) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("slipstream-postgres");
        var server = new Postgres(programs, directory, settings);
        Files.writeString(server.passwordFile(), PASSWORD + "\n");
        if (isRoot()) {
            server.run(List.of("chown", "-R", unprivileged(), directory.toString()));
        }
        server.asServer(
                "initdb", "-D", server.data(), "-U", USER, "-A", "scram-sha-256", "--pwfile=" + server.passwordFile());
        server.restart();
        return server;
    }

    /// Starts it, after it was killed as well: it then recovers first.
    public void restart() throws IOException, InterruptedException {
        asServer("pg_ctl", "-D", data(), "-w", "-t", "120", "-o", settings, "-l", log().toString(), "start");
    }

    /// Kills the server and all its processes in the middle of whatever they do: signal 9.
    public void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(Path.of(data(), "postmaster.pid")).getFirst());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /// What `sql` answers, values of a row between bars, rows between line feeds.
    public String ask(String sql) throws IOException, InterruptedException {
        return run(List.of(
                programs.resolve("psql").toString(),
                "-X",
                "-A",
                "-t",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-c",
                sql,
                address()));
    }

    /// Runs one of PostgreSQL's programs against this server and returns what it printed.
    public String program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(programs.resolve(name).toString()));
        command.addAll(List.of(arguments));
        command.add(address());
        return run(command);
    }

    /// What it logs.
    public Path log() {
        return directory.resolve("log");
    }

    /// As JDBC wants it, without user and password.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public Path passwordFile() {
        return directory.resolve("password");
    }

    private String address() {
        return "postgresql://" + USER + "@127.0.0.1:" + port + "/postgres";
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void asServer(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", unprivileged(), "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    /// Output goes to a file: a server that stays would hold a pipe open.
    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("slipstream-postgres", ".out");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(Map.of("PGPASSWORD", PASSWORD));
            int code = builder.start().waitFor();
            String said = Files.readString(output).strip();
            if (code != 0) {
                throw new IOException(command.get(0) + " failed: " + said);
            }
            return said;
        } finally {
            Files.delete(output);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            asServer("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String unprivileged() throws IOException {
        return Files.readString(Path.of("/etc/passwd")).lines().anyMatch(line -> line.startsWith("postgres:"))
                ? "postgres"
                : "nobody";
    }
}
