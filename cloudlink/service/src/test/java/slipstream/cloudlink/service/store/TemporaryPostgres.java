package slipstream.cloudlink.service.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import slipstream.cloudlink.service.config.DatabaseAddress;

/// A PostgreSQL of our own for as long as the tests run: Debian's programs, a directory under the system's
/// temporary one, an unprivileged user, its own socket and a free port. One server, a schema for each test: a
/// database each would be a thousand files each.
public final class TemporaryPostgres {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final String USER = "slipstream";
    private static final String PASSWORD = "not-a-secret";
    private static final int CONNECTIONS_OF_A_NODE = 10;
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static TemporaryPostgres running;

    private final Path programs;
    private final Path directory;
    private final int port;

    private TemporaryPostgres(Path programs) throws IOException, InterruptedException {
        this.programs = programs;
        this.directory = Files.createTempDirectory("slipstream-postgres");
        this.port = freePort();
        Files.writeString(directory.resolve("password"), PASSWORD + "\n");
        if (isRoot()) {
            run(List.of("chown", "-R", unprivileged(), directory.toString()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop postgres"));
        asServer(
                "initdb", "-D", data(), "-U", USER, "-A", "scram-sha-256", "--pwfile=" + directory.resolve("password"));
        var options = "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories=" + directory
                + " -c fsync=off -c max_connections=200";
        asServer(
                "pg_ctl",
                "-D",
                data(),
                "-w",
                "-o",
                options,
                "-l",
                directory.resolve("log").toString(),
                "start");
    }

    /// The address of a new, empty schema. Skips the test where there is no PostgreSQL.
    public static synchronized DatabaseAddress database() {
        try {
            if (running == null) {
                running = new TemporaryPostgres(installed());
            }
            return running.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be created", e);
        }
    }

    /// A connection of one's own.
    static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), USER, PASSWORD);
    }

    private static Path installed() throws IOException {
        if (Files.isDirectory(PROGRAMS)) {
            try (var versions = Files.list(PROGRAMS)) {
                var newest = versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.comparing(Path::toString));
                if (newest.isPresent()) {
                    return newest.get();
                }
            }
        }
        return Assumptions.abort("there is no " + PROGRAMS + "/*/bin/initdb; install the Debian package postgresql");
    }

    private DatabaseAddress create() throws SQLException {
        var schema = "town" + SCHEMAS.incrementAndGet();
        try (var connection = DriverManager.getConnection(url("public"), USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return new DatabaseAddress(
                url(schema), Optional.of(USER), Optional.of(directory.resolve("password")), CONNECTIONS_OF_A_NODE);
    }

    private String url(String schema) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?currentSchema=" + schema;
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    private void asServer(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", unprivileged(), "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        var output = Files.createTempFile("slipstream-postgres", ".out");
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = process.waitFor();
        var said = Files.readString(output);
        Files.delete(output);
        if (code != 0) {
            throw new IOException(command + " failed: " + said);
        }
    }

    private void stop() {
        try {
            asServer("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
            new ProcessBuilder("rm", "-rf", directory.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            System.err.println("PostgreSQL in " + directory + " was not stopped: " + e.getMessage());
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
