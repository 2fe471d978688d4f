package slipstream.device.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What Linux tells of its TCP connections: `/proc/net/tcp` (proc_pid_net(5)), a line a connection, of which the
/// fields 1, 2 and 4 are the local and the remote `ADDRESS:PORT` and `UNSENT:UNREAD`, in hexadecimal.
final class SocketTable {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));

    private SocketTable() {}

    /// The bytes that wait in a connection's send queue, those on the way included; 0 when it is not there.
    static long unsent(int localPort, int remotePort) {
        return TABLES.stream()
                .mapToLong(table -> unsent(table, ":%04X".formatted(localPort), ":%04X".formatted(remotePort)))
                .sum();
    }

    private static long unsent(Path table, String local, String remote) {
        try (Stream<String> lines = Files.lines(table, StandardCharsets.US_ASCII)) {
            return lines.map(line -> line.strip().split(" +"))
                    .filter(fields -> fields.length > 4 && fields[1].endsWith(local) && fields[2].endsWith(remote))
                    .mapToLong(fields -> Long.parseLong(fields[4].substring(0, fields[4].indexOf(':')), 16))
                    .sum();
        } catch (IOException ignored) {
            return 0;
        }
    }
}
