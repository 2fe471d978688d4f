package slipstream.device.port;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// The process that listens at a TCP port of this machine.
///
/// @param pid its number
/// @param command its command line, its words divided by blanks
public record PortHolder(long pid, String command) {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String BOX = "slipstream.device";

    /// Who listens at `port`; nothing when nobody does or this user may not know.
    public static Optional<PortHolder> of(int port) {
        Set<Long> sockets = SocketTable.listening(port);
        if (sockets.isEmpty()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : processes) {
                if (has(process, sockets)) {
                    return Optional.of(
                            new PortHolder(Long.parseLong(process.getFileName().toString()), command(process)));
                }
            }
        } catch (IOException ignored) {
            // No Linux: nobody is known.
        }
        return Optional.empty();
    }

    /// Whether it is a running box.
    public boolean isBox() {
        return command.contains(BOX) && (" " + command + " ").contains(" bridge ");
    }

    private static boolean has(Path process, Set<Long> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (leadsTo(file, sockets)) {
                    return true;
                }
            }
        } catch (IOException ignored) {
            // Another user's, or over by now.
        }
        return false;
    }

    /// `socket:[INODE]`, proc_pid_fd(5).
    private static boolean leadsTo(Path file, Set<Long> sockets) {
        try {
            String target = Files.readSymbolicLink(file).toString();
            return target.matches("socket:\\[[0-9]+]")
                    && sockets.contains(Long.parseLong(target.substring(8, target.length() - 1)));
        } catch (IOException ignored) {
            return false;
        }
    }

    private static String command(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"))
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException ignored) {
            return "";
        }
    }
}
