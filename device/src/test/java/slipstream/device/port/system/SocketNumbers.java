package slipstream.device.port.system;

import java.io.IOException;

/// Plays systemd: has a socket open under a bare number.
public final class SocketNumbers {
    private static final int F_DUPFD = 0;

    private SocketNumbers() {}

    /// Opens the same socket once more.
    ///
    /// @return its number, at least 4
    public static int copy(Descriptor of) throws IOException {
        return of.use(arena -> (int) Call.FCNTL.in(arena, of.number(), F_DUPFD, 4));
    }
}
