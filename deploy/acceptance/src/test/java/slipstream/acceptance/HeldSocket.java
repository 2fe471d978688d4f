package slipstream.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What systemd is for a print port: it holds the socket `pos` while processes come and go. The first one is started by
/// the first POS.
final class HeldSocket {
    private HeldSocket() {}

    /// The command line that holds a port for a box; a shell starts the box again whenever it has died.
    ///
    /// @param address `HOST:PORT`
    /// @param environment what the box is to know, `NAME=VALUE`
    /// @param box its command line
    static List<String> command(String address, List<String> environment, List<String> box) {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-socket-activate")), "systemd is not installed");
        var command = new ArrayList<>(List.of("systemd-socket-activate", "--listen=" + address, "--fdname=pos"));
        environment.forEach(variable -> command.add("--setenv=" + variable));
        command.addAll(List.of("sh", "-c", "while :; do sh -c 'LISTEN_PID=$$ exec \"$@\"' box \"$@\"; done", "holder"));
        command.addAll(box);
        return command;
    }
}
