package slipstream.benchmarks.cost;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A way from till to printer: by a process of its own, or straight.
///
/// @param name what it is called in the results
/// @param port where tills find it
/// @param process what stands in between, if anything
record Route(String name, int port, Optional<Process> process) implements AutoCloseable {
    /// Nothing in between.
    static Route direct(Sink printer) {
        return new Route("direct", printer.port(), Optional.empty());
    }

    /// `socat`, a process for each connection, as its manual has it.
    static Route socat(Sink printer) throws IOException {
        int port = freePort();
        return started(
                "`socat`",
                port,
                new ProcessBuilder(
                                "socat",
                                "TCP-LISTEN:" + port + ",fork,reuseaddr,bind=127.0.0.1",
                                "TCP:127.0.0.1:" + printer.port() + ",nodelay")
                        .inheritIO());
    }

    /// `haproxy` in its TCP mode.
    ///
    /// @param directory for its configuration
    static Route haproxy(Sink printer, Path directory) throws IOException {
        int port = freePort();
        Path configuration = directory.resolve("haproxy.cfg");
        Files.writeString(configuration, """
                defaults
                    mode tcp
                    timeout connect 5s
                    timeout client 1h
                    timeout server 1h
                listen printer
                    bind 127.0.0.1:%d
                    server printer 127.0.0.1:%d
                """.formatted(port, printer.port()));
        return started(
                "`haproxy`",
                port,
                new ProcessBuilder("haproxy", "-db", "-q", "-f", configuration.toString()).inheritIO());
    }

    /// The box, as its launcher starts it.
    ///
    /// @param home the directory of its configuration, keys and log
    /// @param service where it asks; empty for a box that only copies
    static Route box(String name, Path launcher, Path home, Sink printer, Optional<URI> service) throws IOException {
        int port = freePort();
        return box(name, port, launcher, home, """
                [pos]
                listen = "127.0.0.1:%d"
                [printer]
                address = "127.0.0.1:%d"
                drain-ms = 10
                """.formatted(port, printer.port()), service);
    }

    /// The box, as its launcher starts it, with these lines.
    static Route box(String name, int port, Path launcher, Path home, String lines, Optional<URI> service)
            throws IOException {
        Path configuration = home.resolve("slipstream.toml");
        String asks = service.map("""
                [service]
                url = "%s"
                key = "device.key"
                certificate = "device.crt"
                ca = "ca.crt"
                [store]
                directory = "store"
                """::formatted).orElse("");
        Files.writeString(configuration, lines + asks + "[log]\nlevel = \"info\"\n");
        Path log = home.resolve("box.log");
        var command = List.of(launcher.toString(), "bridge", "--config", configuration.toString());
        return started(
                name,
                port,
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
    }

    /// Waits until the box at `home` has reached its service.
    void awaitService(Path home) throws IOException {
        while (!Files.readString(home.resolve("box.log")).contains("The service is connected")) {
            if (!process.orElseThrow().isAlive()) {
                throw new IOException("the box has ended: " + Files.readString(home.resolve("box.log")));
            }
            Thread.onSpinWait();
        }
    }

    /// A connection of a till.
    Socket connect() throws IOException {
        var till = new Socket(InetAddress.getLoopbackAddress(), port);
        till.setTcpNoDelay(true);
        return till;
    }

    private static Route started(String name, int port, ProcessBuilder program) throws IOException {
        Process process = program.start();
        awaitListening(port, process);
        return new Route(name, port, Optional.of(process));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// A connection without data tells that somebody listens.
    private static void awaitListening(int port, Process process) throws IOException {
        while (process.isAlive()) {
            try (var probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException ignored) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("the process ended with " + process.exitValue());
    }

    @Override
    public void close() {
        process.ifPresent(running -> {
            running.destroy();
            try {
                running.waitFor();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
