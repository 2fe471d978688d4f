package slipstream.device.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What Linux tells of its TCP connections: `/proc/net/tcp` (proc_pid_net(5)), a line a connection, of which the
/// fields 1 to 4 are the local and the remote `ADDRESS:PORT`, the state and `UNSENT:UNREAD`, in hexadecimal, and 9 is
/// the inode.
final class SocketTable {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp6"), Path.of("/proc/net/tcp"));

    private static final String LISTENING = "0A";

    private SocketTable() {}

    /// The inodes of the sockets that listen at a port.
    static Set<Long> listening(int port) {
        String local = ":%04X".formatted(port);
        return TABLES.stream()
                .flatMap(table -> rows(table, local).stream())
                .filter(fields -> fields.length > 9 && fields[1].endsWith(local) && fields[3].equals(LISTENING))
                .map(fields -> Long.parseLong(fields[9]))
                .collect(Collectors.toSet());
    }

    /// The bytes that wait in a connection's send queue, those on the way included; 0 when it is not there.
    static long unsent(int localPort, int remotePort) {
        return TABLES.stream()
                .mapToLong(table -> unsent(table, ":%04X".formatted(localPort), ":%04X".formatted(remotePort)))
                .sum();
    }

    private static long unsent(Path table, String local, String remote) {
        return rows(table, local).stream()
                .filter(fields -> fields.length > 4 && fields[1].endsWith(local) && fields[2].endsWith(remote))
                .mapToLong(fields -> Long.parseLong(fields[4].substring(0, fields[4].indexOf(':')), 16))
                .sum();
    }

    /// The rows that say `local` anywhere: most of a long table are looked at no further.
    private static List<String[]> rows(Path table, String local) {
        try (Stream<String> lines = Files.lines(table, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.contains(local))
                    .map(line -> line.strip().split(" +"))
                    .toList();
        } catch (IOException | UncheckedIOException ignored) {
            return List.of();
        }
    }
}
